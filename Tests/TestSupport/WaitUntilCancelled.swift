/// Ends when its task is cancelled, and never by itself: work for tests in which somebody else has to end it.
///
/// - Throws: `CancellationError`.
public func waitUntilCancelled() async throws {
    let (events, continuation) = AsyncStream<Never>.makeStream()
    for await _ in events {}
    withExtendedLifetime(continuation) {}
    try Task.checkCancellation()
}
