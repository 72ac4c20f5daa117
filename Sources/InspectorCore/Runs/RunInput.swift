package import AWSClient

/// What happened, as the engine hears of it.
package enum RunInput: Hashable, Sendable {
    /// The run begins.
    case start
    /// The service answered a call with 200 and the operation's JSON.
    case answered(call: Int, BatchAssociationResponse)
    /// A call ended otherwise.
    case failed(call: Int, CallFailure)
    /// A moment asked for with ``RunStep/wait(until:)`` has come.
    case timePassed
    /// The operator wants no more calls to be sent.
    case stop
    /// The operator wants to leave at once.
    case stopNow
    /// The operator has signed in again.
    case credentialsRenewed
    /// A configuration was listed to its end, or could not be.
    ///
    /// - Parameter asOf: When, ISO 8601 in UTC.
    case listed(scanConfigurationArn: String, ListingAnswer, asOf: String)
    /// The journal could not be written; a call that waited for its intent was not sent.
    case journalFailed(message: String, unsentCall: Int?)
}

/// What listing one configuration's associations brought.
package enum ListingAnswer: Hashable, Sendable {
    /// Everything associated with it now. A listing with rows that match no project cannot prove that one is absent.
    case associations(Set<AssociationResource>, provesAbsence: Bool = true)
    /// The configuration does not exist any more, so nothing is associated with it.
    case configurationGone
    /// It could not be listed.
    case failed(detail: String)
    /// The credentials ended.
    case credentialsExpired(sentence: String)
    /// The credentials are another account's, or that could not be ruled out; nothing was asked with them.
    case otherAccount(OtherAccount)
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
    /// Tell that what was in doubt is settled, and calls are sent.
    case sending
    /// Tell the operator, and wait for ``RunInput/credentialsRenewed`` or a stop.
    case pause(RunPause)
    /// Tell that the run goes on.
    case resume
    /// The run is over.
    case finish
}
