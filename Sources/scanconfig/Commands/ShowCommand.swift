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
        if let group = try RecordedGroup(name, starter) { return try show(group, starter) }
        let run = try RecordedRun(name, starter)
        try StandardOutput.write(table.marked(try text(run, starter)))
        try run.checkTrust("Parts of this are unreliable")
    }

    /// All runs of a group as one result.
    private func show(_ group: RecordedGroup, _ starter: RunStarter) throws {
        let runs = try group.runs.map { run throws(CommandFailure) in try run.told(starter) }
        let result = FleetRunOutput(
            group: group.group.id, sessions: runs.map { .document($0) }, records: group.runs.map(\.record), recorded: group.group)
        let text: String
        switch output {
        case .table: text = result.text(.table)
        case .json: text = result.text(.json)
        case .csv: text = result.text(.csv)
        case .markdown: text = try ticket(group).markdown
        case .html: text = try ticket(group).html
        }
        try StandardOutput.write(table.marked(text))
        for run in group.runs { try run.checkTrust("Parts of this are unreliable") }
        if let gap = group.group.gap { throw CommandFailure(.other, gap) }
    }

    private func text(_ run: RecordedRun, _ starter: RunStarter) throws(CommandFailure) -> String {
        let report = try run.told(starter)
        switch output {
        case .table: return RunHead(run.record).text + RunOutput(report: report).text(.table)
        case .json: return RunOutput(report: report).text(.json)
        case .csv: return RunOutput(report: report).text(.csv)
        case .markdown: return try ticket(run.record.runId).markdown
        case .html: return try ticket(run.record.runId).html
        }
    }

    private func ticket(_ runId: String) throws(CommandFailure) -> Ticket {
        do throws(JournalError) {
            return try RunStarter(environment: shared.values.environment).store().ticket(runId)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func ticket(_ group: RecordedGroup) throws(CommandFailure) -> GroupTicket {
        let tickets = try group.runs.map { run throws(CommandFailure) in try ticket(run.record.runId) }
        return GroupTicket(group.group.id, tickets, gap: group.group.gap)
    }
}

extension RecordedRun {
    /// The run's report, which says so where the run is still in progress.
    fileprivate func told(_ starter: RunStarter) throws(CommandFailure) -> RunReport {
        record.report(isInProgress: try starter.isUnderWay(record.runId))
    }
}
