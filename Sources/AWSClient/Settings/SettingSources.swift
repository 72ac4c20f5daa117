internal import Runtime
internal import TextSafety

/// Looks one setting up in the environment, then in the profile.
struct SettingSources: Sendable {
    let environment: Environment
    let section: SharedFileSection
    let profile: String

    /// The first value among variables in the order given, then the profile's whole text.
    func first(_ variables: [String], _ key: String) -> Sourced<String>? {
        variable(variables) ?? section[key].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    /// The same of a setting of a closed kind: a comment may follow it in the profile.
    func closed(_ variables: [String], _ key: String) -> Sourced<String>? {
        variable(variables) ?? section.closed(key)
    }

    private func variable(_ names: [String]) -> Sourced<String>? {
        for name in names {
            if let value = environment[name] { return Sourced(value, .variable(name)) }
        }
        return nil
    }

    /// True only for "true", in any case. A variable that is set decides, even an empty one.
    func flag(_ variable: String, _ key: String) -> Bool {
        (environment.value(of: variable) ?? section.closed(key)?.value)?.lowercased() == "true"
    }

    /// A whole number above zero.
    func positive(_ variable: String, _ key: String) throws(SettingsError) -> Int? {
        guard let found = closed([variable], key) else { return nil }
        guard let number = PythonInteger(found.value)?.value, number > 0 else {
            throw .invalidValue(setting: key, value: found.value, origin: found.origin, expected: "a whole number above zero")
        }
        return number
    }

    /// One of the words that a setting knows; nil when it is not set.
    func choice(_ variable: String, _ key: String, of words: [String]) throws(SettingsError) -> String? {
        guard let found = closed([variable], key) else { return nil }
        guard words.contains(found.value) else {
            throw .invalidValue(setting: key, value: found.value, origin: found.origin, expected: words.joined(separator: " or "))
        }
        return found.value
    }

    /// - Parameter metadata: the region of this instance, for when nothing else names one.
    func region(option: String?, metadata: String?) throws(SettingsError) -> Sourced<String> {
        let given = option.flatMap { $0.isEmpty ? nil : Sourced($0, .option("--region")) }
        let last = metadata.map { Sourced($0, .instanceMetadata) }
        guard let found = given ?? closed(["AWS_REGION", "AWS_DEFAULT_REGION"], "region") ?? last else {
            throw .missingRegion(profile: profile)
        }
        guard HostLabel.isRegion(found.value) else { throw .invalidRegion(found.value, origin: found.origin) }
        return found
    }

    /// The certificate bundle; whether it can be used shows once TLS is.
    func caBundle(option: String?) -> Sourced<String>? {
        let given = option.flatMap { $0.isEmpty ? nil : Sourced($0, .option("--ca-bundle")) }
        let variable = variable(["AWS_CA_BUNDLE"])
        let written = section.name("ca_bundle") { LocalFile.isFile(environment.expanded($0)) }
        guard let found = given ?? variable ?? written ?? self.variable(["REQUESTS_CA_BUNDLE"]) else { return nil }
        return Sourced(environment.expanded(found.value), found.origin)
    }
}

/// A whole number as Python's `int` reads it: blanks around it, a sign, and single underscores between digits.
struct PythonInteger {
    let value: Int

    init?(_ text: String) {
        let trimmed = text.trimmed
        let digits = trimmed.drop { $0 == "+" || $0 == "-" }
        guard trimmed.count - digits.count <= 1, !digits.isEmpty, digits.first != "_", digits.last != "_", !digits.contains("__"),
            let value = Int(trimmed.filter { $0 != "_" })
        else { return nil }
        self.value = value
    }
}

/// Where a value was found, so that an error can send the reader there.
package enum Origin: Equatable, Sendable {
    /// A command-line option, `--region`.
    case option(String)
    /// An environment variable.
    case variable(String)
    /// A line of a shared file, counted from 1; the path as shown to a reader.
    case file(path: String, line: Int)
    /// What instance metadata says of this machine.
    case instanceMetadata
    /// No setting says anything: the default.
    case standard

    /// The place as a phrase for the middle of a sentence.
    package var phrase: String {
        switch self {
        case .option(let name), .variable(let name): name
        case .file(let path, let line): "\(path) line \(line)"
        case .instanceMetadata: "instance metadata"
        case .standard: "the default"
        }
    }
}

/// A value and where it was found.
package struct Sourced<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The value as written, not checked.
    package let value: Value
    /// Where it was found, for an error to name.
    package let origin: Origin

    /// A value and where it was found.
    package init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }
}
