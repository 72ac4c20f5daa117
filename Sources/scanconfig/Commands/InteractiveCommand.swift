import ArgumentParser

/// `scanconfig ui`, and `scanconfig` without a subcommand: the terminal UI.
struct InteractiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ui", abstract: "Open the terminal UI (the default).",
        discussion: """
            Examples:
              scanconfig --demo
              scanconfig --profile security-admin --region eu-west-1
              scanconfig --read-only

            Lists fill as pages arrive. Nothing is sent until a plan has been shown and confirmed. Press ? to see every key.
            """)

    @Flag(help: "Use the built-in simulator instead of an account.")
    var demo = false

    @OptionGroup var verification: VerificationOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    @MainActor
    func run() async throws {
        try await Interface(
            isDemo: demo, verifyFor: verification.verifyFor, ignoresConfiguration: verification.file.noConfig,
            options: shared.values
        ).run()
    }
}
