/// One line of a shared file, by what its first characters make it.
enum SharedFileLine: Equatable {
    /// Blank, or a comment of its own.
    case nothing
    /// `[header]`, the text between the brackets.
    case section(String)
    /// `name = value`, trailing comment removed; the name is as written.
    case property(name: String, value: String)
    /// An indented line that goes on with the property before it.
    case continuation(String)

    /// A line that fits nothing.
    struct Problem: Error, Equatable {
        let words: String
    }

    /// Reads one line.
    /// - Parameter open: the indentation of the property that an indented line would continue; nil when there is none.
    init(_ line: Substring, continuing open: Int?) throws(Problem) {
        let text = line.trimmed
        let indentation = line.prefix { $0 == " " || $0 == "\t" }.count
        if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") {
            self = .nothing
        } else if let open, indentation > open {
            self = .continuation(text)
        } else if text.hasPrefix("[") {
            self = .section(try Self.header(text))
        } else {
            self = try Self.property(text, isIndented: indentation > 0)
        }
    }

    private static func header(_ text: String) throws(Problem) -> String {
        guard let end = text.firstIndex(of: "]") else { throw Problem(words: "Profile definition must end with ']'") }
        let rest = text[text.index(after: end)...].trimmed
        guard rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix(";") else {
            throw Problem(words: "Profile definition must end with ']', nothing but a comment may follow")
        }
        return text[text.index(after: text.startIndex)..<end].trimmed
    }

    private static func property(_ text: String, isIndented: Bool) throws(Problem) -> SharedFileLine {
        guard let equals = text.firstIndex(of: "=") else {
            let words = isIndented ? "Expected a property definition, found continuation" : "Expected an '=' sign defining a property"
            throw Problem(words: words)
        }
        let name = text[..<equals].trimmed
        guard !name.isEmpty else { throw Problem(words: "Property did not have a name") }
        return .property(name: name, value: withoutComment(text[text.index(after: equals)...]))
    }

    private static func withoutComment(_ value: Substring) -> String {
        var previous: Character = "="
        for index in value.indices {
            if previous.isWhitespace, value[index] == "#" || value[index] == ";" { return value[..<index].trimmed }
            previous = value[index]
        }
        return value.trimmed
    }
}
