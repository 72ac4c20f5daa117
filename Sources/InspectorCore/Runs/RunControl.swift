import Runtime

/// What may be asked of a run, also before it has begun: then nothing is sent at all.
package struct RunControl: Sendable {
    let inputs = Mailbox<RunInput>()

    /// The control of a run to be.
    package init() {}

    /// No more calls are sent; those under way are waited for and recorded, and the touched configurations listed.
    /// While configurations are being listed, the run ends.
    package func stop() { inputs.post(.stop) }

    /// The run ends at once; what was under way is unresolved.
    package func stopNow() { inputs.post(.stopNow) }

    /// The operator has signed in again: the run goes on with the credential chain read anew.
    package func continueAfterPause() { inputs.post(.credentialsRenewed) }
}
