/// What is known of a plan's targets before the engine starts: nothing for a new run, the journal's truth for a resumed one.
package struct RunHistory: Hashable, Sendable {
    /// The outcome of each target of the plan, in its order; absent when it has none.
    package var outcomes: [Outcome?]
    /// Targets that were sent, and of which no answer told what became of them at the time.
    package var inDoubt: Set<Int>
    /// Targets whose outcome was held against a listing.
    package var verified: Set<Int>
    /// Targets that later runs of our own changed: a listing that contradicts their outcome does not contradict this run.
    package var laterChanges: [Int: LaterChange] = [:]
    /// Later runs whose journals were not read, each with the reason: what they changed is not known.
    package var unreadRuns: [String] = []

    /// The history of a plan of `count` targets that was never run.
    package init(count: Int) {
        outcomes = Array(repeating: nil, count: count)
        inDoubt = []
        verified = []
    }
}

/// What a later run of our own did to a target, as its journal tells it.
package struct LaterChange: Hashable, Sendable {
    /// How the change relates to what the earlier run did.
    package enum Kind: Hashable, Sendable {
        /// The later run is an undo of the earlier one.
        case undone
        /// The later run did the opposite, and is no undo.
        case changedBack
        /// The later run was sent to do the opposite, and its journal does not tell what came of it.
        case perhapsChangedBack
        /// The later run did the same, as a retry does.
        case repeated
    }

    /// What it did.
    package var kind: Kind
    /// The later run's id.
    package var runId: String

    /// A change by the run `runId`.
    package init(_ kind: Kind, by runId: String) {
        self.kind = kind
        self.runId = runId
    }

    /// Whether the target may now be the opposite of what the earlier run made it.
    var isOpposite: Bool {
        switch kind {
        case .undone, .changedBack, .perhapsChangedBack: true
        case .repeated: false
        }
    }

    /// Whether the later run's record tells that it happened.
    var isCertain: Bool {
        switch kind {
        case .undone, .changedBack, .repeated: true
        case .perhapsChangedBack: false
        }
    }

    /// The change as the end of a sentence about associations.
    var sentenceEnd: String {
        switch kind {
        case .undone: "undone since by run \(runId)"
        case .changedBack: "changed back since by run \(runId)"
        case .perhapsChangedBack: "perhaps changed back since by run \(runId), whose record does not tell"
        case .repeated: "done since by run \(runId)"
        }
    }
}
