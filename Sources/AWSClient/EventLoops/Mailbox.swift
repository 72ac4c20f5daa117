internal import Synchronization

/// Where messages from everywhere wait for the one loop that takes them: all that wait, at once.
///
/// A loop that takes them together does once what it would do for each: a screen is drawn once, a journal synchronized once.
package final class Mailbox<Message: Sendable>: Sendable {
    private struct Contents {
        var messages: [Message] = []
        /// Senders that wait until their message is taken.
        var senders: [(number: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var lastSender = 0
    }

    /// From how many messages on `deliver` waits.
    private let limit: Int
    private let contents = Mutex(Contents())
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    /// An empty mailbox, which is full for `deliver` with `limit` messages.
    package init(limit: Int = 32) {
        self.limit = limit
        (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Leaves a message.
    package func post(_ message: Message) {
        contents.withLock { $0.messages.append(message) }
        bell.yield()
    }

    /// Leaves a message and, when the box is full then, waits until it is emptied or the task is cancelled.
    ///
    /// Nobody is resumed while the contents are locked: cancelling holds the task's own lock when it comes here for ours.
    package func deliver(_ message: Message) async {
        post(message)
        let sender = contents.withLock { contents in
            contents.lastSender += 1
            return contents.lastSender
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = contents.withLock { contents in
                    if contents.messages.count < limit || Task.isCancelled { return true }
                    contents.senders.append((sender, continuation))
                    return false
                }
                if goesOn { continuation.resume() }
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

    /// All messages that waited, once some do; empty after a mere ring or when they were taken meanwhile, nothing
    /// when the task was cancelled.
    package func next() async -> [Message]? {
        var iterator = rings.makeAsyncIterator()
        return await iterator.next().map(takeWaiting)
    }

    /// All messages that wait now.
    package func takeWaiting() -> [Message] {
        let taken = contents.withLock { contents in
            defer { (contents.messages, contents.senders) = ([], []) }
            return contents
        }
        for sender in taken.senders { sender.continuation.resume() }
        return taken.messages
    }
}
