package import Logging

/// The default chain: the first source that is configured wins, and one that is configured but fails stops the chain.
///
/// Source: AWS CLI version 2, "Configuration settings and precedence". The shared files are read again at each resolution, so that
/// credentials renewed in another window are found.
package struct CredentialChain: CredentialProvider {
    let settings: Settings
    let transport: any HTTPTransport
    let prompt: (any MFAPrompt)?
    let logger: Logger

    /// A chain for these settings.
    package init(settings: Settings, transport: any HTTPTransport, prompt: (any MFAPrompt)? = nil, logger: Logger) {
        self.settings = settings
        self.transport = transport
        self.prompt = prompt
        self.logger = logger
    }

    /// Goes through the chain.
    package func credentials() async throws(CredentialError) -> Credentials {
        let files: SharedFiles
        do {
            files = try SharedFiles.load(environment: settings.environment)
        } catch {
            throw .settings(error)
        }
        let profile = settings.profile
        if settings.options.profile == nil, let found = try EnvironmentCredentials(environment: settings.environment).credentials() {
            return found
        }
        let places = [(files.credentials, files.credentialsPath), (files.config, files.configPath)]
        for (file, path) in places {
            let keys = ProfileKeys(profile: profile, section: file.profiles[profile] ?? SharedFileSection(), path: path)
            if let found = try keys.credentials() { return found }
        }
        throw .notFound(profile: profile, lookedAt: ["the environment", files.credentialsPath, files.configPath])
    }
}
