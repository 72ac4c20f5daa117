import Runtime

/// A run under way, as its front end holds it.
package struct RunHandle: Sendable {
    /// The run's id, the journal's name.
    package let runId: String
    /// The journal's path; absent when the run keeps none.
    package let journal: String?
    /// What the run tells; ends after ``RunEvent/finished(_:)``. One reader.
    package let events: AsyncStream<RunEvent>
    let control: RunControl

    /// See ``RunControl/stop()``.
    package func stop() { control.stop() }

    /// See ``RunControl/abort()``.
    package func abort() { control.abort() }

    /// See ``RunControl/resume()``.
    package func resume() { control.resume() }
}

/// What may be asked of a run, also before it has begun: then nothing is sent at all.
package struct RunControl: Sendable {
    let inputs = Mailbox<RunInput>()

    /// The control of a run that has not begun.
    package init() {}

    /// No more calls are sent; those under way are waited for and recorded, and the touched configurations listed.
    /// While configurations are being listed, the run ends.
    package func stop() { inputs.post(.stop) }

    /// The run ends at once; what was under way is unresolved.
    package func abort() { inputs.post(.abort) }

    /// The operator has signed in again: the run goes on after its pause, with the credential chain read anew.
    package func resume() { inputs.post(.resume) }
}

/// How patient a run is.
package struct RunOptions: Hashable, Sendable {
    /// The pauses between listings that verify the run, in all; zero lists once and waits for nothing.
    package var verifyFor: Duration
    /// How long calls may bring no progress before the rest is not sent; absent for as long as the operator waits.
    package var giveUpAfter: Duration?

    /// A minute of pauses, and no end to the waiting for a service that throttles.
    package init(verifyFor: Duration = .seconds(60), giveUpAfter: Duration? = nil) {
        self.verifyFor = verifyFor
        self.giveUpAfter = giveUpAfter
    }
}

/// What a session of a run is for.
package enum RunMode: Hashable, Sendable {
    /// To carry the plan out, or what is left of it.
    case carryOut
    /// To list again what the run changed; nothing is sent.
    case verify
}
