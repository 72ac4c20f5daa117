import AWSClient
import Curses
import Glibc
import InspectorCore
import OperatorUI
import Runtime
import Terminal

/// Puts the terminal UI together and runs it: terminal, app, event loop and effects.
struct Interface: Equatable {
    /// What is simulated instead of an account.
    var demo: Demo?
    var verifyFor: Int?
    var ignoresConfiguration = false
    var isAccessible = false
    var options = SessionOptions()
    /// What several sessions are opened with; none for the one that settings name.
    var sessions: [SessionName] = []

    /// Opens the terminal and draws the first frame.
    @MainActor
    func open() throws -> OpenInterface {
        let environment = options.environment
        let configuration = try ignoresConfiguration ? nil : ConfigurationFile(environment).configuration()
        let connector = try Connector(
            options: options, environment: environment, demo: demo, run: runOptions(environment, configuration))
        let isHeard = isAccessible || Accessibility.isWanted(by: environment, otherwise: configuration?.isAccessible ?? false)
        let terminal: CursesSession
        do {
            terminal = try CursesSession(
                options: CursesOptions(
                    color: options.color, theme: configuration?.theme, looks: configuration?.looks ?? RoleLooks(), isAccessible: isHeard,
                    environment: TerminalVariables { environment.value(of: $0) }))
        } catch {
            // With `stty tostop`, writing the sentence from the background would stop the program.
            if error == .inBackground { signal(SIGTTOU, SIG_IGN) }
            throw CommandFailure(.usage, error.description)
        }
        let isWholeDemo = sessions.isEmpty && options.client.profile == nil && options.client.region == nil
        let sessions = isWholeDemo ? demo?.sessionNames ?? [] : sessions
        let app = App(
            size: terminal.size, isReadOnly: options.isReadOnly, keepsMarks: demo == nil,
            preferences: configuration?.preferences ?? Preferences(),
            sessions: sessions.map { ConnectionChoice(profile: $0.profile, region: $0.region) }, isHeard: isHeard)
        let loop = EventLoop(
            app: app, terminal: terminal, narrator: isHeard ? Narrator(terminal) : nil
        ) { [isFleet = sessions.count > 1] mailbox in
            EffectRunner(connector: connector, mailbox: mailbox, isFleet: isFleet)
        }
        loop.drawFirst()
        return OpenInterface(loop: loop, terminal: terminal, environment: environment, starter: connector.starter)
    }

    /// The demo's listings do not lag, so it waits only a moment for them.
    private func runOptions(_ environment: Environment, _ configuration: UserConfiguration?) throws(CommandFailure) -> RunOptions {
        let usual = Duration.seconds(demo != nil ? 3 : VerificationOptions.usual)
        return RunOptions(verifyFor: try VerificationOptions.value(verifyFor, environment, configuration) ?? usual)
    }
}

/// The terminal UI with its first frame on the screen.
@MainActor
struct OpenInterface {
    fileprivate let loop: EventLoop
    fileprivate let terminal: CursesSession
    fileprivate let environment: Environment
    fileprivate let starter: RunStarter

    /// Runs until the operator leaves, and gives the terminal back.
    func run() async throws {
        await loop.run()
        terminal.end()
        for kept in loop.app.marksToKeep { MarkFile(environment: environment)?.write(kept) }
        // The terminal may be gone, which is no reason to report an error.
        try? StandardOutput.write(loop.app.farewell + starter.demoFarewell)
        await loop.runner.shutDown()
        if let signal = loop.endingSignal { throw ExitStatus(signal: signal) }
    }
}
