package import AWSClient
import TextSafety

/// What a run tells while it goes on.
package enum RunEvent: Hashable, Sendable {
    /// The journal is open; nothing was sent yet.
    case started(runId: String, journal: String?)
    /// Outcomes that just became known; a later one for the same target replaces an earlier one.
    case outcomes([TargetOutcome])
    /// Where the run stands, at most four times a second.
    case progress(RunProgress)
    /// The run waits for the operator.
    case paused(RunPause)
    /// The run goes on after a pause.
    case resumed
    /// Calls are sent from now on: what an earlier session left in doubt has been listed, or a stage of a move begins.
    case sending(RunStage?)
    /// Configurations are being listed, or will be after a pause, to see what became of their targets.
    case verifying(VerificationProgress)
    /// Nothing more happens; every target has its outcome.
    case finished(RunReport)
}

/// A target and what became of it.
package struct TargetOutcome: Hashable, Sendable {
    /// The target.
    package var association: Association
    /// What was to be done with it.
    package var change: AssociationChange
    /// What became of it.
    package var outcome: Outcome

    /// An outcome for the association given.
    package init(association: Association, change: AssociationChange, outcome: Outcome) {
        self.association = association
        self.change = change
        self.outcome = outcome
    }

    /// What became of a target of the plan.
    init(_ target: PlanTarget, of plan: Plan, outcome: Outcome) {
        self.init(association: target.association, change: plan.change(of: target), outcome: outcome)
    }
}

/// One of the two stages of a move, as it begins: its projects are associated first, and then disassociated.
package struct RunStage: Hashable, Sendable {
    /// What is done with its targets.
    package let change: AssociationChange
    /// How many targets it sends.
    package let targets: Int
    /// How many it does not send, because their project is not covered for certain.
    package let heldBack: Int

    /// A stage that begins with so many targets.
    package init(_ change: AssociationChange, targets: Int, heldBack: Int) {
        (self.change, self.targets, self.heldBack) = (change, targets, heldBack)
    }
}

/// Why a run waits for its operator.
package enum RunPause: Hashable, Sendable {
    /// The credentials ended.
    case credentialsExpired(sentence: String)
    /// The credentials are another account's, or that could not be ruled out. It is asked again before the run goes on.
    case otherAccount(OtherAccount)

    /// What happened; both accounts where there are two.
    package var sentence: String {
        switch self {
        case .credentialsExpired(let sentence): sentence
        case .otherAccount(let other): other.sentence
        }
    }

    /// What the operator does about it before the run goes on, as the middle of a sentence.
    package var remedy: String {
        switch self {
        case .credentialsExpired: "sign in again in another window"
        case .otherAccount(let other) where other.found == nil: "make sure that STS can be reached"
        case .otherAccount(let other): "sign in to account \(other.expected) again in another window"
        }
    }

    /// Why nothing more was sent when the run is stopped instead.
    var notSentReason: NotSentReason {
        switch self {
        case .credentialsExpired(let sentence): .credentialsExpired(message: sentence)
        case .otherAccount(let other): .otherAccount(message: other.sentence)
        }
    }
}

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
    /// Tell that what had to be listed has been, and calls are sent.
    case sending(RunStage?)
    /// Tell the operator, and wait for ``RunInput/resume`` or a stop.
    case pause(RunPause)
    /// Tell that the run goes on after a pause.
    case resumed
    /// The run is over.
    case finish
}
