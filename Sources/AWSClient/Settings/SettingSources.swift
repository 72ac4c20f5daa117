/// Looks one setting up in the environment, then in the profile.
struct SettingSources: Sendable {
    let environment: Environment
    let section: SharedFileSection
    let profile: String

    /// The first value among variables in the order given, then the profile's.
    func first(_ variables: [String], _ key: String) -> Sourced<String>? {
        for name in variables {
            if let value = environment[name] { return Sourced(value, .variable(name)) }
        }
        return section[key].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    /// True only for "true", in any case.
    func flag(_ variable: String, _ key: String) -> Bool {
        first([variable], key)?.value.lowercased() == "true"
    }

    /// A whole number above zero.
    func positive(_ variable: String, _ key: String) throws(SettingsError) -> Int? {
        guard let found = first([variable], key) else { return nil }
        guard let number = Int(found.value), number > 0 else {
            throw .invalidValue(setting: key, value: found.value, origin: found.origin, expected: "a whole number above zero")
        }
        return number
    }

    func region(option: String?) throws(SettingsError) -> Sourced<String> {
        let given = option.flatMap { $0.isEmpty ? nil : Sourced($0, .option("--region")) }
        guard let found = given ?? first(["AWS_REGION", "AWS_DEFAULT_REGION"], "region") else {
            throw .missingRegion(profile: profile)
        }
        guard HostLabel.isRegion(found.value) else { throw .invalidRegion(found.value, origin: found.origin) }
        return found
    }

    func caBundle(option: String?) throws(SettingsError) -> Sourced<String>? {
        let given = option.flatMap { $0.isEmpty ? nil : Sourced($0, .option("--ca-bundle")) }
        guard let found = given ?? first(["AWS_CA_BUNDLE"], "ca_bundle") else { return nil }
        let bundle = Sourced(environment.expanded(found.value), found.origin)
        try CertificateBundle.check(bundle)
        return bundle
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
    /// No setting says anything: the default.
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
