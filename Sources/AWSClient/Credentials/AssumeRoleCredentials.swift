internal import FoundationEssentials
internal import Runtime

/// Credentials of a role that a profile names: `role_arn` with `source_profile` or `credential_source`.
///
/// Source: AWS SDKs and Tools reference guide, "Assume role credential provider".
struct AssumeRoleCredentials: Sendable {
    let context: CredentialContext

    /// The role's credentials; nil when the profile names none, or names a web identity with it.
    /// - Parameter visited: the profiles that led here, to notice a circle.
    func credentials(profile: String, visited: [String] = []) async throws(CredentialError) -> Credentials? {
        guard let arn = context.value("role_arn", in: profile), context.value("web_identity_token_file", in: profile) == nil else {
            return nil
        }
        let role = try RoleSettings(arn: arn, profile: profile, context: context)
        try validateSource(of: role, visited: visited + [profile])
        let cache = RoleCache(context: context)
        if context.usesRoleCache, let cached = cache.credentials(for: role) { return cached }
        let source = try await sourceCredentials(for: role, visited: visited + [profile])
        return try await assume(role, with: source, cache: cache)
    }

    private func validateSource(of role: RoleSettings, visited: [String]) throws(CredentialError) {
        guard case .profile(let name) = role.source else { return }
        guard context.files.profile(name.value) != nil else {
            throw .invalidConfiguration(
                problem: "source_profile \(name.value) does not exist", origin: name.origin, profile: role.profile)
        }
        let isItself = name.value == role.profile && hasStaticKeys(name.value)
        if visited.contains(name.value), !isItself { throw .profileLoop(visited + [name.value]) }
    }

    private func hasStaticKeys(_ profile: String) -> Bool {
        context.value("aws_access_key_id", in: profile) != nil || context.value("aws_secret_access_key", in: profile) != nil
    }

    private func sourceCredentials(for role: RoleSettings, visited: [String]) async throws(CredentialError) -> Credentials {
        switch role.source {
        case .named(let source, let origin):
            return try await NamedSource(context: context).credentials(source, origin: origin, profile: role.profile)
        case .profile(let name):
            if !hasStaticKeys(name.value), let found = try await credentials(profile: name.value, visited: visited) { return found }
            if let found = try await ProfileSources(context: context).credentials(profile: name.value) { return found }
            throw .invalidConfiguration(
                problem: "source_profile \(name.value) has no credentials", origin: name.origin, profile: role.profile)
        }
    }

    private func assume(_ role: RoleSettings, with source: Credentials, cache: RoleCache) async throws(CredentialError) -> Credentials {
        var parameters = role.parameters
        if !parameters.contains(where: { $0.0 == "RoleSessionName" }) {
            parameters.append(("RoleSessionName", "scanconfig-\(Int(context.time.now().timeIntervalSince1970))"))
        }
        if let serial = role.mfaSerial {
            guard let prompt = context.prompt else { throw .mfaUnavailable(profile: role.profile, serial: serial) }
            parameters.append(("TokenCode", try await prompt.code(for: serial, profile: role.profile)))
        }
        let client = try context.client(.sts, credentials: source)
        let body = try await context.call(client, STSRequest.make("AssumeRole", parameters), source: role.words)
        let credentials = try STSReply.credentials(body, source: role.words)
        cache.keep(credentials, for: role)
        return credentials
    }
}
