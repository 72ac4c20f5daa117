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
    package func deliver(_ message: Message) async {
        post(message)
        let sender = contents.withLock { contents in
            contents.lastSender += 1
            return contents.lastSender
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                contents.withLock { contents in
                    if contents.messages.count < limit || Task.isCancelled {
                        continuation.resume()
                    } else {
                        contents.senders.append((sender, continuation))
                    }
                }
            }
        } onCancel: {
            contents.withLock { contents in
                guard let place = contents.senders.firstIndex(where: { $0.number == sender }) else { return }
                contents.senders.remove(at: place).continuation.resume()
            }
        }
    }

    /// Wakes the loop without a message.
    package func ring() {
        bell.yield()
    }

    /// All messages that waited, once some do; empty after a mere ring, nothing when the task was cancelled.
    package func next() async -> [Message]? {
        var iterator = rings.makeAsyncIterator()
        return await iterator.next().map(takeWaiting)
    }

    /// All messages that wait now.
    package func takeWaiting() -> [Message] {
        contents.withLock { contents in
            for sender in contents.senders { sender.continuation.resume() }
            contents.senders = []
            defer { contents.messages = [] }
            return contents.messages
        }
    }
}
