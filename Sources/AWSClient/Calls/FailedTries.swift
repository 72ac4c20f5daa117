/// Who is told of tries that failed while a call goes on: it is sent again after a wait, and its sender has not heard of it.
package enum FailedTries {
    /// Takes the error of a try, and how long it is until the next one.
    package typealias Observer = @Sendable (_ error: CallError, _ wait: Duration) async -> Void

    /// The observer of the calls that this task and its children send; nothing where nobody wants to know.
    @TaskLocal package static var observer: Observer?
}
