/// A run under way, as its front end holds it.
package struct RunHandle: Sendable {
    /// The run's id, the journal's name.
    package let runId: String
    /// The journal's path; absent when the run keeps none.
    package let journal: String?
    /// What the run tells; ends after ``RunEvent/finished(_:)``. One reader.
    package let events: AsyncStream<RunEvent>
    let inputs: RunInbox

    /// No more calls are sent; those under way are waited for and recorded, and the touched configurations listed.
    /// While configurations are being listed, the run ends.
    package func stop() { inputs.yield(.stop) }

    /// The run ends at once; what was under way is unresolved.
    package func stopNow() { inputs.yield(.stopNow) }

    /// The operator has signed in again: the run goes on with the credential chain read anew.
    package func continueAfterPause() { inputs.yield(.credentialsRenewed) }
}
