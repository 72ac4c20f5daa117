import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig retry`: a run that sends again what failed in another one.
struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Retry a run: send again what failed in it.",
        discussion: """
            Examples:
              scanconfig retry RUN --dry-run
              scanconfig retry RUN --failed ACCESS_DENIED
              scanconfig retry RUN --yes --output json

            A retry is a run of its own, which names the one that it retries. It plans the associations whose failure may pass, such as \
            INTERNAL_ERROR; --failed names the status codes to send again, whatever they are. The plan is shown first, as for \
            disassociate. What was not sent or is unresolved is for scanconfig resume. A group's ID (G...) stands for all runs that began \
            together in several accounts and regions. Without --profile and --region, those of the journal are used.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("Send again what failed with this status code (repeatable).", valueName: "code"))
    var failed: [String] = []

    @OptionGroup var coverage: CoverageOptions

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try Self.refuseEmpty("--failed", failed) }

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment)
        if let group = try RecordedGroup(name, starter) { return try await retry(group, starter) }
        let run = try RecordedRun(name, starter)
        if try starter.isUnderWay(run.record.runId) { throw CommandFailure(JournalError.locked(path: run.record.journal)) }
        try run.checkTrust("Run \(run.record.runId) cannot be retried")
        let report = run.record.report
        if report.failureCounts.isEmpty {
            return StandardError.write("Nothing failed in run \(report.runId): \(report.sentence)\n")
        }
        let plan = try plan(report, failed)
        try await CommandSession.with(shared, of: run.record) { session in
            try await session.check(plan)
            let pending = try await session.pending(plan, unconfirmed: run.record.unconfirmed)
            try await options.carryOut(pending, coverage.choice, session, announcement: announcement(run.record, plan))
        }
    }

    /// Retries the runs of a group in which something failed side by side, as another group.
    private func retry(_ group: RecordedGroup, _ starter: RunStarter) async throws {
        if let gap = group.group.gap { throw CommandFailure(.other, "\(gap) Retry its runs one by one. Nothing was sent.") }
        try group.checkEnded(starter, "retry")
        try group.checkTrust("retry")
        let known = Set(group.runs.flatMap { $0.record.report.failureCounts.keys.map { $0.uppercased() } })
        if known.isEmpty { return StandardError.write("Nothing failed in the runs of \(group.group.id).\n") }
        if let unknown = failed.first(where: { !known.contains($0.uppercased()) }) {
            let codes = known.sorted().joined(separator: ", ")
            throw CommandFailure(
                .usage, "Nothing failed with \(unknown) in the runs of \(group.group.id); there are: \(codes).".terminalSafe)
        }
        let concerned = group.runs.filter { isConcerned($0.record.report) }
        if concerned.isEmpty {
            let codes = known.sorted().joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "A retry is unlikely to help what failed in \(group.group.id): \(codes). To try anyway, give --failed CODE.".terminalSafe)
        }
        try await RecordedGroup(group.group, concerned).withSessions(shared) { fleet, runs in
            let drafts = await fleet.mapped(runs) { session, run throws(CommandFailure) in
                let plan = try plan(run.record.report, codes(in: run.record.report))
                session.write(announcement(run.record, plan))
                try await session.check(plan)
                return try await session.pending(plan, unconfirmed: run.record.unconfirmed)
            }
            try await options.carryOut(drafts, in: fleet) { _ in coverage.choice }
        }
    }

    /// Whether something failed in the run that is sent again.
    private func isConcerned(_ report: RunReport) -> Bool {
        failed.isEmpty ? !report.retryPlan(codes: []).targets.isEmpty : !codes(in: report).isEmpty
    }

    /// Those of the codes asked for that something failed with in the run.
    private func codes(in report: RunReport) -> [String] {
        let known = Set(report.failureCounts.keys.map { $0.uppercased() })
        return failed.filter { known.contains($0.uppercased()) }
    }

    /// The plan of what is sent again. Throws when that is nothing.
    private func plan(_ report: RunReport, _ failed: [String]) throws(CommandFailure) -> Plan {
        let counts = report.failureCounts
        let codes = Set(failed.map { $0.uppercased() }).reduce(into: Set<String>()) { codes, name in
            codes.formUnion(counts.keys.filter { $0.uppercased() == name })
        }
        let known = counts.sorted { $0.key < $1.key }.map { "\($0.value.grouped) \($0.key)" }.joined(separator: ", ")
        if let unknown = failed.first(where: { name in !codes.contains { $0.uppercased() == name.uppercased() } }) {
            throw CommandFailure(.usage, "Nothing failed with \(unknown) in run \(report.runId); there are: \(known).".terminalSafe)
        }
        let plan = report.retryPlan(codes: codes)
        guard !plan.targets.isEmpty else {
            throw CommandFailure(
                .usage,
                "A retry is unlikely to help what failed in run \(report.runId): \(known). To try anyway, give --failed CODE.".terminalSafe)
        }
        return plan
    }

    /// Which run is retried, and what is left out.
    private func announcement(_ record: RunRecord, _ plan: Plan) -> String {
        let left = record.report.counts.failed - plan.targets.count
        let leftOut =
            left > 0 ? " \(left.counted("association")) that failed \(left == 1 ? "is" : "are") left out; --failed CODE takes them." : ""
        let open = record.report.counts.open > 0 ? " scanconfig resume \(record.runId) sends what was not sent." : ""
        let undone = record.undoneBy.map { " Run \($0) has undone it since." } ?? ""
        return "Retrying run \(record.runId), begun \(record.startedAt.moment).\(undone)\(leftOut)\(open)\n"
    }
}
