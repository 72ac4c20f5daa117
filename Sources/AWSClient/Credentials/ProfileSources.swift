/// The sources of one profile, in the order of the chain; also what a `source_profile` may draw on.
struct ProfileSources: Sendable {
    let context: CredentialContext
    /// Whether variables of the environment count.
    var readsEnvironment = false

    /// The first that is configured; nil when none is.
    func credentials(profile: String) async throws(CredentialError) -> Credentials? {
        let webIdentity = WebIdentityCredentials(context: context, readsEnvironment: readsEnvironment)
        if let found = try await webIdentity.credentials(profile: profile) { return found }
        if let found = try await SSOCredentials(context: context).credentials(profile: profile) { return found }
        if let found = try keys(of: profile, in: context.files.credentials, at: context.files.credentialsPath) { return found }
        if let found = try await LoginCredentials(context: context).credentials(profile: profile) { return found }
        if let found = try await ProcessCredentials(context: context).credentials(profile: profile) { return found }
        return try keys(of: profile, in: context.files.config, at: context.files.configPath)
    }

    private func keys(of profile: String, in file: SharedFile, at path: String) throws(CredentialError) -> Credentials? {
        guard let section = file.profiles[profile] else { return nil }
        return try ProfileKeys(profile: profile, section: section, path: path).credentials()
    }
}
