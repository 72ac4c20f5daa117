/// Where a value was found, so that an error can send the reader there.
package enum Origin: Equatable, Sendable {
    /// A command-line option, `--region`.
    case option(String)
    /// An environment variable.
    case variable(String)
    /// A line of a shared file, counted from 1; the path as shown to a reader.
    case file(path: String, line: Int)
    /// Nobody said anything.
    case standard

    /// The place as a phrase for the middle of a sentence.
    package var phrase: String {
        switch self {
        case .option(let name), .variable(let name): name
        case .file(let path, let line): "\(path) line \(line)"
        case .standard: "the default"
        }
    }
}

/// A value and where it was found.
package struct Sourced<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The value.
    package let value: Value
    /// Where it was found.
    package let origin: Origin

    /// A value and where it was found.
    package init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }
}
