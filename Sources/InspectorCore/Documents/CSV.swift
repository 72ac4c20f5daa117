import TextSafety

/// Writes comma-separated values as RFC 4180 describes them.
package enum CSVWriter {
    /// One line with CRLF at its end. Fields are ``String/terminalSafe``, since names and messages come from elsewhere and a table is
    /// often looked at in a terminal, and none is a formula to a spreadsheet; `--from` reads back what was written.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let safe = CSVCell.neutralized(text.terminalSafe)
        guard safe.utf8.contains(where: { ",;\"".utf8.contains($0) }) else { return safe }
        return "\"" + String(doubled(safe.unicodeScalars)) + "\""
    }

    /// Scalars, not characters: a mark that stands on a quote does not make it another one.
    private static func doubled(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        text.reduce(into: String.UnicodeScalarView()) { $0.append(contentsOf: $1 == "\"" ? [$1, $1] : [$1]) }
    }
}

/// Cells that a spreadsheet would run as a formula, made text by an apostrophe before them, and made what they were again.
///
/// Source: OWASP, "CSV Injection". The apostrophe is added to every cell that begins with any number of apostrophes and blanks and then one
/// of `= + - @`, so that a name with an apostrophe of its own before such a character comes back with it.
enum CSVCell {
    /// The cell as it is written.
    static func neutralized(_ text: String) -> String {
        wouldRun(text.unicodeScalars) ? "'" + text : text
    }

    /// The cell as it was before ``neutralized(_:)``.
    static func restored(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", wouldRun(text.unicodeScalars) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    }

    private static func wouldRun(_ scalars: String.UnicodeScalarView) -> Bool {
        guard let first = scalars.first(where: { $0 != "'" && !isBlank($0) }) else { return false }
        return starters.contains(first)
    }

    /// Programs drop these before they look at a cell, or take them for the end of the one before.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    /// Full-width forms too, which some locales take for the same.
    private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}"]
}

/// One record and the line it begins on.
struct CSVRecord: Hashable {
    let fields: [String]
    let line: Int

    var isBlank: Bool { fields == [""] }
}

/// Reads comma-separated records as RFC 4180 describes them.
struct CSVReader {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next record, or nothing at the end.
    mutating func next() throws(PlanInputProblem) -> CSVRecord? {
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        repeat { fields.append(try field()) } while take(",")
        endLine()
        return CSVRecord(fields: fields, line: start)
    }

    private mutating func field() throws(PlanInputProblem) -> String {
        take("\"") ? try quotedField() : plainField()
    }

    private mutating func plainField() -> String {
        let start = position
        while position < bytes.count, !isDelimiter(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedField() throws(PlanInputProblem) -> String {
        let start = line
        var content: [UInt8] = []
        while position < bytes.count {
            if take("\"") {
                guard take("\"") else { return try ended(content) }
                content.append(UInt8(ascii: "\""))
            } else {
                if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                content.append(bytes[position])
                position += 1
            }
        }
        throw PlanInputProblem(line: start, reason: "a quoted field has no end")
    }

    private func ended(_ content: [UInt8]) throws(PlanInputProblem) -> String {
        guard position == bytes.count || isDelimiter(bytes[position]) else {
            throw PlanInputProblem(line: line, reason: "text follows a quoted field")
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func endLine() {
        _ = take("\r")
        if take("\n") { line += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
