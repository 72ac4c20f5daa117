internal import TextSafety

/// Why the settings cannot be used. Nothing has been sent when this is thrown.
package enum SettingsError: Error, Equatable, Sendable {
    /// No option, variable or profile names a region.
    case missingRegion(profile: String)
    /// The region is not of a form that can stand in a host name.
    case invalidRegion(String, origin: Origin)
    /// The profile is in neither file.
    case unknownProfile(name: String, origin: Origin, files: [String], known: [String])
    /// A file exists and cannot be read.
    case unreadableFile(path: String, problem: String)
    /// A shared file breaks its own rules; lines count from 1.
    case malformedFile(path: String, line: Int, problem: String)
    /// A value is not of the kind that its setting takes.
    case invalidValue(setting: String, value: String, origin: Origin, expected: String)
    /// A profile names a `services` section that is not there.
    case unknownServices(name: String, profile: String, origin: Origin)
    /// A custom endpoint is not an http or https URL, or holds more than an endpoint may.
    case invalidEndpoint(url: String, origin: Origin, problem: String)
    /// The region's partition lacks what was asked for, or the endpoint was given by hand as well ("FIPS", "dual-stack").
    case unsupportedEndpoint(problem: String)
    /// The certificate bundle is missing, empty, unreadable or no PEM.
    case invalidCABundle(path: String, origin: Origin, problem: String)
    /// No bundle is named, and none of the places where systems keep the certificates they trust has any.
    case noCertificates(places: [String])
    /// The proxy's URL cannot be used; the URL itself may hold a password and is left out.
    case invalidProxy(variable: String, problem: String)
}

extension SettingsError: Worded {
    /// What is wrong, where it was found, and what to do.
    package var words: String {
        switch self {
        case .missingRegion(let profile):
            "No region is set: looked at --region, AWS_REGION, AWS_DEFAULT_REGION and region in profile \(profile). "
                + "Give one, such as --region us-east-1."
        case .invalidRegion(let region, let origin):
            "The region \"\(region)\" from \(origin.phrase) is not the name of a region, such as us-east-1."
        case .unknownProfile(let name, let origin, let files, let known):
            "Profile \(name) from \(origin.phrase) is not in \(files.joined(separator: " or ")). " + Self.knownProfiles(known, near: name)
        case .unreadableFile(let path, let problem): "\(path) cannot be read: \(problem)."
        case .malformedFile(let path, let line, let problem): "\(path) line \(line): \(problem.stopped) Correct that line."
        case .invalidValue(let setting, let value, let origin, let expected):
            "\(setting) from \(origin.phrase) is \"\(value)\"; it has to be \(expected)."
        case .unknownServices(let name, let profile, let origin):
            "Profile \(profile) (\(origin.phrase)) names services section \(name), which is not there. "
                + "Add [services \(name)] or correct the name."
        case .invalidEndpoint(let url, let origin, let problem):
            "The endpoint \(url) from \(origin.phrase) cannot be used: \(problem). It looks like https://host:port."
        case .unsupportedEndpoint(let problem):
            "Invalid Configuration: \(problem). Unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT, or the custom endpoint."
        case .invalidCABundle(let path, let origin, let problem):
            "The certificate bundle \(path) from \(origin.phrase) cannot be used: \(problem). "
                + "Name a file of PEM certificates, or unset it to use the system's."
        case .noCertificates(let places):
            "This machine has no certificates to check servers against (looked for \(places.joined(separator: ", "))). "
                + "Name a file of PEM certificates with --ca-bundle."
        case .invalidProxy(let variable, let problem):
            "\(variable) cannot be used: \(problem). It looks like http://host:port."
        }
    }

    /// Those that are near, else the first ones.
    private static func knownProfiles(_ names: [String], near name: String) -> String {
        if names.isEmpty { return "Neither file holds a profile. Run aws configure." }
        if let near = name.suggestion(among: names) { return near }
        let more = names.count > 8 ? " and \(names.count - 8) more" : ""
        return "Known profiles: \(names.prefix(8).joined(separator: ", "))\(more)."
    }
}
