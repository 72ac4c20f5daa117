import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig runs`.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List earlier runs, the latest first.",
        discussion: """
            Resume an interrupted or stopped run with scanconfig resume RUN.

            Examples:
              scanconfig runs
              scanconfig runs --output json | jq '.[] | select(.state == "interrupted").runId'
            """)

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try StandardOutput.write(RunsOutput(runs: try Self.runs()).text(output))
    }

    private static func runs() throws(CommandFailure) -> [RunSummary] {
        do throws(JournalError) {
            return try RunStarter(environment: .current()).store().list()
        } catch {
            if case .noSuchRun = error { return [] }
            throw CommandFailure(error)
        }
    }
}
