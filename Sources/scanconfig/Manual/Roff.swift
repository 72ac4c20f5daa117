/// Text in the language of man pages, by the macros of man(7).
struct Roff {
    /// The page so far.
    private(set) var text = ""
    private var isAtHeading = false

    /// Begins the page with its title line.
    mutating func title(_ name: String, date: String, source: String) {
        line(".TH \(name) 1 \"\(date)\" \"\(source)\" \"User Commands\"")
        line(".nh")
        line(".ad l")
    }

    mutating func section(_ title: String) {
        line(".SH \(Self.escaped(title))")
    }

    mutating func subsection(_ title: String) {
        line(".SS \(Self.escaped(title))")
    }

    /// Adds text directly after a heading.
    mutating func text(_ words: String) {
        line(Self.escaped(words))
    }

    mutating func paragraph(_ words: String) {
        beginParagraph()
        line(Self.escaped(words))
    }

    /// Adds a term in bold with its explanation beside or below it.
    mutating func item(_ term: String, _ words: [String]) {
        line(".TP")
        line("\\fB\(Self.escaped(term))\\fR")
        line(words.isEmpty ? "\\&" : words.map(Self.escaped).joined(separator: "\n"))
    }

    /// Adds lines that are not filled.
    mutating func verbatim(_ lines: [String]) {
        beginParagraph()
        line(".nf")
        line(".RS 4")
        for text in lines { line(Self.escaped(text)) }
        line(".RE")
        line(".fi")
    }

    private mutating func beginParagraph() {
        if !isAtHeading { line(".PP") }
    }

    private mutating func line(_ words: String) {
        text += words + "\n"
        isAtHeading = words.hasPrefix(".SH") || words.hasPrefix(".SS")
    }

    /// The text in ASCII, without anything that roff would interpret.
    static func escaped(_ words: String) -> String {
        var escaped = words.unicodeScalars.first == "." || words.unicodeScalars.first == "'" ? "\\&" : ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\(rs"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
            default: escaped += "\\[u\(digits(scalar))]"
            }
        }
        return escaped
    }

    private static func digits(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
