import InspectorCore

extension State {
    var retryAvailability: Availability {
        switch screen {
        case .earlierRuns(let list):
            return sendingAvailability ?? readingAvailability(list)
                ?? .when(list.current?.isResumable ?? false, else: "Nothing of this run is left to resume.")
        case .earlierRun(let run):
            return sendingAvailability
                ?? .when(run.hasRest || !run.record.isFinished, else: "Nothing of this run is left to resume.")
        case .plan(let plan):
            if case .retry = plan.origin { return .enabled }
            return .disabled("This plan is not a retry: Esc goes back.")
        default: return sendingAvailability ?? lastRunRetryAvailability
        }
    }

    private var lastRunRetryAvailability: Availability {
        guard let last = runs.last else { return .disabled("Nothing was sent yet, so there is nothing to retry.") }
        if resumableRun != nil { return .enabled }
        if last.groups.isEmpty { return .disabled("Everything in the last run succeeded." + rowsThatStillFail) }
        return mismatch(last.report.plan).map(Availability.disabled) ?? .enabled
    }

    /// A retry takes what makes sense; the rest of the run before it is still marked and highlighted.
    private var rowsThatStillFail: String {
        let count = failures.count
        if count == 0 { return "" }
        return " \(count.counted("association")) of an earlier run still \(count == 1 ? "fails" : "fail"): d plans what is marked."
    }

    /// Nothing is known of a list before it is there.
    private func readingAvailability(_ list: EarlierRuns) -> Availability? {
        list.runs == nil ? .disabled("The journals are still being read.") : nil
    }

    var undoAvailability: Availability {
        switch screen {
        case .plan: return .disabled("Esc goes back; U works from there.")
        case .earlierRuns(let list):
            return sendingAvailability ?? readingAvailability(list) ?? .when(list.current != nil, else: "There is no run to undo.")
        case .earlierRun(let run):
            return sendingAvailability ?? .when(run.hasDone, else: "That run changed nothing, so there is nothing to undo.")
        default: break
        }
        if let reason = sendingAvailability { return reason }
        return .when(!runs.isEmpty, else: "Nothing was sent yet, so there is nothing to undo; H shows earlier runs.")
    }

    var verifyAvailability: Availability {
        if let run = activity.run { return .disabled(run.isVerifying ? Self.isVerifying : Self.verifiesItself) }
        if connection != .ready { return .disabled("There is no connection: r connects.") }
        switch screen {
        case .earlierRuns(let list): return readingAvailability(list) ?? .when(list.current != nil, else: "There is no run to verify.")
        case .earlierRun: return .enabled
        case .results: return .when(!runs.isEmpty, else: "Nothing was sent yet, so there is nothing to verify; H shows earlier runs.")
        default: return .disabled("V verifies a run again: ! shows the last one, H earlier ones.")
        }
    }

    private static let isVerifying = "The run is being verified. x ends that."
    private static let verifiesItself = "A run is in progress, and verified when everything is sent."

    /// Why nothing can be sent now.
    private var sendingAvailability: Availability? {
        if isReadOnly { return .disabled(Self.readOnlyReason) }
        return activity == .idle ? nil : .disabled(Self.busyReason)
    }

    var profilesAvailability: Availability {
        if activity != .idle { return .disabled(Self.busyReason) }
        if case .profiles = screen { return .disabled("Enter takes the row; Esc goes back.") }
        return .enabled
    }
}
