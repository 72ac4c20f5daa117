internal import FoundationEssentials
internal import Logging
internal import Runtime
internal import TextSafety

/// Credentials of a role that a profile names: `role_arn` with `source_profile` or `credential_source`.
///
/// Source: AWS SDKs and Tools reference guide, "Assume role credential provider".
struct AssumeRoleCredentialProvider: CredentialProvider {
    let context: CredentialContext
    let arn: Sourced<String>

    func credentials() async throws(CredentialError) -> Credentials {
        let role = try RoleSettings(arn: arn, context: context)
        try validateSource(of: role)
        let cache = RoleCache(.role(role.parameters), context: context)
        if let cached = cache.credentials(source: role.phrase) { return cached }
        let credentials = try await assume(role, with: try await sourceCredentials(for: role))
        cache.keep(credentials)
        return credentials
    }

    private func validateSource(of role: RoleSettings) throws(CredentialError) {
        guard case .profile(let name) = role.source else { return }
        guard context.files.profile(name.value) != nil else {
            throw .invalidConfiguration(
                problem: "source_profile \(name.value) does not exist", origin: name.origin, profile: role.profile)
        }
        let source = context.sourceProfile(name.value)
        let isItself = name.value == role.profile && source.hasKeys
        if source.visited.contains(name.value), !isItself { throw .profileLoop(source.visited + [name.value]) }
    }

    private func sourceCredentials(for role: RoleSettings) async throws(CredentialError) -> Credentials {
        let (found, problem, origin): (Credentials?, String, Origin)
        switch role.source {
        case .profile(let name):
            let sources = CredentialSource.chain.filter { $0.name == nil }
            found = try await sources.credentials(context.sourceProfile(name.value))
            (problem, origin) = ("source_profile \(name.value) has no credentials", name.origin)
        case .named(let name, let place):
            let sources = CredentialSource.chain.filter { $0.name == name }
            found = try await sources.credentials(context.readingEnvironment)
            (problem, origin) = ("credential_source \(name.rawValue) has no credentials", place)
        }
        guard let found else { throw .invalidConfiguration(problem: problem, origin: origin, profile: role.profile) }
        return found
    }

    private func assume(_ role: RoleSettings, with source: Credentials) async throws(CredentialError) -> Credentials {
        var parameters = role.parameters
        if role.sessionName == nil { parameters.append(("RoleSessionName", context.roleSessionName)) }
        if let serial = role.mfaSerial {
            guard let prompt = context.prompt else { throw .mfaUnavailable(profile: role.profile, serial: serial) }
            parameters.append(("TokenCode", try await prompt.code(for: serial, profile: role.profile)))
        }
        try STSLimits.check(parameters, origin: arn.origin, profile: role.profile)
        let client = try context.client(.sts, credentials: source)
        let body = try await context.call(client, STSRequest.make("AssumeRole", parameters), source: role.phrase)
        return try STSReply.credentials(body, source: role.phrase)
    }
}

extension CredentialContext {
    /// The name of a role's session where the settings give none; the time keeps sessions apart in CloudTrail.
    var roleSessionName: String { "scanconfig-\(Int(time.now().timeIntervalSince1970))" }
}

/// What a profile says about the role to assume.
struct RoleSettings: Equatable, Sendable {
    /// Where the credentials come from that assume the role.
    enum Source: Equatable, Sendable {
        /// The profile that `source_profile` names.
        case profile(Sourced<String>)
        /// The source that `credential_source` names, and where it does.
        case named(CredentialSource.Name, Origin)
    }

    let arn: String
    let profile: String
    let source: Source
    let sessionName, externalId, mfaSerial: String?
    let durationSeconds: Int?

    /// Reads the context's profile; exactly one of `source_profile` and `credential_source` has to be there.
    init(arn: Sourced<String>, context: CredentialContext) throws(CredentialError) {
        if arn.value.isEmpty {
            throw .invalidParameter(problem: "role_arn is empty", origin: arn.origin, profile: context.profile)
        }
        self.arn = arn.value
        profile = context.profile
        source = try Self.source(arn: arn, context: context)
        sessionName = context.value("role_session_name")?.value
        externalId = context.value("external_id")?.value
        mfaSerial = context.value("mfa_serial")?.value
        let duration = context.closed("duration_seconds")
        durationSeconds = duration.flatMap { PythonInteger($0.value)?.value }
        if duration != nil, durationSeconds == nil {
            context.logger.warning("duration_seconds of profile \(profile) is no number and was left out")
        }
    }

    /// The subject of a sentence about this role.
    var phrase: String { "role \(arn) of profile \(profile)" }

    /// Parameters of `AssumeRole`, except the code of a multi-factor device.
    var parameters: [(String, String)] {
        let all = [
            ("RoleArn", arn), ("RoleSessionName", sessionName), ("ExternalId", externalId),
            ("DurationSeconds", durationSeconds.map(String.init)), ("SerialNumber", mfaSerial),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func source(arn: Sourced<String>, context: CredentialContext) throws(CredentialError) -> Source {
        let sourceProfile = context.section.name("source_profile") { context.files.profile($0) != nil }
        switch (sourceProfile, context.closed("credential_source")) {
        case (let name?, nil): return .profile(name)
        case (nil, let source?):
            guard let name = CredentialSource.Name(rawValue: source.value) else {
                let known = CredentialSource.Name.allCases.map(\.rawValue).enumerated
                throw .invalidConfiguration(
                    problem: "credential_source \(source.value) is not one of \(known)", origin: source.origin, profile: context.profile)
            }
            return .named(name, source.origin)
        case (_?, let source?):
            throw .invalidConfiguration(
                problem: "it has both source_profile and credential_source, remove one", origin: source.origin, profile: context.profile)
        case (nil, nil):
            throw .incomplete(
                missing: "source_profile or credential_source", present: "role_arn", origin: arn.origin, profile: context.profile)
        }
    }
}

/// The shortest and smallest parameters that STS's model allows; a call with others is not sent.
enum STSLimits {
    private static let lengths = [
        "RoleArn": 20, "RoleSessionName": 2, "ExternalId": 2, "SerialNumber": 9, "TokenCode": 6, "WebIdentityToken": 4,
    ]
    private static let shortestSession = 900

    /// - Parameter origin: where the role is named.
    static func check(_ parameters: [(String, String)], origin: Origin, profile: String) throws(CredentialError) {
        for (name, value) in parameters {
            if let length = lengths[name], value.unicodeScalars.count < length {
                throw .invalidParameter(problem: "\(name) must have at least \(length) characters", origin: origin, profile: profile)
            }
            if name == "DurationSeconds", let seconds = Int(value), seconds < shortestSession {
                throw .invalidParameter(
                    problem: "DurationSeconds must be at least \(shortestSession)", origin: origin, profile: profile)
            }
        }
    }
}
