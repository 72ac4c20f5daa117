internal import Runtime

/// Both shared files together, as one call sees them.
package struct SharedFiles: Equatable, Sendable {
    /// The config file.
    package let config: SharedFile
    /// The credentials file.
    package let credentials: SharedFile
    /// Where the config file is or would be, as shown to a reader.
    package let configPath: String
    /// Where the credentials file is or would be, as shown to a reader.
    package let credentialsPath: String

    /// Files that have been read, or made up for a test.
    package init(
        config: SharedFile, credentials: SharedFile, configPath: String = "~/.aws/config", credentialsPath: String = "~/.aws/credentials"
    ) {
        self.config = config
        self.credentials = credentials
        self.configPath = configPath
        self.credentialsPath = credentialsPath
    }

    /// Reads the files where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` say, else in `~/.aws`. What is no file is empty, and so
    /// is the file of an empty variable.
    package static func load(environment: Environment) throws(SettingsError) -> SharedFiles {
        let configPath = environment.path("AWS_CONFIG_FILE", standard: "~/.aws/config")
        let credentialsPath = environment.path("AWS_SHARED_CREDENTIALS_FILE", standard: "~/.aws/credentials")
        return SharedFiles(
            config: try read(configPath, kind: .config, environment: environment),
            credentials: try read(credentialsPath, kind: .credentials, environment: environment),
            configPath: environment.abbreviated(configPath),
            credentialsPath: environment.abbreviated(credentialsPath))
    }

    private static func read(_ path: String, kind: SharedFile.Kind, environment: Environment) throws(SettingsError) -> SharedFile {
        let shown = environment.abbreviated(path)
        do {
            let text = try LocalFile.text(at: path)
            return try SharedFile(text, kind: kind, path: shown)
        } catch let error as LocalFile.Problem {
            if [.missing, .isDirectory, .isNoFile].contains(error) { return SharedFile() }
            throw .unreadableFile(path: shown, problem: error.phrase)
        } catch let error as SettingsError {
            throw error
        } catch {
            throw .unreadableFile(path: shown, problem: "\(error)")
        }
    }

    /// A profile with both files merged, key by key; the credentials file wins.
    package func profile(_ name: String) -> SharedFileSection? {
        guard var section = config.profiles[name] else { return credentials.profiles[name] }
        if let other = credentials.profiles[name] { section.merge(other) }
        return section
    }

    /// Names of all profiles, sorted, `default` first.
    package var profileNames: [String] {
        Set(config.profiles.keys).union(credentials.profiles.keys)
            .sorted { ($0 == "default" ? 0 : 1, $0) < ($1 == "default" ? 0 : 1, $1) }
    }
}
