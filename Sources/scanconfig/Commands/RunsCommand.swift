import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig runs`.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List earlier runs, the latest first.",
        discussion: """
            An interrupted run, or one with open targets, can be taken up again: scanconfig resume RUN.

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

/// `scanconfig show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of every target of a run.",
        discussion: """
            Examples:
              scanconfig show 2026
              scanconfig show RUN --output json | jq '.failedAssociations | group_by(.statusCode)'
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let record = try RecordedRun(name, RunStarter(environment: .current())).record
        try StandardOutput.write(RunOutput(report: record.report).text(output))
    }
}
