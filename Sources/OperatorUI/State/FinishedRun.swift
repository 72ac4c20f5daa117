package import InspectorCore
import Terminal
import TextSafety

/// A run that came to its end, with what did not succeed grouped by statusCode.
package struct FinishedRun: Hashable, Sendable {
    /// Targets with the same end.
    package struct Group: Hashable, Sendable {
        /// The statusCode, or what else became of them.
        package var title: String
        /// What an operator can do.
        package var advice: String
        /// Whether sending them again makes sense.
        package var isWorthwhile: Bool
        /// Their places in the plan.
        package var targets: [Int]
    }

    /// The run's report.
    package let report: RunReport
    /// What did not succeed: what failed first, what was not sent last, the largest group first among the like.
    package let groups: [Group]

    /// Groups the report's outcomes.
    package init(_ report: RunReport) {
        self.report = report
        let open = report.outcomes.indices.filter { report.outcomes[$0] != .succeeded }
        groups = Dictionary(grouping: open) { report.outcomes[$0].groupTitle }
            .map { title, targets in
                let advice = report.outcomes[targets[0]].advice
                return Group(title: title, advice: advice.sentence, isWorthwhile: advice.isWorthwhile, targets: targets)
            }
            .map { (report.outcomes[$0.targets[0]].rank, $0) }
            .sorted { ($0.0, $1.1.targets.count, $0.1.title) < ($1.0, $0.1.targets.count, $1.1.title) }
            .map(\.1)
    }

    /// Places of targets that did not succeed; only those worth sending again unless `takesAll`.
    package func open(takesAll: Bool) -> [Int] {
        groups.filter { takesAll || $0.isWorthwhile }.flatMap(\.targets).sorted()
    }
}

extension Outcome {
    /// Whether the target was sent and is not known to have succeeded.
    var isFailure: Bool {
        switch self {
        case .succeeded, .notSent: false
        case .failed, .notConfirmed, .unresolved: true
        }
    }

    /// The place of the outcome among results.
    fileprivate var rank: Int {
        switch self {
        case .failed, .notConfirmed: 0
        case .unresolved: 1
        case .notSent: 2
        case .succeeded: 3
        }
    }

    /// What results are grouped by: the statusCode, or what else became of the target.
    var groupTitle: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed(let code, _), .notConfirmed(let code, _): code.rawValue.terminalSafe
        case .unresolved: "unresolved"
        case .notSent(let reason): reason.isRefusal ? "not sent, access denied" : "not sent"
        }
    }

    /// What an operator can do, and whether sending the target again makes sense.
    var advice: (sentence: String, isWorthwhile: Bool) {
        switch self {
        case .succeeded: ("Done.", false)
        case .failed(let code, _), .notConfirmed(let code, _): (StatusAdvice(code).sentence, StatusAdvice(code).isRetryable)
        case .unresolved: ("No answer told what became of these. Sending them again does no harm.", true)
        case .notSent(let reason) where reason.isRefusal:
            (StatusAdvice(AssociationStatusCode(rawValue: "AccessDeniedException")).sentence, false)
        case .notSent: ("Nothing was sent for these.", true)
        }
    }
}

extension NotSentReason {
    fileprivate var isRefusal: Bool {
        if case .accessDenied = self { true } else { false }
    }
}
