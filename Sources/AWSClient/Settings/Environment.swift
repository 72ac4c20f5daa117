internal import FoundationEssentials

/// The process environment as this client sees it; printing it shows names, never values.
package struct Environment: Equatable, Sendable {
    /// The values of all variables by name; some are secrets.
    package var variables: [String: String]
    /// The home directory that `~` stands for.
    package var homeDirectory: String?

    /// An environment made up of these variables only.
    package init(variables: [String: String] = [:], homeDirectory: String? = nil) {
        self.variables = variables
        self.homeDirectory = homeDirectory
    }

    /// The environment of this process; `HOME` wins over the password file.
    package static func current() -> Environment {
        let variables = ProcessInfo.processInfo.environment
        let home = variables["HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return Environment(variables: variables, homeDirectory: home ?? FileManager.default.homeDirectoryForCurrentUser.path)
    }

    /// The value of a variable; an empty one counts as absent.
    package subscript(name: String) -> String? {
        guard let value = variables[name], !value.isEmpty else { return nil }
        return value
    }

    /// A path with a leading `~` replaced by the home directory.
    package func expanded(_ path: String) -> String {
        guard let homeDirectory, path == "~" || path.hasPrefix("~/") else { return path }
        return homeDirectory + path.dropFirst()
    }

    /// A path for a reader: the home directory shown as `~`.
    package func abbreviated(_ path: String) -> String {
        guard let homeDirectory, !homeDirectory.isEmpty, path.hasPrefix(homeDirectory + "/") else { return path }
        return "~" + path.dropFirst(homeDirectory.count)
    }
}

extension Environment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number of variables.
    package var description: String { "environment of \(variables.count) variables" }
    /// The same as ``description``.
    package var debugDescription: String { description }
    /// Names of the variables only.
    package var customMirror: Mirror { Mirror(self, children: ["names": variables.keys.sorted()]) }
}
