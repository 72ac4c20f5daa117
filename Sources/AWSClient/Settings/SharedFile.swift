import TextSafety

/// One parsed shared file.
///
/// Source: AWS SDKs and Tools reference guide, "Shared config and credentials files". Where AWS's cases for SDKs say nothing,
/// lines are read as AWS CLI version 2 reads them: a comment may be indented, and so may the first property of a section.
package struct SharedFile: Equatable, Sendable {
    /// Which of the two files it is; their headers differ.
    package enum Kind: Sendable {
        /// `~/.aws/config`.
        case config
        /// `~/.aws/credentials`.
        case credentials
    }

    /// Profiles by name, sections of one name merged.
    package private(set) var profiles: [String: SharedFileSection] = [:]
    /// `[sso-session NAME]` sections by name.
    package private(set) var ssoSessions: [String: SharedFileSection] = [:]
    /// `[services NAME]` sections by name.
    package private(set) var services: [String: SharedFileSection] = [:]
    private var prefixedDefault = false

    /// A file that is not there.
    package init() {}

    /// Reads a whole file.
    /// - Parameter path: as shown in errors.
    package init(_ text: String, kind: Kind, path: String) throws(SettingsError) {
        var parser = SharedFileParser(kind: kind, path: path)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }).enumerated() {
            try parser.read(line, number: index + 1)
        }
        for (header, section) in parser.finish() { add(header, section) }
    }

    private mutating func add(_ header: SharedFileHeader, _ section: SharedFileSection) {
        switch header {
        case .profile("default", let isPrefixed): addDefault(section, isPrefixed: isPrefixed)
        case .profile(let name, _): profiles[name, default: SharedFileSection()].merge(section)
        case .ssoSession(let name): ssoSessions[name, default: SharedFileSection()].merge(section)
        case .services(let name): services[name, default: SharedFileSection()].merge(section)
        case .ignored: break
        }
    }

    /// `[profile default]` puts `[default]` out of force, wherever it stands.
    private mutating func addDefault(_ section: SharedFileSection, isPrefixed: Bool) {
        if isPrefixed, !prefixedDefault {
            prefixedDefault = true
            profiles["default"] = section
        } else if isPrefixed == prefixedDefault {
            profiles["default", default: SharedFileSection()].merge(section)
        }
    }
}

/// One `[section]` of a shared file: its properties by lower-case name.
package struct SharedFileSection: Equatable, Sendable {
    /// The value of a property, as AWS's dialect reads it; a nested value begins with a line feed.
    package private(set) var properties: [String: Sourced<String>] = [:]

    /// A section without properties.
    package init() {}

    /// A property; assigning replaces it.
    package subscript(name: String) -> Sourced<String>? {
        get { properties[name] }
        set { properties[name] = newValue }
    }

    /// Adds another section's properties; on conflict the other one's win.
    package mutating func merge(_ other: SharedFileSection) {
        properties.merge(other.properties) { $1 }
    }

    /// The members of a nested value (`inspector2 =` followed by indented `endpoint_url = …`).
    package func nested(_ name: String) -> [String: Sourced<String>] {
        guard let parent = properties[name], parent.value.hasPrefix("\n") else { return [:] }
        var members: [String: Sourced<String>] = [:]
        for line in parent.value.split(separator: "\n") {
            let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            members[halves[0].trimmed.lowercased()] = Sourced(halves[1].trimmed, parent.origin)
        }
        return members
    }
}

extension SharedFileSection: CustomStringConvertible, CustomReflectable {
    /// Names of the properties; values may be secrets.
    package var description: String { "section with \(properties.keys.sorted().joined(separator: ", "))" }
    /// Names of the properties only.
    package var customMirror: Mirror { Mirror(self, children: ["names": properties.keys.sorted()]) }
}
