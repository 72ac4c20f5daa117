/// How many targets ended in which way.
package struct OutcomeCounts: Hashable, Sendable {
    /// Targets that succeeded.
    package private(set) var succeeded = 0
    /// Targets that failed; those not confirmed among them.
    package private(set) var failed = 0
    /// Targets that the service reported done, and the listings do not show so.
    package private(set) var notConfirmed = 0
    /// Targets whose outcome is not known.
    package private(set) var unresolved = 0
    /// Targets for which nothing was sent.
    package private(set) var notSent = 0

    /// Nothing counted yet.
    init() {}

    /// Counts outcomes.
    package init(_ outcomes: some Sequence<Outcome>) {
        for outcome in outcomes { add(outcome) }
    }

    /// All that have an outcome.
    package var all: Int { succeeded + failed + unresolved + notSent }

    /// Those that a resumed run has to look after.
    package var open: Int { unresolved + notSent }

    /// Counts one more outcome, or, with a step of -1, one less.
    mutating func add(_ outcome: Outcome, _ step: Int = 1) {
        switch outcome {
        case .succeeded: succeeded += step
        case .failed: failed += step
        case .notConfirmed:
            failed += step
            notConfirmed += step
        case .unresolved: unresolved += step
        case .notSent: notSent += step
        }
    }
}
