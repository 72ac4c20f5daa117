internal import NIOCore
internal import NIOPosix

/// Bounds the time that some work may take.
package enum Deadline {
    /// The time ran out before the work was done.
    package struct Exceeded: Error {
        /// An error without details: the caller knows its limit.
        package init() {}
    }

    /// Does the work and cancels it when the time runs out.
    ///
    /// One task and a timer: a race of two tasks, one of which sleeps, takes longer than signing a request.
    /// - Throws: ``Exceeded``, or what the work throws.
    package static func race<Value: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard limit > .zero else { throw Exceeded() }
        let attempt = Task { try await work() }
        let timer = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(limit)) { attempt.cancel() }
        defer { timer.cancel() }
        let result = await withTaskCancellationHandler {
            await attempt.result
        } onCancel: {
            attempt.cancel()
        }
        if attempt.isCancelled, !Task.isCancelled { throw Exceeded() }
        return try result.get()
    }
}
