import ArgumentParser
import TextSafety

/// `scanconfig ui`, and `scanconfig` without a subcommand: the terminal UI.
struct InteractiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ui", abstract: "Open the terminal UI (the default).",
        discussion: """
            Examples:
              scanconfig --demo
              scanconfig --profile security-admin --region eu-west-1
              scanconfig --profile payments --profile platform --region all
              scanconfig --read-only
              scanconfig --accessible

            Lists fill as pages arrive. Nothing is sent until a plan has been shown and confirmed. Press ? to see every key.
            """)

    @Option(
        defaultAsFlag: Demo.account.rawValue, parsing: .next,
        help: ArgumentHelp(
            "Use the built-in simulator instead of an account; --demo fleet simulates three accounts in two regions.",
            valueName: "fleet"))
    var demo: String?

    @Flag(
        help: "Append whole lines instead of drawing a screen, for screen readers and braille (also ACCESSIBLE=1).")
    var accessible = false

    @OptionGroup var verification: VerificationOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        if let demo, Demo(rawValue: demo) == nil { throw ValidationError("--demo takes fleet, or nothing, not '\(demo.terminalSafe)'.") }
        if sessions.count > SessionName.most {
            throw ValidationError("\(sessions.count) sessions are too many: the terminal UI opens up to \(SessionName.most).")
        }
    }

    /// The sessions that are opened, where they are several.
    private var sessions: [SessionName] {
        shared.isFleet ? shared.sessionNames(shared.values.environment) : []
    }

    /// What the options open.
    var interface: Interface {
        Interface(
            demo: demo.flatMap(Demo.init), verifyFor: verification.verifyFor, ignoresConfiguration: verification.file.noConfig,
            isAccessible: accessible, options: shared.values, sessions: sessions)
    }

    @MainActor
    func run() async throws { try await interface.open().run() }
}
