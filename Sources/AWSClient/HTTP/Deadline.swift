internal import NIOCore
internal import NIOPosix

/// Bounds the time of some work.
enum Deadline {
    /// The time was over.
    struct Exceeded: Error {}

    /// Runs the work and cancels it when the time is over.
    ///
    /// One task and a timer: a race of two tasks, of which one sleeps, takes longer than to sign the request.
    /// - Throws: ``Exceeded``, or what the work throws.
    static func race<Value: Sendable>(_ limit: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
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
