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

    /// See ``RunControl/stopNow()``.
    package func stopNow() { control.stopNow() }

    /// See ``RunControl/continueAfterPause()``.
    package func continueAfterPause() { control.continueAfterPause() }
}
