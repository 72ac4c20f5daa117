import Runtime

/// The calls of a run that are to be sent or are under way, and the pace at which they go.
struct CallQueue: Sendable {
    private var unsent: ArraySlice<Int> = []
    private var retryQueue: [RunCall] = []
    private var inFlight: [Int: RunCall] = [:]
    private var limiter = RateLimiter()
    private var window = CallWindow()
    private var budget = RetryBudget()
    private var random: RunRandom
    private var lastCallId = 0
    private var lastProgress = Duration.zero

    /// What to do now.
    enum Next: Hashable {
        case send(RunCall)
        case wait(until: Duration)
        /// Calls under way have to be answered first, or nothing is left.
        case nothing
    }

    /// What becomes of a call whose attempt brought no answer.
    enum Retry: Hashable {
        case queued
        case tooManyAttempts
        /// So many calls failed that the service is left alone.
        case budgetExhausted
    }

    /// A queue of nothing yet; `random` decides invocation ids and retry delays.
    init(random: RunRandom) {
        self.random = random
    }

    /// Takes in targets that are sent in this order, once nothing else is left to send.
    mutating func take(_ targets: [Int], at now: Duration) {
        unsent = targets[...]
        noteProgress(at: now)
    }

    /// Whether nothing is left to send and nothing is under way.
    var isEmpty: Bool { unsent.isEmpty && retryQueue.isEmpty && inFlight.isEmpty }

    /// How many calls are under way.
    var inFlightCount: Int { inFlight.count }

    /// How long no call has brought progress.
    func idleTime(at now: Duration) -> Duration { now - lastProgress }

    /// The call to send now, which is under way from then on. A probe goes alone.
    mutating func next(at now: Duration, isProbe: Bool) -> Next {
        guard inFlight.count < (isProbe ? 1 : window.limit), !retryQueue.isEmpty || !unsent.isEmpty else { return .nothing }
        let earliest = max(limiter.earliestCall, window.earliestCall)
        guard earliest <= now else { return .wait(until: earliest) }
        guard var call = nextCall(at: now) else { return .wait(until: retryQueue.map(\.notBefore).min() ?? now) }
        call.attempt += 1
        (call.sentAt, call.isProbe) = (now, isProbe)
        limiter.sent(at: now)
        window.sent(at: now)
        inFlight[call.id] = call
        return .send(call)
    }

    /// When the next call may go; absent when none waits.
    var nextTry: Duration? {
        guard unsent.isEmpty else { return max(limiter.earliestCall, window.earliestCall) }
        return retryQueue.map(\.notBefore).min().map { max($0, limiter.earliestCall, window.earliestCall) }
    }

    /// The call to send next: one that waited long enough, else a new one.
    private mutating func nextCall(at now: Duration) -> RunCall? {
        if let place = retryQueue.firstIndex(where: { $0.notBefore <= now }) { return retryQueue.remove(at: place) }
        guard !unsent.isEmpty else { return nil }
        let targets = Array(unsent.prefix(ServiceLimits.batchSize))
        unsent = unsent.dropFirst(targets.count)
        return newCall(targets)
    }

    private mutating func newCall(_ targets: [Int]) -> RunCall {
        lastCallId += 1
        return RunCall(id: lastCallId, targets: targets, invocationId: random.uuid())
    }
}

extension CallQueue {
    /// Takes a call off those under way; nothing when it is not one of them.
    mutating func removeInFlight(_ id: Int) -> RunCall? { inFlight.removeValue(forKey: id) }

    /// Takes all calls off those under way, and says what they were about.
    mutating func removeAllInFlight() -> [Int] {
        defer { inFlight = [:] }
        return inFlight.values.flatMap(\.targets).sorted()
    }

    /// Takes off everything that is not under way, and says what it is about.
    mutating func removeWaiting() -> [Int] {
        defer { (unsent, retryQueue) = ([], []) }
        return (retryQueue.flatMap(\.targets) + unsent).sorted()
    }

    /// Puts a call first in line again.
    mutating func sendAgain(_ call: RunCall) { retryQueue.insert(call, at: 0) }

    /// Puts the halves of a call first in line.
    mutating func sendHalves(of call: RunCall) {
        let half = call.targets.count / 2
        let parts = [Array(call.targets[..<half]), Array(call.targets[half...])].map { newCall($0) }
        retryQueue.insert(contentsOf: parts, at: 0)
    }

    /// Puts a call in line again whose attempt brought no answer, as far as attempts and budget allow.
    mutating func retryUnanswered(_ call: RunCall, afterTimeout: Bool, retryAfter: Int?, at now: Duration) -> Retry {
        var call = call
        call.unknownAttempts += 1
        guard call.unknownAttempts < RetryBudget.sends else { return .tooManyAttempts }
        guard let cost = budget.take(afterTimeout: afterTimeout) else { return .budgetExhausted }
        call.retryCost = cost
        call.notBefore = now + RetryBudget.delay(failures: call.unknownAttempts, retryAfter: retryAfter, random: &random)
        sendAgain(call)
        return .queued
    }

    /// Puts a call in line again that had no connection. It spends nothing of the retry budget: nothing was sent.
    mutating func retryUnconnected(_ call: RunCall, at now: Duration) {
        var call = call
        call.connectionFailures += 1
        call.notBefore = now + RetryBudget.delay(failures: call.connectionFailures, retryAfter: nil, random: &random)
        sendAgain(call)
    }
}

extension CallQueue {
    /// Notes that the service took the call, which is off those under way, and gave a definite answer.
    mutating func tookCall(_ call: RunCall) {
        limiter.tookCall()
        window.grow(inFlight: inFlight.count + 1, isLimited: limiter.isLimiting)
        budget.giveBack(call.retryCost)
    }

    /// Notes that the call's answer told what became of its targets.
    mutating func answered(_ call: RunCall, at now: Duration) {
        noteProgress(at: now)
        window.answered(after: now - call.sentAt)
    }

    /// Notes that there is a reason to go on waiting.
    mutating func noteProgress(at now: Duration) { lastProgress = now }

    /// Notes that the service asked to slow down; `retryAfter` in seconds.
    mutating func throttled(_ call: RunCall, retryAfter: Int?, at now: Duration) {
        limiter.throttled(sentAt: call.sentAt, now: now, retryAfter: retryAfter)
    }

    /// Notes that the service failed, or could not be reached.
    mutating func serviceFailed() { window.shrink() }
}
