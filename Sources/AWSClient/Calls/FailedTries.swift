/// Who is told of tries that failed while a call goes on: it is sent again after a wait, and its sender has not heard of it.
package enum FailedTries {
    /// Takes the error of a try, and how long it is until the next one.
    ///
    /// A class, because an optimized build of Swift 6.3 crashes where a task-local value is a function.
    package final class Observer: Sendable {
        private let take: @Sendable (_ error: CallError, _ wait: Duration) async -> Void

        /// An observer that does this with each try.
        package init(_ take: @escaping @Sendable (_ error: CallError, _ wait: Duration) async -> Void) {
            self.take = take
        }

        /// Tells of a try.
        package func callAsFunction(_ error: CallError, _ wait: Duration) async { await take(error, wait) }
    }

    /// The observer of the calls that this task and its children send; nothing where nobody wants to know.
    @TaskLocal package static var observer: Observer?
}
