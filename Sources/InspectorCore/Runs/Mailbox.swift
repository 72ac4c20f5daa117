internal import Synchronization

/// Where messages from everywhere wait for the one loop that takes them: all that wait, at once.
///
/// A loop that takes them together does once what it would do for each: a screen is drawn once, a journal synchronized once.
package final class Mailbox<Message: Sendable>: Sendable {
    private let waiting = Mutex<[Message]>([])
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    /// An empty mailbox.
    package init() {
        (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves a message.
    package func post(_ message: Message) {
        waiting.withLock { $0.append(message) }
        bell.yield()
    }

    /// Wakes the loop without a message.
    package func ring() {
        bell.yield()
    }

    /// All messages that waited, once some do; empty after a mere ring, nothing when the task was cancelled.
    package func next() async -> [Message]? {
        var iterator = rings.makeAsyncIterator()
        guard await iterator.next() != nil else { return nil }
        return waiting.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
