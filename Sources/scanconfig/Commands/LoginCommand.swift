import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig login`: a sign-in for a profile, in a browser on any machine.
struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in for a profile of IAM Identity Center or of aws login.",
        usage: "scanconfig login [<options>]",
        discussion: """
            Examples:
              scanconfig login
              scanconfig login --profile security-admin

            This shows the address of a page, to be opened in a browser on any machine. For a profile with sso_session or sso_start_url, it \
            also shows a code to confirm there, and waits until you have. For a profile with login_session, the page shows a code, which \
            you paste here. What is kept in ~/.aws is what AWS CLI version 2 keeps there, so that each uses the other's sign-in. A profile \
            with source_profile signs in with that one.
            """)

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        if shared.isFleet { throw ValidationError("login signs in for one profile: give --profile once.") }
    }

    func run() async throws {
        let values = shared.values
        let logger = try Log.logger(values)
        let session: SignInSession
        do throws(SignInSession.Problem) {
            session = try await SignInSession.open(options: values.client, environment: values.environment, logger: logger)
        } catch {
            throw CommandFailure(.configuration, error.sentence)
        }
        guard let signIn = session.signIn else {
            await session.shutdown()
            throw CommandFailure(.configuration, SignInWords.notThisWay(session.profile))
        }
        do throws(CredentialError) {
            try await signIn.run(TerminalSignInDialog())
        } catch {
            await session.shutdown()
            throw CommandFailure(.configuration, error.sentence)
        }
        await session.shutdown()
        StandardError.write("Signed in for profile \(signIn.profile.terminalSafe).\n")
    }
}

/// What is said of sign-ins by commands and screens.
enum SignInWords {
    static func notThisWay(_ profile: String) -> String {
        "Profile \(profile.terminalSafe) has no sign-in of its own: it needs sso_session, sso_start_url or login_session. --profile names "
            + "another one."
    }
}
