import InspectorCore
import TextSafety

/// A run that came to its end, with what did not succeed grouped by statusCode.
struct FinishedRun: Hashable, Sendable {
    /// Targets with the same end.
    struct Group: Hashable, Sendable {
        /// The statusCode, or what else became of them.
        var title: String
        /// What an operator can do.
        var advice: String
        /// Whether sending them again makes sense.
        var isRetryable: Bool
        /// Their places in the plan.
        var targets: [Int]
    }

    /// The run's report.
    let report: RunReport
    /// What it changed of its projects' coverage.
    @Cached private(set) var coverage: CoverageChange?
    /// What did not succeed: what failed first, what was not sent last, the largest group first among the like.
    @Cached private(set) var groups: [Group]

    /// Groups the report's outcomes.
    init(_ report: RunReport) {
        self.report = report
        coverage = CoverageChange(report)
        let open = report.outcomes.indices.filter { report.outcomes[$0] != .succeeded }
        groups = Dictionary(grouping: open) { report.outcomes[$0].groupTitle }
            .map { title, targets in
                let advice = report.outcomes[targets[0]].advice
                return Group(title: title, advice: advice.sentence, isRetryable: advice.isRetryable, targets: targets)
            }
            .map { (report.outcomes[$0.targets[0]].rank, $0) }
            .sorted { ($0.0, $1.1.targets.count, $0.1.title) < ($1.0, $0.1.targets.count, $1.1.title) }
            .map(\.1)
    }

    /// Whether a resume has something to do: targets in doubt or not sent, and a journal to go on with.
    var isResumable: Bool { report.journal != nil && report.counts.open > 0 }

    /// Whether sending something of it again makes sense.
    var isRetryable: Bool { groups.contains(where: \.isRetryable) }

    /// Places of targets that did not succeed; only those worth sending again unless `takesAll`.
    func open(takesAll: Bool) -> [Int] {
        groups.filter { takesAll || $0.isRetryable }.flatMap(\.targets).sorted()
    }
}

extension [FinishedRun] {
    /// What stays on the normal screen after leaving: each run's result and its journal's path; nothing when nothing was sent.
    var farewell: String {
        map(\.report).map { report in
            let journal = report.journal.map { "\n  journal: \($0.terminalSafe)" } ?? ""
            return "\(report.sentence)\(journal)\n"
        }.joined()
    }
}
