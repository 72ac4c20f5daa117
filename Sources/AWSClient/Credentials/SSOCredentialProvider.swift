internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import TextSafety

/// Credentials of a permission set of IAM Identity Center, for the token that `aws sso login` left behind.
///
/// Source: AWS SDKs and Tools reference guide, "IAM Identity Center credential provider".
struct SSOCredentialProvider: CredentialProvider {
    let context: CredentialContext
    /// The setting that made the profile one of IAM Identity Center.
    let anchor: Sourced<String>

    func credentials() async throws(CredentialError) -> Credentials {
        let sso = try SSOSettings(anchor: anchor, context: context)
        let source = "IAM Identity Center, role \(sso.roleName) of account \(sso.accountId), profile \(sso.profile)"
        let cache = context.visited.isEmpty ? RoleCache(.portal(sso), context: context) : nil
        if let kept = cache?.credentials(source: source) { return kept }
        let found = try await role(sso, source: source)
        cache?.keep(found)
        return found
    }

    private func role(_ sso: SSOSettings, source: String) async throws(CredentialError) -> Credentials {
        let region = try sso.region()
        let token = try await SSOToken(context: context, settings: sso).accessToken()
        let request = OperationRequest(
            name: "GetRoleCredentials", method: "GET", path: "/federation/credentials",
            query: [("role_name", sso.roleName), ("account_id", sso.accountId)], headers: [.ssoBearerToken: token])
        let client = try context.client(.sso, credentials: nil, region: region)
        let body: [UInt8]
        do {
            body = try await client.send(request).body
        } catch {
            if let refusal = error.serviceError, refusal.status == 401 {
                throw .ssoSignInNeeded(profile: sso.profile, problem: "IAM Identity Center no longer accepts the session")
            }
            throw CredentialError(error, source: source)
        }
        guard let document = JSONValue(bytes: body)?["roleCredentials"] else {
            throw .malformedResponse(source: source, problem: "roleCredentials is missing")
        }
        return try CredentialDocument.credentials(document, .portal, source: source)
    }
}

/// What a profile says about IAM Identity Center, with its `sso-session` section merged in.
struct SSOSettings: Equatable, Sendable {
    let profile: String
    /// The name of the `sso-session` section; nil in the legacy form.
    let session: String?
    let startURL, accountId, roleName: String
    /// What a token is asked to be good for (`sso_registration_scopes`); empty where nothing is said.
    let scopes: [String]
    private let regionSetting: Sourced<String>?

    /// Reads the context's profile; all four settings have to be there once `anchor` is.
    init(anchor: Sourced<String>, context: CredentialContext) throws(CredentialError) {
        try self.init(context, anchor, needed: ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"])
    }

    private init(_ context: CredentialContext, _ anchor: Sourced<String>, needed: [String]) throws(CredentialError) {
        let values = try Self.merged(context)
        let missing = needed.filter { values[$0] == nil }
        guard missing.isEmpty else {
            throw .incomplete(
                missing: missing.enumerated, present: "IAM Identity Center", origin: anchor.origin, profile: context.profile)
        }
        profile = context.profile
        session = Self.session(context)?.value
        startURL = values["sso_start_url"]?.value ?? ""
        regionSetting = SharedFileSection(values).closed("sso_region")
        (accountId, roleName) = (values["sso_account_id"]?.value ?? "", values["sso_role_name"]?.value ?? "")
        scopes = Self.scopes(values)
    }

    /// The region, which becomes part of the host that the token is sent to.
    func region() throws(CredentialError) -> String {
        guard let found = regionSetting else { return "" }
        guard HostLabel.isRegion(found.value) else {
            throw .invalidConfiguration(
                problem: "sso_region \"\(found.value)\" is not the name of a region, such as us-east-1", origin: found.origin,
                profile: profile)
        }
        return found.value
    }

    /// What a sign-in needs of the context's profile; nil for a profile that is none of IAM Identity Center.
    init?(signInOf context: CredentialContext) throws(CredentialError) {
        guard let anchor = context.value("sso_session") ?? context.value("sso_start_url") ?? context.value("sso_account_id") else {
            return nil
        }
        try self.init(context, anchor, needed: ["sso_start_url", "sso_region"])
    }

    private static func scopes(_ values: [String: Sourced<String>]) -> [String] {
        (values["sso_registration_scopes"]?.value ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private static func session(_ context: CredentialContext) -> Sourced<String>? {
        context.section.name("sso_session") { context.files.config.ssoSessions[$0] != nil }
    }

    private static func merged(_ context: CredentialContext) throws(CredentialError) -> [String: Sourced<String>] {
        var values = context.section.properties.filter { !$0.value.value.isEmpty }
        guard let name = session(context) else { return values }
        guard let session = context.files.config.ssoSessions[name.value] else {
            throw .invalidConfiguration(
                problem: "sso_session \(name.value) does not exist, add [sso-session \(name.value)]", origin: name.origin,
                profile: context.profile)
        }
        for (key, given) in session.properties where !given.value.isEmpty {
            if let own = values[key], own.value != given.value {
                throw .invalidConfiguration(
                    problem: "\(key) differs from the one in sso-session \(name.value)", origin: given.origin, profile: context.profile)
            }
            values[key] = given
        }
        return values
    }
}
