package import InspectorCore

/// The runs of this machine's journals, the latest first.
package struct EarlierRuns: Hashable, Sendable {
    /// The runs; nothing until they are read.
    package var runs: [RunSummary]?
    /// Where the operator is.
    package var viewport = Viewport()

    /// A list that is being read.
    package init() {}

    /// The run under the cursor.
    package var current: RunSummary? {
        guard let runs, runs.indices.contains(viewport.cursor) else { return nil }
        return runs[viewport.cursor]
    }
}

/// One earlier run.
package struct EarlierRun: Hashable, Sendable {
    /// What its journal tells.
    package let record: RunRecord
    /// Its outcomes by statusCode.
    package let finished: FinishedRun
    /// The part that is seen.
    package var viewport = Viewport()

    /// Whether something was not sent, or is not known.
    var hasRest: Bool { finished.report.outcomes.contains(where: \.isOpen) }

    /// Whether the service did something, so that there is a way back.
    var hasDone: Bool { finished.report.outcomes.contains(where: \.isDone) }

    /// A screen for a record.
    package init(_ record: RunRecord) {
        self.record = record
        finished = FinishedRun(record.report)
    }
}

/// What is done with an earlier run once it is read.
package enum RunPurpose: Hashable, Sendable {
    /// Show it.
    case show
    /// Plan the rest of it.
    case resume
    /// Plan the way back.
    case undo
    /// Verify it again.
    case verify
    /// Show it anew where it is open, after it was resumed or verified.
    case renew
}

/// The profiles to choose from, after a row for the region.
package struct ProfilePicker: Hashable, Sendable {
    /// Where the operator is.
    package var viewport = Viewport()

    /// The picker's first row.
    package init() {}
}
