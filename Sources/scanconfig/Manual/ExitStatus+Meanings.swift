extension ExitStatus {
    /// What each status says, in the order of their numbers.
    static let meanings: [(status: ExitStatus, words: String)] = [
        (.success, "all done"), (.partial, "some association failed, is unresolved or was not sent"), (.hungUp, "the terminal hung up"),
        (.interrupted, "interrupted by ^C, or the question was not answered with the number"), (.quit, "ended by SIGQUIT"),
        (.terminated, "ended by SIGTERM"), (.usage, "bad usage or input"), (.configuration, "credentials or configuration"),
        (.service, "the service answered with an error"), (.other, "anything else"),
    ]

    /// The meanings as help shows them, a line each.
    static var help: String {
        meanings.map { status, words in
            let number = String(status.rawValue)
            return "  " + number + String(repeating: " ", count: 5 - number.count) + words
        }.joined(separator: "\n")
    }
}
