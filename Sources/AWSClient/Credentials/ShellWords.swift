/// Splits a command line as a POSIX shell would, without running one: blanks, quotes and backslashes, no expansion.
enum ShellWords {
    /// A quote that is not closed, or a backslash at the end.
    struct Unfinished: Error, Equatable {}

    /// The words of a command line.
    static func split(_ line: String) throws(Unfinished) -> [String] {
        var words: [String] = []
        var word: String?
        var rest = line.unicodeScalars[...]
        while let next = rest.popFirst() {
            switch next {
            case " ", "\t", "\n", "\r":
                if let finished = word { words.append(finished) }
                word = nil
            case "'": word = (word ?? "") + (try single(&rest))
            case "\"": word = (word ?? "") + (try double(&rest))
            case "\\":
                guard let escaped = rest.popFirst() else { throw Unfinished() }
                word = (word ?? "") + String(Character(escaped))
            default: word = (word ?? "") + String(Character(next))
            }
        }
        if let word { words.append(word) }
        return words
    }

    private static func single(_ rest: inout Substring.UnicodeScalarView) throws(Unfinished) -> String {
        var text = String.UnicodeScalarView()
        while let next = rest.popFirst() {
            if next == "'" { return String(text) }
            text.append(next)
        }
        throw Unfinished()
    }

    /// Within double quotes a backslash escapes only `"` and `\`, as in Python's `shlex`.
    private static func double(_ rest: inout Substring.UnicodeScalarView) throws(Unfinished) -> String {
        var text = String.UnicodeScalarView()
        while let next = rest.popFirst() {
            if next == "\"" { return String(text) }
            if next == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
                text.append(escaped)
                rest.removeFirst()
            } else {
                text.append(next)
            }
        }
        throw Unfinished()
    }
}
