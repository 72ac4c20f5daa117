import Testing

@testable import Runtime

@Suite struct MailboxTests {
    @Test func senderThatDeliversIsNeverFarAhead() async throws {
        let mailbox = Mailbox<Int>(limit: 4)
        async let delivery: Void = {
            for number in 0..<1_000 { await mailbox.deliver(number) }
        }()
        var taken: [Int] = []
        while taken.count < 1_000, let messages = await mailbox.next() {
            #expect(messages.count <= 4)
            taken += messages
            for _ in 0..<10 { await Task.yield() }
        }
        await delivery
        #expect(taken == Array(0..<1_000))
    }

    @Test func whatIsPostedNeedsNoReader() async {
        let mailbox = Mailbox<Int>(limit: 4)
        for number in 0..<100 { mailbox.post(number) }
        #expect(await mailbox.next() == Array(0..<100))
    }

    @Test(.timeLimit(.minutes(10)))
    func sendersMayBeCancelledWhileTheBoxIsEmptied() async {
        for _ in 0..<3_000 {
            let mailbox = Mailbox<Int>(limit: 1)
            let senders = Task {
                await withTaskGroup { group in
                    for number in 0..<8 { group.addTask { await mailbox.deliver(number) } }
                }
            }
            _ = await mailbox.next()
            async let taking = mailbox.takeWaiting()
            senders.cancel()
            _ = await taking
            await senders.value
        }
    }

    @Test func cancelledSenderDoesNotWait() async {
        let mailbox = Mailbox<Int>(limit: 1)
        let sender = Task { await mailbox.deliver(1) }
        #expect(await mailbox.next() == [1])
        await sender.value
        let second = Task { await mailbox.deliver(2) }
        second.cancel()
        await second.value
        #expect(await mailbox.next() == [2])
    }
}
