import Synchronization

/// Where a run's inputs wait for its one loop, which takes all that wait at once: they then share one write to the disk.
final class RunInbox: Sendable {
    private let waiting = Mutex<[RunInput]>([])
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    init() {
        (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves an input.
    func yield(_ input: RunInput) {
        waiting.withLock { $0.append(input) }
        bell.yield()
    }

    /// Every input that waits, once one does; nothing when the task was cancelled.
    func next() async -> [RunInput]? {
        var iterator = rings.makeAsyncIterator()
        guard await iterator.next() != nil else { return nil }
        return waiting.withLock { inputs in
            defer { inputs = [] }
            return inputs
        }
    }
}
