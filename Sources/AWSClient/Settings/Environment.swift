internal import FoundationEssentials
internal import Runtime

/// The process environment as this client sees it; printing it shows names, never values.
package struct Environment: Equatable, Sendable {
    private var values: Values
    /// The home directory that `~` stands for.
    package var homeDirectory: String?
    /// The names in the order in which the process got them, once they are no longer those of the process; nothing where nobody knows it.
    var order: [String] = []

    /// An environment made up of these variables only.
    package init(variables: [String: String] = [:], homeDirectory: String? = nil) {
        values = Values(changed: variables)
        self.homeDirectory = homeDirectory
    }

    private init(_ values: Values) { self.values = values }

    /// The environment of this process; `HOME` wins over the password file.
    package static let current: Environment = {
        var environment = Environment(Values(changed: nil))
        environment.homeDirectory = environment["HOME"] ?? homeInPasswordFile
        return environment
    }()

    private static var homeInPasswordFile: String {
        ServiceSwitch.prepare()
        return FileManager.default.homeDirectoryForCurrentUser.path
    }

    /// The values of all variables by name; some are secrets.
    package var variables: [String: String] {
        get { values.all }
        set { (order, values) = (names, Values(changed: newValue)) }
    }

    /// The value of a variable, also an empty one.
    package func value(of name: String) -> String? { values[name] }

    package static func == (left: Self, right: Self) -> Bool {
        left.variables == right.variables && left.homeDirectory == right.homeDirectory && left.order == right.order
    }

    private var names: [String] { values.isOfProcess ? ProcessVariables.all.map(\.name) : order }

    /// These names in the order in which the process got them, by name where it did not.
    func ordered(_ names: some Sequence<String>) -> [String] {
        let places = Dictionary(zip(self.names, self.names.indices), uniquingKeysWith: { first, _ in first })
        return names.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
    }

    /// The value of a variable; an empty one counts as absent.
    package subscript(name: String) -> String? {
        guard let value = value(of: name), !value.isEmpty else { return nil }
        return value
    }

    /// A path with a leading `~` replaced by the home directory.
    package func expanded(_ path: String) -> String {
        guard let homeDirectory, path == "~" || path.hasPrefix("~/") else { return path }
        return homeDirectory + path.dropFirst()
    }

    /// The path that a variable names, with `$NAME`, `${NAME}` and `~` in it replaced; `standard` when it is not set.
    func path(_ variable: String, standard: String) -> String {
        expanded(value(of: variable).map(withVariables) ?? standard)
    }

    /// A text with `$NAME` and `${NAME}` replaced; unknown variables stay as they are written.
    private func withVariables(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            let after = rest[rest.index(after: dollar)...]
            let isBraced = after.hasPrefix("{")
            let word =
                isBraced
                ? after.dropFirst().prefix { $0 != "}" } : after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            let isClosed = !isBraced || word.endIndex < after.endIndex
            let end = isBraced && isClosed ? after.index(after: word.endIndex) : word.endIndex
            let value = isClosed ? self.value(of: String(word)) : nil
            result += value ?? String(rest[dollar..<end])
            rest = rest[end...]
        }
        return result + rest
    }

    /// A path for a reader: the home directory shown as `~`.
    package func abbreviated(_ path: String) -> String {
        guard let homeDirectory, !homeDirectory.isEmpty, path.hasPrefix(homeDirectory + "/") else { return path }
        return "~" + String(path.dropFirst(homeDirectory.count))
    }
}

/// The variables of an environment: those of the process, or others. Few are looked at before the first frame, and a dictionary of them,
/// even a copy of an empty one, is dear there: the first has the runtime look through every conformance of the program.
private final class Values: Sendable {
    private let changed: [String: String]?

    /// Other variables; with `nil`, those of the process.
    init(changed: [String: String]?) { self.changed = changed }

    /// Whether they are those of the process.
    var isOfProcess: Bool { changed == nil }

    /// All by name; of two with one name, the first.
    var all: [String: String] {
        changed ?? Dictionary(ProcessVariables.all.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> String? {
        if let changed { changed[name] } else { ProcessVariables.value(of: name) }
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
