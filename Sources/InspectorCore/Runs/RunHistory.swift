/// What is known of a plan's targets before the engine starts: nothing for a new run, the journal's truth for a resumed one.
package struct RunHistory: Hashable, Sendable {
    /// The outcome of each target of the plan, in its order; absent when it has none.
    package var outcomes: [Outcome?]
    /// Targets that were sent, and of which no answer told what became of them at the time.
    package var inDoubt: Set<Int>
    /// Targets whose outcome was held against a listing.
    package var verified: Set<Int>

    /// The history of a plan of `count` targets that was never run.
    package init(count: Int) {
        outcomes = Array(repeating: nil, count: count)
        inDoubt = []
        verified = []
    }
}
