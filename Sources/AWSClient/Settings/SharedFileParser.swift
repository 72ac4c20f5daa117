import TextSafety

/// Reads a shared file line by line, as AWS CLI version 2 does: Python's `configparser`, except that a duplicate or a line of an unrelated
/// section that cannot be read locks nobody out.
struct SharedFileParser {
    let kind: SharedFile.Kind
    let path: String
    private var sections: [(name: String, section: SharedFileSection)] = []
    private var place: Int?
    private var open: String?
    private var indentation = 0
    private var blankLines = 0
    private static let noSection = "Expected a profile definition"

    init(kind: SharedFile.Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// Takes in the next line; lines count from 1.
    mutating func read(_ raw: Substring, number: Int) throws(SettingsError) {
        let line = number == 1 && raw.first == "\u{FEFF}" ? raw.dropFirst() : raw
        let text = line.trimmed
        do {
            try take(text, indentation: line.prefix(while: \.isWhitespace).count, number: number)
        } catch {
            if place.map({ SharedFileHeader(sections[$0].name, in: kind) == .ignored }) ?? false, !text.hasPrefix("[") { return }
            throw .malformedFile(path: path, line: number, problem: error.words)
        }
    }

    /// The sections in the order in which their names came first, each with what `[DEFAULT]` gives to all.
    func finish() -> [(SharedFileHeader, SharedFileSection)] {
        let shared = sections.first { $0.name == "DEFAULT" }?.section ?? SharedFileSection()
        return sections.filter { $0.name != "DEFAULT" }.map { name, section in
            var whole = shared
            whole.merge(section)
            return (SharedFileHeader(name, in: kind), whole)
        }
    }

    /// A line that cannot be read, in words.
    private struct Problem: Error {
        let words: String
    }

    private mutating func take(_ text: String, indentation: Int, number: Int) throws(Problem) {
        if text.isEmpty {
            blankLines += 1
        } else if text.hasPrefix("#") || text.hasPrefix(";") {
            return
        } else if let open, indentation > self.indentation {
            try extend(open, text)
        } else {
            self.indentation = indentation
            try takeHeaderOrProperty(text, number: number)
        }
    }

    private mutating func takeHeaderOrProperty(_ text: String, number: Int) throws(Problem) {
        if text.hasPrefix("["), let end = text.lastIndex(of: "]"), text.index(after: text.startIndex) < end {
            begin(text[text.index(after: text.startIndex)..<end].trimmed)
        } else if place != nil {
            try add(text, number: number)
        } else {
            throw Problem(words: text.hasPrefix("[") ? "Profile definition must end with ']'" : Self.noSection)
        }
    }

    private mutating func begin(_ name: String) {
        open = nil
        if let known = sections.firstIndex(where: { $0.name == name }) {
            place = known
        } else {
            place = sections.count
            sections.append((name, SharedFileSection()))
        }
    }

    private mutating func add(_ text: String, number: Int) throws(Problem) {
        guard let place else { return }
        guard let delimiter = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
            if text.hasPrefix("[") { throw Problem(words: "Profile definition must end with ']'") }
            let isIndented = indentation > 0
            throw Problem(
                words: isIndented ? "Expected a property definition, found continuation" : "Expected an '=' sign defining a property")
        }
        let key = text[..<delimiter].trimmed.lowercased()
        guard !key.isEmpty else { throw Problem(words: "Property did not have a name") }
        sections[place].section[key] = Sourced(text[text.index(after: delimiter)...].trimmed, .file(path: path, line: number))
        (open, blankLines) = (key, 0)
    }

    private mutating func extend(_ key: String, _ text: String) throws(Problem) {
        guard let place, let before = sections[place].section[key] else { return }
        let isNested = before.value.isEmpty || before.value.hasPrefix("\n")
        if isNested { try Self.checkNested(text) }
        let gap = String(repeating: "\n", count: isNested ? 1 : blankLines + 1)
        sections[place].section[key] = Sourced(before.value + gap + text, before.origin)
        blankLines = 0
    }

    private static func checkNested(_ text: String) throws(Problem) {
        guard let equals = text.firstIndex(of: "=") else { throw Problem(words: "Expected an '=' sign defining a sub-property") }
        guard equals != text.startIndex else { throw Problem(words: "Sub-property did not have a name") }
    }
}

/// What a `[section]` of a shared file is about.
enum SharedFileHeader: Equatable {
    /// A profile.
    case profile(String)
    /// `[sso-session NAME]`.
    case ssoSession(String)
    /// `[services NAME]`.
    case services(String)
    /// Anything else; its lines are passed over.
    case ignored

    /// Reads the text between the brackets by the rules of the file it stands in. In the credentials file the whole text is a profile's
    /// name; in the config file a name is one word, quoted as for a shell.
    init(_ text: String, in kind: SharedFile.Kind) {
        switch kind {
        case .credentials: self = .profile(text)
        case .config: self = Self.configHeader(text)
        }
    }

    private static func configHeader(_ text: String) -> SharedFileHeader {
        if text == "default" { return .profile(text) }
        let kinds: [(String, (String) -> SharedFileHeader)] = [
            ("profile", SharedFileHeader.profile), ("sso-session", SharedFileHeader.ssoSession), ("services", SharedFileHeader.services),
        ]
        guard let kind = kinds.first(where: { text.hasPrefix($0.0) }), let words = try? ShellWords.split(text), words.count == 2,
            !words[1].isEmpty
        else {
            return .ignored
        }
        return kind.1(words[1])
    }
}
