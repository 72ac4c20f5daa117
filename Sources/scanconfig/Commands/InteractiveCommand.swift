import AWSClient
import ArgumentParser
import Curses
import InspectorCore
import OperatorUI
import Terminal

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

    @OptionGroup var shared: SharedOptions

    @MainActor
    func run() async throws {
        let environment = Environment.current()
        let connector = try Connector(shared: shared, environment: environment, isDemo: demo)
        let terminal: CursesSession
        do {
            terminal = try CursesSession(options: CursesOptions(color: shared.color, environment: environment.variables))
        } catch {
            throw CommandFailure(.usage, error.description)
        }
        let mailbox = Mailbox<Event>()
        let runner = EffectRunner(connector: connector, mailbox: mailbox)
        let loop = EventLoop(
            state: State(size: terminal.size, isReadOnly: readOnly), terminal: terminal, runner: runner, mailbox: mailbox)
        await loop.run()
        terminal.end()
        // The terminal may be gone, which is no error of what was done on it.
        try? StandardOutput.write(loop.state.farewell)
        await runner.shutDown()
    }
}
