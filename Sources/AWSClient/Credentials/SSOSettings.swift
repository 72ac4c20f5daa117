internal import TextSafety

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
        startURL = values["sso_start_url"]?.value ?? ""
        region = try Self.region(values["sso_region"], profile: profile)
        accountId = values["sso_account_id"]?.value ?? ""
        roleName = values["sso_role_name"]?.value ?? ""
    }

    /// The region, which becomes part of the host that the token is sent to.
    private static func region(_ found: Sourced<String>?, profile: String) throws(CredentialError) -> String {
        guard let found else { return "" }
        guard HostLabel.isRegion(found.value) else {
            throw .invalidConfiguration(
                problem: "sso_region \"\(found.value)\" is no region's name, it looks like us-east-1", origin: found.origin,
                profile: profile)
        }
        return found.value
    }

    private static func merged(profile: String, context: CredentialContext) throws(CredentialError) -> [String: Sourced<String>] {
        var values = context.section(profile).properties.filter { !$0.value.value.isEmpty }
        guard let name = context.value("sso_session", in: profile) else { return values }
        guard let session = context.files.config.ssoSessions[name.value] else {
            throw .invalidConfiguration(
                problem: "sso_session \(name.value) does not exist, add [sso-session \(name.value)]", origin: name.origin,
                profile: profile)
        }
        for (key, given) in session.properties where !given.value.isEmpty {
            if let own = values[key], own.value != given.value {
                throw .invalidConfiguration(
                    problem: "\(key) differs from the one in sso-session \(name.value)", origin: given.origin, profile: profile)
            }
            values[key] = given
        }
        return values
    }
}
