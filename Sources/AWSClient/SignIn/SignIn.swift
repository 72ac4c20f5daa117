package import FoundationEssentials
package import Logging
package import Runtime

/// A sign-in for a profile of IAM Identity Center or of `aws login`, which a person completes in a browser on any machine.
///
/// What it leaves behind is what AWS CLI version 2 leaves behind, so that each uses the other's sign-in.
package struct SignIn: Sendable {
    /// The profile that is signed in: the session's, or the one at the end of its `source_profile`.
    package let profile: String
    private let method: Method

    private enum Method: Sendable {
        case device(DeviceSignIn)
        case login(LoginSignIn)
    }

    /// The sign-in of the profile in `settings`; nil for a profile whose credentials come from elsewhere.
    package init?(
        settings: Settings, transport: any HTTPTransport, time: TimeSource = .system, random: RandomSource = .system, logger: Logger
    ) throws(CredentialError) {
        let files: SharedFiles
        do throws(SettingsError) { files = try SharedFiles.load(environment: settings.environment) } catch { throw .settings(error) }
        var context = CredentialContext(
            settings: settings, files: files, transport: transport, prompt: nil, time: time, random: random, logger: logger)
        while !context.signsInByItself, let next = context.value("source_profile"), !context.visited.contains(next.value) {
            guard files.profile(next.value) != nil else { return nil }
            context = context.sourceProfile(next.value)
        }
        profile = context.profile
        if let sso = try SSOSettings(signInOf: context) {
            method = .device(DeviceSignIn(context: context, settings: sso))
        } else if let session = context.value("login_session") {
            method = .login(LoginSignIn(context: context, session: session.value))
        } else {
            return nil
        }
    }

    /// Signs in, and keeps what the service gives.
    /// - Throws: also when the person does not sign in, in time or at all, and when the task is cancelled.
    package func run(_ dialog: any SignInDialog) async throws(CredentialError) {
        switch method {
        case .device(let device): try await device.run(dialog)
        case .login(let login): try await login.run(dialog)
        }
    }

    /// Whether the person brings a code back from the browser, for which ``SignInDialog/authorizationCode()`` then asks.
    package var asksForCode: Bool {
        switch method {
        case .device: false
        case .login: true
        }
    }
}

/// Where a person signs in.
package struct SignInPage: Hashable, Sendable {
    /// The profile.
    package let profile: String
    /// The page to open.
    package let url: String
    /// The same with the code in it, where the service gives one.
    package let completeURL: String?
    /// The code to compare or to type there; nil where the page gives one instead.
    package let userCode: String?
    /// When the code ends; nil when it is not known.
    package let endsAt: Date?

    /// A page of these parts.
    package init(profile: String, url: String, completeURL: String? = nil, userCode: String? = nil, endsAt: Date? = nil) {
        (self.profile, self.url, self.completeURL, self.userCode, self.endsAt) = (profile, url, completeURL, userCode, endsAt)
    }
}

/// Who shows a person where to sign in.
package protocol SignInDialog: Sendable {
    /// Shows the page.
    func show(_ page: SignInPage) async
    /// The code that the page shows after signing in; nil when none was given.
    func authorizationCode() async -> String?
}

extension CredentialContext {
    /// Whether the profile itself names a sign-in.
    fileprivate var signsInByItself: Bool {
        ["sso_session", "sso_start_url", "login_session"].contains { value($0) != nil }
    }
}
