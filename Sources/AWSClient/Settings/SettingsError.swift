/// Why the settings cannot be used. Nothing has been sent when this is thrown.
package enum SettingsError: Error, Equatable, Sendable {
    /// No region anywhere.
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
    /// A custom endpoint is no http or https URL.
    case invalidEndpoint(url: String, origin: Origin, problem: String)
    /// The region's partition lacks what was asked for, or the endpoint was given by hand as well ("FIPS", "dual-stack").
    case unsupportedEndpoint(problem: String)
    /// The certificate bundle is missing, empty, unreadable or no PEM.
    case invalidCABundle(path: String, origin: Origin, problem: String)
    /// The proxy's URL cannot be used; the URL itself may hold a password and is left out.
    case invalidProxy(variable: String, problem: String)

    /// Whether the exit status for credentials and configuration (253) fits; it does for every case.
    package var isConfiguration: Bool { true }
}
