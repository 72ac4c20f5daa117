import TextSafety

/// One parsed shared file.
///
/// Source: AWS CLI version 2, which stands over the AWS SDKs and Tools reference guide ("Shared config and credentials files").
package struct SharedFile: Equatable, Sendable {
    /// Which of the two files it is; their headers differ.
    package enum Kind: Sendable {
        /// `~/.aws/config`.
        case config
        /// `~/.aws/credentials`.
        case credentials
    }

    /// Profiles by name; of several spellings of one name the last counts.
    package private(set) var profiles: [String: SharedFileSection] = [:]
    /// `[sso-session NAME]` sections by name.
    package private(set) var ssoSessions: [String: SharedFileSection] = [:]
    /// `[services NAME]` sections by name.
    package private(set) var services: [String: SharedFileSection] = [:]

    /// A file that is not there.
    package init() {}

    /// Reads a whole file.
    /// - Parameter path: as shown in errors.
    package init(_ text: String, kind: Kind, path: String) throws(SettingsError) {
        var parser = SharedFileParser(kind: kind, path: path)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: Self.isLineEnd).enumerated() {
            try parser.read(line, number: index + 1)
        }
        for (header, section) in parser.finish() {
            switch header {
            case .profile(let name): profiles[name] = section
            case .ssoSession(let name): ssoSessions[name] = section
            case .services(let name): services[name] = section
            case .ignored: break
            }
        }
    }

    /// Other characters that Unicode counts as line ends are text, in a secret as elsewhere.
    private static func isLineEnd(_ character: Character) -> Bool { ["\n", "\r\n", "\r"].contains(character) }
}

/// One `[section]` of a shared file: its properties by lower-case name.
package struct SharedFileSection: Equatable, Sendable {
    /// The value of a property, all of its text; a nested value begins with a line feed.
    package private(set) var properties: [String: Sourced<String>] = [:]

    /// A section without properties.
    package init() {}

    init(_ properties: [String: Sourced<String>]) {
        self.properties = properties
    }

    /// A property; assigning replaces it.
    package subscript(name: String) -> Sourced<String>? {
        get { properties[name] }
        set { properties[name] = newValue }
    }

    /// Adds another section's properties; on conflict the other one's win.
    package mutating func merge(_ other: SharedFileSection) {
        properties.merge(other.properties) { $1 }
    }

    /// A property whose value is one of a closed kind, such as a region, a number or a profile's name: ` #` or ` ;` and what follows is
    /// then a comment. nil when it is absent or empty.
    package func closed(_ name: String) -> Sourced<String>? {
        guard let found = properties[name] else { return nil }
        let value = found.value.withoutComment
        return value.isEmpty ? nil : Sourced(value, found.origin)
    }

    /// A property that names something that `isKnown` knows by its whole text, or else without a comment.
    func name(_ name: String, isKnown: (String) -> Bool) -> Sourced<String>? {
        guard let found = properties[name], !found.value.isEmpty else { return nil }
        return isKnown(found.value) ? found : closed(name)
    }

    /// The members of a nested value (`inspector2 =` followed by indented `endpoint_url = …`), whose names are case-sensitive.
    package func nested(_ name: String) -> [String: Sourced<String>] {
        guard let parent = properties[name], parent.value.hasPrefix("\n") else { return [:] }
        var members: [String: Sourced<String>] = [:]
        for line in parent.value.split(separator: "\n") {
            let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            members[halves[0].trimmed] = Sourced(halves[1].trimmed, parent.origin)
        }
        return members
    }
}

extension SharedFileSection: CustomStringConvertible, CustomReflectable {
    /// Names of the properties; values may be secrets.
    package var description: String { "section with \(names.joined(separator: ", "))" }
    /// Names of the properties only.
    package var customMirror: Mirror { Mirror(self, children: ["names": names]) }

    /// A line that was cut in two may have made a name of a secret's text: only what can be a setting's name is shown.
    private var names: [String] {
        properties.keys.filter { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-/.%@_:+".contains($0)) } }.sorted()
    }
}

extension String {
    /// The text before white space and `#` or `;`.
    fileprivate var withoutComment: String {
        var previous: Character = "="
        for index in indices {
            if previous.isWhitespace, self[index] == "#" || self[index] == ";" { return self[..<index].trimmed }
            previous = self[index]
        }
        return self
    }
}
