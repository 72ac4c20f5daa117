import Runtime

/// Calls that are held or dropped together.
package enum CallKind: CaseIterable, Sendable {
    /// They associate or disassociate.
    case changes
    /// They list configurations, associations or projects.
    case listings
}

/// Lets calls pass, holds them for as long as a test wants to look at them under way, or closes their connections.
final class CallGate: Sendable {
    /// What happens to a call that comes.
    enum Mode {
        case open
        /// So many more pass, the others wait.
        case holding(passes: Int)
        case closed
    }

    fileprivate struct Contents {
        var mode = Mode.open
        var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
        var lastCaller = 0
    }

    private let contents = Locked(Contents())

    /// Sets what happens from now on; to the calls that wait as well, unless calls are to be held.
    func set(_ mode: Mode) {
        contents.withLock { $0.mode = mode }
        switch mode {
        case .open: answerWaiting(true)
        case .holding: break
        case .closed: answerWaiting(false)
        }
    }

    /// Closes the connections of the calls that wait.
    func dropWaiting() {
        answerWaiting(false)
    }

    /// Waits until the call may pass; false for one whose connection is to be closed, or that was cancelled.
    func pass() async -> Bool {
        let caller = contents.withLock { contents in
            contents.lastCaller += 1
            return contents.lastCaller
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer = contents.withLock { $0.admit(caller, continuation) }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            contents.withLock { $0.waiting.removeValue(forKey: caller) }?.resume(returning: false)
        }
    }

    private func answerWaiting(_ answer: Bool) {
        let waiting = contents.withLock { contents in
            defer { contents.waiting = [:] }
            return contents.waiting
        }
        for caller in waiting.sorted(by: { $0.key < $1.key }) { caller.value.resume(returning: answer) }
    }
}

extension CallGate.Contents {
    /// Whether the caller passes; nil when it waits.
    fileprivate mutating func admit(_ caller: Int, _ continuation: CheckedContinuation<Bool, Never>) -> Bool? {
        if Task.isCancelled { return false }
        switch mode {
        case .open: return true
        case .closed: return false
        case .holding(0):
            waiting[caller] = continuation
            return nil
        case .holding(let passes):
            mode = .holding(passes: passes - 1)
            return true
        }
    }
}

/// A token bucket: limits the calls a second, and how many of them may come at once.
struct TokenBucket: Equatable, Sendable {
    /// Calls a second.
    let rate: Double
    /// Calls at once.
    let burst: Double
    private var tokens: Double
    private var last: Duration = .zero

    /// A full bucket; `burst` is one second's worth, at least one, when it is nil.
    init(rate: Double, burst: Double?) {
        self.rate = rate
        self.burst = max(1, burst ?? rate)
        tokens = self.burst
    }

    /// Takes a token at a time counted from the start; false when there is none.
    mutating func take(at time: Duration) -> Bool {
        let passed = max(.zero, time - last) / Duration.seconds(1)
        last = max(last, time)
        tokens = min(burst, tokens + passed * rate)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}
