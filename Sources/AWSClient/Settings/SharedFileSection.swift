/// One `[section]` of a shared file: its properties by lower-case name.
package struct SharedFileSection: Equatable, Sendable {
    /// The value of a property, as AWS's dialect reads it; a nested value begins with a line feed.
    package private(set) var properties: [String: Sourced<String>] = [:]

    /// An empty section.
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

extension StringProtocol {
    /// Without blanks, tabs and line ends at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
