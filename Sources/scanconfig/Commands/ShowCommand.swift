import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig show`: the report of a run, from its journal.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of every association of a run.",
        discussion: """
            This includes what concerns the run as a whole: whether its journal is damaged (the exit status is then 255) or comes from \
            an older version without checksums, whether the run has been undone, and when it was verified again.

            Examples:
              scanconfig show 2026
              scanconfig show RUN --output json | jq '.failedAssociations | group_by(.statusCode)'
            """)

    @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let run = try RecordedRun(name, RunStarter(environment: shared.values.environment))
        try StandardOutput.write(RunOutput(report: run.record.report).text(output))
        try run.checkTrust("Not all of this can be relied on")
    }
}
