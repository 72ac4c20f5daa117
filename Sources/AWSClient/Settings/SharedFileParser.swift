import TextSafety

/// Reads a shared file line by line.
struct SharedFileParser {
    let kind: SharedFile.Kind
    let path: String
    private var finished: [(SharedFileHeader, SharedFileSection)] = []
    private var header: SharedFileHeader?
    private var section = SharedFileSection()
    private static let noSection = "Expected a profile definition"
    private var open: (name: String, indentation: Int)?

    init(kind: SharedFile.Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// Takes in the next line; lines count from 1.
    mutating func read(_ raw: Substring, number: Int) throws(SettingsError) {
        let line = number == 1 && raw.first == "\u{FEFF}" ? raw.dropFirst() : raw
        do {
            let indentation = line.prefix { $0 == " " || $0 == "\t" }.count
            try take(try SharedFileLine(line, continuing: open?.indentation), number: number, indentation: indentation)
        } catch {
            let isHeader = line.trimmed.hasPrefix("[")
            if header == .ignored, !isHeader { return }
            throw .malformedFile(path: path, line: number, problem: header == nil && !isHeader ? Self.noSection : error.words)
        }
    }

    /// The sections in the order in which they stand.
    mutating func finish() -> [(SharedFileHeader, SharedFileSection)] {
        close()
        return finished
    }

    private mutating func take(_ line: SharedFileLine, number: Int, indentation: Int) throws(SharedFileLine.Problem) {
        switch line {
        case .nothing: break
        case .section(let text):
            close()
            header = SharedFileHeader(text, in: kind)
        case .property(let name, let value):
            guard header != nil else { throw SharedFileLine.Problem(words: Self.noSection) }
            let key = name.lowercased()
            open = (key, indentation)
            if SharedFileHeader.isValid(key) { section[key] = Sourced(value, .file(path: path, line: number)) }
        case .continuation(let text): try extend(text)
        }
    }

    private mutating func extend(_ text: String) throws(SharedFileLine.Problem) {
        guard let open, let before = section[open.name] else { return }
        if before.value.isEmpty || before.value.hasPrefix("\n") { try checkNested(text) }
        section[open.name] = Sourced(before.value + "\n" + text, before.origin)
    }

    private func checkNested(_ text: String) throws(SharedFileLine.Problem) {
        guard let equals = text.firstIndex(of: "=") else {
            throw SharedFileLine.Problem(words: "Expected an '=' sign defining a sub-property")
        }
        guard equals != text.startIndex else { throw SharedFileLine.Problem(words: "Sub-property did not have a name") }
    }

    private mutating func close() {
        if let header { finished.append((header, section)) }
        section = SharedFileSection()
        open = nil
    }
}

/// What a `[section]` of a shared file is about.
enum SharedFileHeader: Equatable {
    /// A profile; `isPrefixed` when written as `[profile NAME]`.
    case profile(name: String, isPrefixed: Bool)
    /// `[sso-session NAME]`.
    case ssoSession(String)
    /// `[services NAME]`.
    case services(String)
    /// Anything else; its lines are passed over.
    case ignored

    /// Reads the text between the brackets by the rules of the file it stands in.
    init(_ text: String, in kind: SharedFile.Kind) {
        switch kind {
        case .credentials: self = Self.isValid(text) ? .profile(name: text, isPrefixed: false) : .ignored
        case .config: self = Self.configHeader(text)
        }
    }

    private static func configHeader(_ text: String) -> SharedFileHeader {
        if text == "default" { return .profile(name: text, isPrefixed: false) }
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return .ignored }
        guard let name = unquoted(text[space...].trimmed) else { return .ignored }
        switch text[..<space] {
        case "profile": return .profile(name: name, isPrefixed: true)
        case "sso-session": return .ssoSession(name)
        case "services": return .services(name)
        default: return .ignored
        }
    }

    private static func unquoted(_ name: String) -> String? {
        for quote in ["\"", "'"] where name.count > 2 && name.hasPrefix(quote) && name.hasSuffix(quote) {
            return String(name.dropFirst().dropLast())
        }
        return isValid(name) ? name : nil
    }

    /// Letters, digits and `- / . % @ _ : +`.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-/.%@_:+".contains($0) }
    }
}

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
