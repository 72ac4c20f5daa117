/// A queue from many senders to the one loop that reads it, and which always takes everything that is queued.
///
/// The loop then does once what it would otherwise do for each message: draw a screen, synchronize a journal.
package final class Mailbox<Message: Sendable>: Sendable {
    private struct Contents: Sendable {
        var messages: [Message] = []
        /// Senders that wait for the queue to be emptied.
        var senders: [(number: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var lastSender = 0
    }

    /// The number of messages from which on ``deliver(_:)`` waits.
    private let limit: Int
    private let contents = Locked(Contents())
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    /// An empty mailbox. With `limit` messages in it, ``deliver(_:)`` waits; ``post(_:)`` never does.
    package init(limit: Int = 32) {
        self.limit = limit
        (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Queues a message and wakes the loop.
    package func post(_ message: Message) {
        contents.withLock { $0.messages.append(message) }
        bell.yield()
    }

    /// Queues a message and, where that fills the mailbox, waits until the loop empties it or the task is cancelled.
    ///
    /// No continuation is resumed under our lock: cancellation takes it while it holds the task's own.
    package func deliver(_ message: Message) async {
        post(message)
        let sender = contents.withLock { contents in
            contents.lastSender += 1
            return contents.lastSender
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let returnsAtOnce = contents.withLock { contents in
                    if contents.messages.count < limit || Task.isCancelled { return true }
                    contents.senders.append((sender, continuation))
                    return false
                }
                if returnsAtOnce { continuation.resume() }
            }
        } onCancel: {
            let cancelled = contents.withLock { contents in
                contents.senders.firstIndex { $0.number == sender }.map { contents.senders.remove(at: $0).continuation }
            }
            cancelled?.resume()
        }
    }

    /// Wakes the loop without a message.
    package func ring() {
        bell.yield()
    }

    /// Waits for messages and takes them all. Empty after ``ring()``, or when ``takeWaiting()`` was faster; nil when the task is cancelled.
    package func next() async -> [Message]? {
        var iterator = rings.makeAsyncIterator()
        return await iterator.next().map(takeWaiting)
    }

    /// Takes all messages without waiting; the senders that wait go on.
    package func takeWaiting() -> [Message] {
        let taken = contents.withLock { contents in
            defer { (contents.messages, contents.senders) = ([], []) }
            return contents
        }
        for sender in taken.senders { sender.continuation.resume() }
        return taken.messages
    }
}
