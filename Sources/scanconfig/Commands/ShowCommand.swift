import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig show`: the report of a run, from its journal.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of every association of a run.",
        discussion: """
            Examples:
              scanconfig show 2026
              scanconfig show RUN --output json | jq '.failedAssociations | group_by(.statusCode)'
              scanconfig show RUN --output html > run.html

            This includes what concerns the run as a whole: whether its journal is damaged (the exit status is then 255) or comes from \
            an older version without checksums, whether the run has been undone, and when it was verified again. markdown and html are \
            reports for a ticket: who did what, when and where, and what became of each association, with times and request ids.
            """)

    @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: ReportFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() throws {
        let run = try RecordedRun(name, RunStarter(environment: shared.values.environment))
        try StandardOutput.write(table.marked(try text(run)))
        try run.checkTrust("Parts of this are unreliable")
    }

    private func text(_ run: RecordedRun) throws(CommandFailure) -> String {
        switch output {
        case .table: RunOutput(report: run.record.report).text(.table)
        case .json: RunOutput(report: run.record.report).text(.json)
        case .csv: RunOutput(report: run.record.report).text(.csv)
        case .markdown: try ticket(run).markdown
        case .html: try ticket(run).html
        }
    }

    private func ticket(_ run: RecordedRun) throws(CommandFailure) -> Ticket {
        do throws(JournalError) {
            return try RunStarter(environment: shared.values.environment).store().ticket(run.record.runId)
        } catch {
            throw CommandFailure(error)
        }
    }
}
