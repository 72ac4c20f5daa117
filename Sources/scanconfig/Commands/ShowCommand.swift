import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of every association of a run.",
        discussion: """
            What concerns the run as a whole is there too: that its journal is damaged (then the status is 255) or of an older version \
            without checksums, that it was taken back, when it was verified again.

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
        let run = try RecordedRun(name, RunStarter(environment: shared.values.environment))
        try StandardOutput.write(RunOutput(report: run.record.report).text(output))
        try run.checkTrust("Not all of this can be believed")
    }
}
