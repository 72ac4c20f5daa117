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
              scanconfig show RUN --output json | jq .failedAssociations
              scanconfig show RUN --output html > run.html

            This includes what concerns the run as a whole: whether its journal is damaged (the exit status is then 255) or comes from \
            an older version without checksums, whether the run has been undone, and when it was verified again. markdown and html are \
            reports for a ticket: who did what, when and where, and what became of each association, with times and request ids. A group's \
            ID (G...) stands for all runs that began together in several accounts and regions.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: ReportFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() throws {
        let starter = RunStarter(environment: shared.values.environment)
        if let group = try RecordedGroup(name, starter) { return try show(group) }
        let run = try RecordedRun(name, starter)
        try StandardOutput.write(table.marked(try text(run)))
        try run.checkTrust("Parts of this are unreliable")
    }

    /// All runs of a group as one result.
    private func show(_ group: RecordedGroup) throws {
        let result = FleetRunOutput(group: group.group.id, sessions: group.runs.map { .document($0.record.report) })
        let format: OutputFormat
        switch output {
        case .table: format = .table
        case .json: format = .json
        case .csv: format = .csv
        case .markdown, .html:
            let runs = group.group.runIds.joined(separator: ", ")
            throw CommandFailure(.usage, "A ticket is about one run: show one of \(runs).")
        }
        try StandardOutput.write(table.marked(result.text(format)))
        for run in group.runs { try run.checkTrust("Parts of this are unreliable") }
        if let gap = group.group.gap { throw CommandFailure(.other, gap) }
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
