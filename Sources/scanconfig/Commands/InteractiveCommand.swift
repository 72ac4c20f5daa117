import ArgumentParser

/// The terminal UI.
struct InteractiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ui", abstract: "Open the terminal UI (the default).",
        discussion: """
            Lists appear as pages arrive. Nothing is sent before a plan was shown and confirmed; ? shows every key.

            Examples:
              scanconfig --demo
              scanconfig --profile security-admin --region eu-west-1
              scanconfig --read-only
            """)

    @Flag(help: "Work on a simulator inside the program instead of an account.")
    var demo = false

    @Flag(help: "Never send anything that changes the account.")
    var readOnly = false

    @OptionGroup var verification: VerificationOptions

    @OptionGroup var shared: SharedOptions

    @MainActor
    func run() async throws {
        try await Interface(isDemo: demo, isReadOnly: readOnly, verifyFor: verification.verifyFor, options: shared.values).run()
    }
}
