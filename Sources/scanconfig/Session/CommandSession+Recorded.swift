import AWSClient
import InspectorCore
import TextSafety

extension CommandSession {
    /// Opens a session for a recorded run, runs `body`, and closes it. Where the command line names no profile or region, those of the run's
    /// journal are used, and that is said; credentials of the environment come before the journal's profile.
    static func with(_ shared: SharedOptions, of record: RunRecord, _ body: (CommandSession) async throws -> Void) async throws {
        try checkOneSession(shared)
        let place = RecordedPlace(record.plan, shared)
        if let words = place.words { StandardError.write("Using \(words), as run \(record.runId) did.\n".terminalSafeLines) }
        try await with(shared, at: place.name, body)
    }

    /// The profile that a journal keeps; see ``Settings/namedProfile(_:)``.
    var namedProfile: String? { aws.settings.namedProfile(environment) }
}

extension Settings {
    /// The profile that somebody named, with which a session is opened. nil where keys of the environment may come first, or nobody named
    /// one.
    func namedProfile(_ environment: AWSClient.Environment) -> String? {
        switch profileOrigin {
        case .option: profile
        case .variable: environment.hasOwnKeys ? nil : profile
        case .file, .instanceMetadata, .standard: nil
        }
    }
}

/// What the session of a recorded run is opened with, besides what the command line names.
struct RecordedPlace {
    /// The journal's profile and region, as far as they are used.
    private(set) var name = SessionName()
    /// Those of them that would not have been used anyway, in words; nil when there are none.
    private(set) var words: String?

    init(_ plan: Plan, _ shared: SharedOptions) {
        let environment = shared.values.environment
        if shared.profile.isEmpty, !environment.namesCredentials { name.profile = plan.profile }
        if shared.region.isEmpty { name.region = plan.region }
        let options = ClientOptions(profile: name.profile ?? shared.profile.first)
        let own = try? Settings.load(options: options, environment: environment).region
        let parts = [name.profile.map { "profile \($0)" }, name.region == own ? nil : name.region.map { "region \($0)" }]
        let told = parts.compactMap(\.self)
        words = told.isEmpty ? nil : told.joined(separator: ", ")
    }
}

extension AWSClient.Environment {
    /// Whether it has access keys, which count unless a profile is named on the command line.
    fileprivate var hasOwnKeys: Bool { !(self["AWS_ACCESS_KEY_ID"] ?? "").isEmpty }

    /// Whether it says whose credentials are meant.
    fileprivate var namesCredentials: Bool {
        hasOwnKeys || ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"].contains { !(self[$0] ?? "").isEmpty }
    }
}
