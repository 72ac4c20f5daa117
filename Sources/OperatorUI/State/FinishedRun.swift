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

    /// Whether a resume has something to do: targets in doubt or not sent, and a journal to go on with.
    var isResumable: Bool { report.journal != nil && report.counts.open > 0 }

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

    /// Whether the target was sent and nothing told what became of it.
    var isInDoubt: Bool {
        if case .unresolved = self { true } else { false }
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
        case .succeeded: "Done"
        case .failed(let code, _): code.rawValue.terminalSafe
        case .notConfirmed(let code, _): code == .notAssociated ? "Reported done, not listed" : "Reported done, still listed"
        case .unresolved: "Unresolved"
        case .notSent(let reason): reason.groupTitle
        }
    }

    /// What an operator can do, and whether sending the target again makes sense.
    var advice: (sentence: String, isWorthwhile: Bool) {
        switch self {
        case .succeeded: ("Done.", false)
        case .failed(let code, _): (StatusAdvice(code).sentence, StatusAdvice(code).isRetryable)
        case .notConfirmed(let code, _): (StatusAdvice(code).sentence + " An undo takes it back.", false)
        case .unresolved: ("No answer told what became of these. A resume looks them up first.", true)
        case .notSent(let reason): (reason.advice, reason.isWorthwhile)
        }
    }

    /// What the outcome looks like in a list.
    var style: Style {
        switch self {
        case .succeeded: .success
        case .failed, .unresolved: .failed
        case .notConfirmed, .notSent: .warning
        }
    }
}

extension NotSentReason {
    fileprivate var groupTitle: String {
        switch self {
        case .accessDenied: "Not sent, access denied"
        case .notDone: "Not done yet"
        case .otherAccount: "Not sent, another account"
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused: "Not sent"
        }
    }

    fileprivate var advice: String {
        switch self {
        case .accessDenied: StatusAdvice(AssociationStatusCode(rawValue: "AccessDeniedException")).sentence
        case .notDone: "These were sent, and the listing shows that nothing came of it. A resume sends them again."
        case .otherAccount:
            "The credentials belong to another account, or that could not be ruled out. Sign in to the run's account, then resume the run."
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused: "These were not sent. A resume sends them."
        }
    }

    /// Whether sending the target is likely to succeed without anything else being done first.
    fileprivate var isWorthwhile: Bool {
        switch self {
        case .accessDenied, .otherAccount: false
        case .stopped, .notDone, .credentialsExpired, .unreachable, .journalFailed, .refused: true
        }
    }
}
