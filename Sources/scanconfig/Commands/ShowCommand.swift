import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of every association of a run.",
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
