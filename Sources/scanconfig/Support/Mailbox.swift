import Synchronization

/// Where events from everywhere wait for the one loop that takes them: all that wait, at once.
final class Mailbox<Message: Sendable>: Sendable {
    private let waiting = Mutex<[Message]>([])
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    init() {
        (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves a message.
    func post(_ message: Message) {
        waiting.withLock { $0.append(message) }
        bell.yield()
    }

    /// Wakes the loop without a message.
    func ring() {
        bell.yield()
    }

    /// Ends ``batches``.
    func close() {
        bell.finish()
    }

    /// All messages that waited, each time some did; empty after a mere ring, nothing after the end.
    func next() async -> [Message]? {
        var iterator = rings.makeAsyncIterator()
        guard await iterator.next() != nil else { return nil }
        return waiting.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
