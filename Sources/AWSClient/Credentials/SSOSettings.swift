/// What a profile says about IAM Identity Center, with its `sso-session` section merged in.
struct SSOSettings: Equatable, Sendable {
    let profile: String
    /// The name of the `sso-session` section; nil in the legacy form.
    let session: String?
    let startURL, region, accountId, roleName: String

    /// Reads a profile; nil when it names neither account nor role.
    init?(profile: String, context: CredentialContext) throws(CredentialError) {
        guard let anchor = context.value("sso_account_id", in: profile) ?? context.value("sso_role_name", in: profile) else { return nil }
        let values = try Self.merged(profile: profile, context: context)
        let needed = ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"]
        let missing = needed.filter { values[$0] == nil }
        guard missing.isEmpty else {
            throw .incomplete(
                missing: missing.enumerated, present: "IAM Identity Center", origin: anchor.origin, profile: profile)
        }
        self.profile = profile
        session = context.value("sso_session", in: profile)?.value
        startURL = values["sso_start_url"] ?? ""
        region = values["sso_region"] ?? ""
        accountId = values["sso_account_id"] ?? ""
        roleName = values["sso_role_name"] ?? ""
    }

    private static func merged(profile: String, context: CredentialContext) throws(CredentialError) -> [String: String] {
        var values = context.section(profile).properties.mapValues(\.value).filter { !$0.value.isEmpty }
        guard let name = context.value("sso_session", in: profile) else { return values }
        guard let session = context.files.config.ssoSessions[name.value] else {
            throw .invalidConfiguration(
                problem: "sso_session \(name.value) does not exist, add [sso-session \(name.value)]", origin: name.origin,
                profile: profile)
        }
        for (key, given) in session.properties where !given.value.isEmpty {
            if let own = values[key], own != given.value {
                throw .invalidConfiguration(
                    problem: "\(key) differs from the one in sso-session \(name.value)", origin: given.origin, profile: profile)
            }
            values[key] = given.value
        }
        return values
    }
}
