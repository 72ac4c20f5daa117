import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig runs`.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List earlier runs, the latest first.",
        discussion: """
            Resume an interrupted or stopped run with scanconfig resume RUN. Journals are the only way back, and nothing deletes them: \
            --disk says what they take, and scanconfig runs export copies one.

            Examples:
              scanconfig runs
              scanconfig runs --disk
              scanconfig runs --output json | jq '.[] | select(.state == "interrupted").runId'
            """, subcommands: [RunsExportCommand.self])

    @Flag(help: "Show what the journals take on the disk.")
    var disk = false

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (runs, folder) = try Self.runs(RunStarter(environment: shared.values.environment))
        let text = disk ? RunsDiskOutput(runs: runs, folder: folder).text(output) : RunsOutput(runs: runs).text(output)
        try StandardOutput.write(text)
    }

    private static func runs(_ starter: RunStarter) throws(CommandFailure) -> (runs: [RunSummary], folder: String) {
        do throws(JournalError) {
            let store = try starter.store()
            return (try store.list(), store.folder)
        } catch {
            throw CommandFailure(error)
        }
    }
}
