import InspectorCore
import TextSafety

/// A run that came to its end, with what did not succeed in groups.
struct FinishedRun: Hashable, Sendable {
    /// The run's report.
    let report: RunReport
    /// What it changed of its projects' coverage.
    @Cached private(set) var coverage: CoverageChange?
    /// What did not succeed.
    @Cached private(set) var failures: FailureGroups

    /// Groups the report's outcomes.
    init(_ report: RunReport) {
        self.report = report
        coverage = CoverageChange(report)
        failures = FailureGroups(report)
    }

    /// Whether a resume has something to do: targets in doubt or not sent, and a journal to go on with.
    var isResumable: Bool { report.journal != nil && report.isResumable }

    /// Whether sending something of it again makes sense.
    var isRetryable: Bool { failures.reasons.contains(where: \.advice.isRetryable) }

    /// Places of targets that did not succeed; only those worth sending again unless `takesAll`.
    func open(takesAll: Bool) -> [Int] {
        withPartners(failures.reasons.filter { takesAll || $0.advice.isRetryable }.flatMap(\.targets)).sorted()
    }
}

extension [FinishedRun] {
    /// The newest run that is no undo of another one: of those that changed something, if there is any.
    var newestToUndo: FinishedRun? {
        let runs = filter { $0.report.plan.undoes == nil }
        return runs.last { $0.report.outcomes.contains(where: \.isDone) } ?? runs.last
    }

    /// The id of the last run that undid the run of this id, or a part of it.
    func undo(of runId: String) -> String? {
        last { $0.report.plan.undoes == runId && $0.report.outcomes.contains(where: \.isDone) }?.report.runId
    }

    /// How much of a run was undone in this session, "1 of 5"; nil where nothing is left of it.
    func undonePart(of run: FinishedRun) -> String? {
        let undos = filter { $0.report.plan.undoes == run.report.runId }
        let undone = undos.reduce(0) { $0 + $1.report.outcomes.count(where: \.isDone) }
        let done = run.report.outcomes.count(where: \.isDone)
        return undone < done ? "\(undone.grouped) of \(done.grouped)" : nil
    }

    /// What stays on the normal screen after leaving: each run's result and its journal's path; nothing when nothing was sent. Those of a
    /// group say whose they are.
    var farewell: String {
        map(\.report).map { report in
            let (plan, journal) = (report.plan, report.journal.map { "\n  journal: \($0.terminalSafe)" } ?? "")
            let name = plan.group == nil ? "" : "\(plan.profile.map { "\($0)/" } ?? "")\(plan.region): ".terminalSafe
            return "\(name)\(report.sentence)\(journal)\n"
        }.joined()
    }
}
