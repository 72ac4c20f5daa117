/// A run as a pure state machine: it hears what happened and when, and answers with what to do next.
///
/// It has no clock, no tasks and no files; `now` is the time since the run began, and never runs backwards.
package struct RunEngine: Sendable {
    /// The plan that is carried out.
    package let plan: Plan
    let configurations: [String: [Int]]
    var ledger: RunLedger
    var phase = RunPhase.ready
    var pause: RunPause?
    var halt: NotSentReason?
    var fresh: ArraySlice<Int> = []
    var waiting: [RunCall] = []
    var inFlight: [Int: RunCall] = [:]
    var limiter = RateLimiter()
    var window = CallWindow()
    var spacing = CallSpacing()
    var budget = RetryBudget()
    var meter = RateMeter()
    var tally = RunTally()
    var isProbing = false
    var unlisted: Set<String> = []
    var verification: Verification
    var lastProgress = Duration.zero
    var random: RunRandom
    var steps: [RunStep] = []
    let mode: RunMode
    let options: RunOptions

    /// A run of `plan` that knows `history`; `seed` decides invocation ids and retry delays.
    package init(plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(), seed: UInt64) {
        self.plan = plan
        self.mode = mode
        self.options = options
        verification = Verification(patience: options.verifyFor)
        ledger = RunLedger(history ?? RunHistory(count: plan.targets.count))
        configurations = plan.placesByConfiguration
        random = RunRandom(seed: seed)
    }

    /// Whether the run is over and every target has its outcome.
    package var isFinished: Bool { phase == .finished }

    /// The outcome of each target so far, in the plan's order.
    package var outcomes: [Outcome?] { ledger.outcomes }

    /// Takes in what happened at `now`, and says what to do, in order.
    package mutating func handle(_ input: RunInput, at now: Duration) -> [RunStep] {
        guard phase != .finished else { return [] }
        steps = []
        take(input, at: now)
        advance(at: now)
        meter.note(done: ledger.counts.all, at: now)
        return steps
    }

    private mutating func take(_ input: RunInput, at now: Duration) {
        switch input {
        case .start: start(at: now)
        case .answered(let id, let response): answered(id, response, at: now)
        case .failed(let id, let failure): failed(id, failure, at: now)
        case .timePassed: break
        case .stop: stop(at: now)
        case .stopNow: leave()
        case .credentialsRenewed: goOn()
        case .listed(let arn, let answer, let asOf): listed(arn, answer, asOf: asOf, at: now)
        case .journalFailed(let message, let unsent): journalFailed(message, unsent)
        }
    }

    private mutating func advance(at now: Duration) {
        listAgain(at: now)
        if phase == .settling, verification.isOver { beginSending(at: now) }
        if phase == .sending {
            giveUpWaiting(at: now)
            sendCalls(at: now)
            if inFlight.isEmpty, waiting.isEmpty, fresh.isEmpty { beginVerifying(at: now) }
        }
        if phase == .verifying, verification.isOver { finish() }
    }
}

/// Where a run is.
enum RunPhase: Hashable, Sendable {
    case ready
    /// Listing the configurations of targets that an earlier session left in doubt.
    case settling
    case sending
    /// Listing the touched configurations.
    case verifying
    case finished
}
