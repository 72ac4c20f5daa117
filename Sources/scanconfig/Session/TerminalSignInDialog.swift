import AWSClient
import Glibc
import TextSafety

/// Shows on standard error where to sign in, and reads the code from standard input.
struct TerminalSignInDialog: SignInDialog {
    func show(_ page: SignInPage) async {
        let profile = page.profile.terminalSafe
        var text =
            "To sign in for profile \(profile), open this page in a browser on any machine:\n\n  \((page.completeURL ?? page.url).terminalSafe)\n\n"
        if let code = page.userCode?.terminalSafe {
            text += "It has to show the code \(code)."
            if page.completeURL != nil { text += " Or open \(page.url.terminalSafe) and type that code." }
            text += "\nWaiting until \(page.endsAt.map { WireDate.iso8601($0) } ?? "the code ends"); ^C ends this.\n"
        }
        StandardError.write(text)
    }

    func authorizationCode() async -> String? {
        StandardError.write("Then paste the authorization code that the page shows, and press Enter: ")
        return await TypedLine.next(from: STDIN_FILENO)?.trimmed
    }
}
