package import Logging
internal import TextSafety

/// A sign-in with the connections that it needs; it works without a region where only IAM Identity Center's counts.
package struct SignInSession: Sendable {
    /// The sign-in; nil for a profile whose credentials come from elsewhere.
    package let signIn: SignIn?
    /// The profile that was asked for.
    package let profile: String
    private let transport: AsyncHTTPTransport

    /// Why no sign-in could be prepared.
    package enum Problem: Error {
        case settings(SettingsError)
        case credentials(CredentialError)

        /// The problem in words.
        package var sentence: String {
            switch self {
            case .settings(let error): error.sentence
            case .credentials(let error): error.sentence
            }
        }
    }

    /// Reads files, makes no call; the session has to be shut down.
    package static func open(options: ClientOptions, environment: Environment, logger: Logger) async throws(Problem) -> SignInSession {
        var missing: SettingsError?
        let settings: Settings
        do throws(SettingsError) {
            settings = try Settings.load(options: options, environment: environment, metadataRegion: nil)
        } catch {
            guard case .missingRegion = error else { throw .settings(error) }
            missing = error
            do throws(SettingsError) {
                settings = try Settings.load(options: options, environment: environment, metadataRegion: "us-east-1")
            } catch {
                throw .settings(error)
            }
        }
        let transport = AsyncHTTPTransport(settings: settings)
        do throws(CredentialError) {
            let signIn = try SignIn(settings: settings, transport: transport, logger: logger)
            if let missing, signIn?.asksForCode == true { throw CredentialError.settings(missing) }
            return SignInSession(signIn: signIn, profile: settings.profile, transport: transport)
        } catch {
            await transport.shutdown()
            throw .credentials(error)
        }
    }

    /// Closes all connections.
    package func shutdown() async { await transport.shutdown() }
}
