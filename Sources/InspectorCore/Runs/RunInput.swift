/// What happened, as the engine hears of it.
package enum RunInput: Hashable, Sendable {
    /// The run begins.
    case start
    /// An attempt of a call ended.
    case answered(call: Int, CallAnswer)
    /// A configuration was listed to its end, or could not be.
    ///
    /// - Parameter asOf: When, ISO 8601 in UTC.
    case listed(scanConfigurationArn: String, ListingAnswer, asOf: String)
    /// A moment asked for with ``RunStep/wait(until:)`` has come.
    case timePassed
    /// The operator wants no more calls to be sent.
    case stop
    /// The operator wants to leave at once.
    case abort
    /// The operator has signed in again.
    case resume
    /// The journal could not be written; a call that waited for its intent was not sent.
    case journalFailed(message: String, unsentCall: Int?)
}

/// What the engine wants done, in order.
package enum RunStep: Hashable, Sendable {
    /// Put this into the journal, durably, before anything that follows.
    case record(JournalEntry)
    /// Write the call's intent into the journal, then send it.
    case send(RunCall)
    /// Come back with ``RunInput/timePassed`` at this moment of the run.
    case wait(until: Duration)
    /// List these configurations, and come back with ``RunInput/listed(scanConfigurationArn:_:asOf:)`` for each.
    case list(scanConfigurationArns: [String])
    /// Tell where the verification stands: configurations are being listed, or will be.
    case verifying(VerificationProgress)
    /// Tell that what was in doubt has been listed, and calls are sent.
    case sending
    /// Tell the operator, and wait for ``RunInput/resume`` or a stop.
    case pause(RunPause)
    /// Tell that the run goes on after a pause.
    case resumed
    /// The run is over.
    case finish
}
