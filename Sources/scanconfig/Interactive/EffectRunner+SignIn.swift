import AWSClient
import OperatorUI
import Runtime
import TextSafety

extension EffectRunner {
    /// Signs in for a profile; the screen shows where, and hears how it ends.
    func signIn(_ choice: ConnectionChoice) {
        cancelSignIn()
        if connector.isDemo { return mailbox.post(Self.failed("The demo needs no sign-in.")) }
        let dialog = signInDialog
        signInTask = Task { [mailbox, connector] in
            do throws(SignInSession.Problem) {
                let session = try await connector.signIn(profile: choice.profile, region: choice.region)
                let end = await Self.end(of: session, dialog)
                await session.shutdown()
                if let end, !Task.isCancelled { mailbox.post(end) }
            } catch {
                if !Task.isCancelled { mailbox.post(Self.failed(error.sentence)) }
            }
        }
    }

    /// Gives the sign-in up.
    func cancelSignIn() {
        signInTask?.cancel()
        signInDialog.answer(nil)
    }

    private nonisolated static func failed(_ sentence: String) -> Event {
        .signInFailed(Problem(context: "Signing in", sentence: sentence))
    }

    /// What became of a sign-in; nothing of one that was given up.
    private nonisolated static func end(of session: SignInSession, _ dialog: PageDialog) async -> Event? {
        guard let signIn = session.signIn else { return failed(SignInWords.notThisWay(session.profile)) }
        do throws(CredentialError) {
            try await signIn.run(dialog)
            return .signedIn(profile: signIn.profile)
        } catch {
            return error == .cancelled ? nil : failed(error.sentence)
        }
    }
}

/// Shows in the terminal UI where to sign in, and waits for the code that is pasted.
final class PageDialog: SignInDialog {
    private let mailbox: Mailbox<Event>
    private let waiting = Locked<CheckedContinuation<String?, Never>?>(nil)

    init(mailbox: Mailbox<Event>) { self.mailbox = mailbox }

    func show(_ page: SignInPage) async {
        mailbox.post(
            .signInShown(
                SignInNotice(
                    profile: page.profile, address: page.completeURL ?? page.url, shortAddress: page.url, code: page.userCode,
                    endsAt: page.endsAt.map { WireDate.iso8601($0) })))
    }

    func authorizationCode() async -> String? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer(nil)
                waiting.withLock { $0 = continuation }
                if Task.isCancelled { answer(nil) }
            }
        } onCancel: {
            answer(nil)
        }
    }

    /// Passes the code on; `nil` when there is none.
    func answer(_ code: String?) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: code)
    }
}
