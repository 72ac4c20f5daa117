internal import TextSafety

extension SettingsError {
    /// What is wrong, where it was found, and what to do.
    package var sentence: String { words.terminalSafe }

    private var words: String {
        switch self {
        case .missingRegion(let profile):
            "No region is set: looked at --region, AWS_REGION, AWS_DEFAULT_REGION and region in profile \(profile). "
                + "Give one, such as --region us-east-1."
        case .invalidRegion(let region, let origin):
            "The region \"\(region)\" from \(origin.words) is no region's name. It looks like us-east-1."
        case .unknownProfile(let name, let origin, let files, let known):
            "Profile \(name) from \(origin.words) is not in \(files.joined(separator: " or ")). " + Self.knownProfiles(known)
        case .unreadableFile(let path, let problem): "\(path) cannot be read: \(problem)."
        case .malformedFile(let path, let line, let problem): "\(path) line \(line): \(problem.stopped) Correct that line."
        case .invalidValue(let setting, let value, let origin, let expected):
            "\(setting) from \(origin.words) is \"\(value)\"; it has to be \(expected)."
        case .unknownServices(let name, let profile, let origin):
            "Profile \(profile) (\(origin.words)) names services section \(name), which is not there. "
                + "Add [services \(name)] or correct the name."
        default: endpointWords
        }
    }

    private var endpointWords: String {
        switch self {
        case .invalidEndpoint(let url, let origin, let problem):
            "The endpoint \(url) from \(origin.words) cannot be used: \(problem). It looks like https://host:port."
        case .unsupportedEndpoint(let problem):
            "Invalid Configuration: \(problem). Unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT, or the custom endpoint."
        case .invalidCABundle(let path, let origin, let problem):
            "The certificate bundle \(path) from \(origin.words) cannot be used: \(problem). "
                + "Name a file of PEM certificates, or unset it to use the system's."
        case .invalidProxy(let variable, let problem):
            "\(variable) cannot be used: \(problem). It looks like http://host:port."
        default: ""
        }
    }

    private static func knownProfiles(_ names: [String]) -> String {
        names.isEmpty ? "Neither holds any profile; run: aws configure" : "Known profiles: \(names.joined(separator: ", "))."
    }
}
