import Runtime
import Testing

@testable import InspectorCore

/// Which calls go, and when.
@Suite struct CallQueueTests {
    private func queue(_ targets: Int) -> CallQueue {
        var queue = CallQueue(random: RunRandom(seed: 1))
        queue.take(Array(0..<targets), at: .zero)
        return queue
    }

    /// The calls that may be sent at `now`.
    private func sent(_ queue: inout CallQueue, at now: Duration = .zero, isProbe: Bool = false) -> [RunCall] {
        var calls: [RunCall] = []
        while case .send(let call) = queue.next(at: now, isProbe: isProbe) { calls.append(call) }
        return calls
    }

    @Test func aProbeGoesAlone() {
        var queue = queue(200)
        let calls = sent(&queue, isProbe: true)
        #expect(calls.count == 1 && calls[0].isProbe)
        let others = sent(&queue)
        #expect(others.count == 3)
    }

    @Test func whatGoesAgainGoesFirst() {
        var queue = queue(200)
        let calls = sent(&queue)
        if let call = queue.removeInFlight(calls[2].id) { queue.sendAgain(call) }
        let again = sent(&queue)
        #expect(again.map(\.id) == [calls[2].id] && again.map(\.attempt) == [2])
    }

    @Test func theHalvesOfACallAreCallsOfTheirOwn() {
        var queue = queue(25)
        let call = sent(&queue)[0]
        _ = queue.removeInFlight(call.id)
        queue.sendHalves(of: call)
        let halves = sent(&queue)
        #expect(halves.map(\.targets) == [Array(0..<12), Array(12..<25)])
        #expect(Set(halves.map(\.invocationId) + [call.invocationId]).count == 3)
    }

    @Test func anUnansweredCallIsSentThreeTimesInAll() throws {
        var queue = queue(1)
        var now = Duration.zero
        for attempt in 1...3 {
            now += .seconds(30)
            let call = try #require(sent(&queue, at: now).first)
            _ = queue.removeInFlight(call.id)
            let retry = queue.retryUnanswered(call, afterTimeout: false, retryAfter: nil, at: now)
            #expect(retry == (attempt < 3 ? .queued : .tooManyAttempts))
        }
        #expect(queue.isEmpty)
    }

    @Test func timeoutsSpendTwiceAsMuchOfTheBudget() {
        func retries(afterTimeout: Bool) -> Int {
            var queue = queue(0)
            let call = RunCall(id: 1, targets: [0], invocationId: "i")
            var count = 0
            while queue.retryUnanswered(call, afterTimeout: afterTimeout, retryAfter: nil, at: .zero) == .queued { count += 1 }
            return count
        }
        #expect(retries(afterTimeout: false) == 100)
        #expect(retries(afterTimeout: true) == 50)
    }

    @Test func aCallThatHasToWaitIsNotSentBeforeItsTime() throws {
        var queue = queue(1)
        let call = sent(&queue)[0]
        _ = queue.removeInFlight(call.id)
        _ = queue.retryUnanswered(call, afterTimeout: false, retryAfter: 7, at: .zero)
        guard case .wait(let moment) = queue.next(at: .seconds(6), isProbe: false) else { return #expect(Bool(false)) }
        #expect(moment >= .seconds(7))
        let again = sent(&queue, at: moment)
        #expect(again.count == 1)
    }

    @Test func whatWaitsCanBeTakenOffWithoutWhatIsUnderWay() {
        var queue = queue(150)
        _ = sent(&queue)
        let waiting = queue.removeWaiting()
        #expect(waiting == Array(100..<150))
        #expect(!queue.isEmpty && queue.inFlightCount == 4)
        let underWay = queue.removeAllInFlight()
        #expect(underWay == Array(0..<100))
        #expect(queue.isEmpty)
    }
}
