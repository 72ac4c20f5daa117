import ArgumentParser
import Dispatch
import Glibc
import Runtime

/// The program: the terminal UI unless a subcommand is named.
struct Scanconfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanconfig",
        abstract: "List the scan configurations of Amazon Inspector code security and their projects, and disassociate them safely.",
        usage: """
            scanconfig [--demo] [--read-only] [<options>]
            scanconfig <subcommand> [<options>]
            """,
        discussion: """
            Without a subcommand, the terminal UI opens. It takes the options of scanconfig ui:
              scanconfig --demo        try it on a simulator, without an account
              scanconfig --read-only   look at an account, change nothing

            Completions for bash, zsh and fish, and the manual page:
              scanconfig --generate-completion-script bash
              scanconfig manual

            Exit status:
            \(ExitStatus.help)
            """,
        version: Version.current,
        subcommands: [
            InteractiveCommand.self, ListCommand.self, DisassociateCommand.self, MoveCommand.self, AssociateCommand.self,
            ApproveCommand.self,
            RunsCommand.self, ShowCommand.self, VerifyCommand.self, WatchCommand.self, ResumeCommand.self, RetryCommand.self,
            UndoCommand.self,
            LoginCommand.self, ConfigCommand.self, SimulateCommand.self,
            ManualCommand.self,
        ],
        defaultSubcommand: InteractiveCommand.self
    )
}

/// Parses the command line, runs the command, and turns its end into an exit status.
@main
enum Launcher {
    @MainActor
    static func main() {
        // A closed pipe and a file beyond the size limit are reported as errors instead of ending the program.
        for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        FirstProcess.endOnSignals()
        do throws(CommandFailure) { try ResourceLimits.check() } catch { leave(error) }
        // Swift reads the command line from /proc: without it --read-only and --demo would be lost, not refused.
        guard !CommandLine.arguments.isEmpty else {
            leave(CommandFailure(.other, "The command line cannot be read, because /proc is not mounted. Nothing was done."))
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        EventLoopTasks.takeOver()
        // Before there is any other thread, and any task.
        let interface: OpenInterface?
        do { interface = try InterfaceArguments.interface(arguments)?.open() } catch { leave(error) }
        ServiceSwitch.prepare()
        start(arguments, interface)
    }

    /// Not inlined: what tasks need would be made ready where it is called, before the first frame.
    @MainActor @inline(never)
    private static func start(_ arguments: [String], _ interface: OpenInterface?) -> Never {
        Task { await launch(arguments, interface) }
        dispatchMain()
    }

    @MainActor
    private static func launch(_ arguments: [String], _ interface: OpenInterface?) async {
        do {
            if let interface { try await interface.run() } else { try await run(arguments) }
        } catch {
            leave(error)
        }
        exit(ExitStatus.success.rawValue)
    }

    @MainActor
    private static func run(_ arguments: [String]) async throws {
        if arguments == ["--version"] { return try StandardOutput.write(Version.current + "\n") }
        var command = try parse(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }

    /// Parses the subcommand that is named, if all other arguments are its own: looking at every other command takes 1 ms.
    private static func parse(_ arguments: [String]) throws -> sending any ParsableCommand {
        let named = Scanconfig.configuration.subcommands.first { $0.configuration.commandName == arguments[0] }
        if let command = try? named?.parse(Array(arguments.dropFirst())) { return command }
        return try Scanconfig.parseAsRoot(arguments)
    }

    private static func leave(_ error: any Error) -> Never {
        switch error {
        case let failure as CommandFailure:
            if let message = failure.message { StandardError.write("scanconfig: \(message)\n") }
            exit(failure.status.rawValue)
        case let status as ExitStatus:
            exit(status.rawValue)
        default:
            let mistake = CommandLineMistake(Array(CommandLine.arguments.dropFirst())).map { "scanconfig: \($0.sentence)\n" }
            let isHelp =
                Scanconfig.exitCode(for: error) == .success && !(mistake != nil && CommandLine.arguments.dropFirst().first == "help")
            let told = Scanconfig.fullMessage(for: error).replacing("scanconfig ui", with: "scanconfig") + "\n"
            let text = told.hasPrefix("Error: ") ? "scanconfig: " + told.dropFirst("Error: ".count) : told
            guard isHelp else {
                StandardError.write(mistake ?? text)
                exit(ExitStatus.usage.rawValue)
            }
            show(HelpText.arranged(text))
        }
    }

    private static func show(_ help: String) -> Never {
        do throws(CommandFailure) { try StandardOutput.write(help) } catch { leave(error) }
        exit(ExitStatus.success.rawValue)
    }
}
