import ArgumentParser
import Glibc

/// Parses, runs, and turns every way out into an exit status. The only place that exits.
enum Launcher {
    @MainActor static func launch(_ root: any AsyncParsableCommand.Type, arguments: [String]) async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try root.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(root, error)
        }
        exit(ExitStatus.success.rawValue)
    }

    private static func leave(_ root: any ParsableCommand.Type, _ error: any Error) -> Never {
        switch error {
        case let failure as CommandFailure:
            if let message = failure.message { StandardError.write("scanconfig: \(message)\n") }
            exit(failure.status.rawValue)
        case let status as ExitStatus:
            exit(status.rawValue)
        default:
            let isHelp = root.exitCode(for: error) == .success
            let text = root.fullMessage(for: error) + "\n"
            if isHelp { StandardOutput.write(text) } else { StandardError.write(text) }
            exit((isHelp ? ExitStatus.success : .usage).rawValue)
        }
    }
}
