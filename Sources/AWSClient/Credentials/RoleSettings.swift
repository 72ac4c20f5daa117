internal import TextSafety

/// What a profile says about the role to assume.
struct RoleSettings: Equatable, Sendable {
    /// Where the credentials come from that assume the role.
    enum Source: Equatable, Sendable {
        /// `source_profile`.
        case profile(Sourced<String>)
        /// `credential_source`.
        case named(NamedSource.Name, Origin)
    }

    let arn: String
    let profile: String
    let source: Source
    let sessionName, externalId, mfaSerial: String?
    let durationSeconds: Int?

    /// Reads a profile; exactly one of `source_profile` and `credential_source` has to be there.
    init(arn: Sourced<String>, profile: String, context: CredentialContext) throws(CredentialError) {
        self.arn = arn.value
        self.profile = profile
        source = try Self.source(arn: arn, profile: profile, context: context)
        sessionName = context.value("role_session_name", in: profile)?.value
        externalId = context.value("external_id", in: profile)?.value
        mfaSerial = context.value("mfa_serial", in: profile)?.value
        durationSeconds = try context.value("duration_seconds", in: profile).map { found throws(CredentialError) in
            guard let seconds = Int(found.value), seconds > 0 else {
                throw .invalidConfiguration(
                    problem: "duration_seconds is \"\(found.value)\", not a number of seconds", origin: found.origin, profile: profile)
            }
            return seconds
        }
    }

    /// The subject of a sentence about this role.
    var words: String { "role \(arn) of profile \(profile)" }

    /// Parameters of `AssumeRole`, except the code of a multi-factor device.
    var parameters: [(String, String)] {
        let all = [
            ("RoleArn", arn), ("RoleSessionName", sessionName), ("ExternalId", externalId),
            ("DurationSeconds", durationSeconds.map(String.init)), ("SerialNumber", mfaSerial),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func source(
        arn: Sourced<String>, profile: String, context: CredentialContext
    ) throws(CredentialError) -> Source {
        switch (context.value("source_profile", in: profile), context.value("credential_source", in: profile)) {
        case (let name?, nil): return .profile(name)
        case (nil, let source?):
            guard let name = NamedSource.Name(rawValue: source.value) else {
                let known = NamedSource.Name.allCases.map(\.rawValue).enumerated
                throw .invalidConfiguration(
                    problem: "credential_source \(source.value) is not one of \(known)", origin: source.origin, profile: profile)
            }
            return .named(name, source.origin)
        case (_?, let source?):
            throw .invalidConfiguration(
                problem: "it has both source_profile and credential_source, remove one", origin: source.origin, profile: profile)
        case (nil, nil):
            throw .incomplete(
                missing: "source_profile or credential_source", present: "role_arn", origin: arn.origin, profile: profile)
        }
    }
}
