import InspectorCore

/// Runs an engine in virtual time against a service that is a closure.
struct VirtualRun {
    typealias Service = (_ call: RunCall, _ now: Duration) -> (latency: Duration, answer: CallAnswer)

    private(set) var engine: RunEngine
    private(set) var now = Duration.zero
    private(set) var sent: [RunCall] = []
    private(set) var entries: [JournalEntry] = []
    private(set) var listed: [String] = []
    /// What was told of the verification.
    private(set) var verifications: [VerificationProgress] = []
    /// What was told of the stages of a move.
    private(set) var stages: [RunStage] = []
    private(set) var pauses = 0
    private(set) var mostInFlight = 0
    private var inFlight = 0
    private var wakeUp: Duration?
    private var queue: [(at: Duration, input: RunInput)] = []
    private let service: Service
    private let listing: (String) -> ListingAnswer
    /// What to do when the run waits for its operator.
    var onPause: RunInput = .resume

    init(
        _ plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(), seed: UInt64 = 1,
        listing: @escaping (String) -> ListingAnswer = { _ in .associations([]) },
        service: @escaping Service
    ) {
        engine = RunEngine(plan: plan, history: history, mode: mode, options: options, seed: seed)
        self.service = service
        self.listing = listing
    }

    /// Puts an input in line.
    mutating func post(_ input: RunInput, at moment: Duration) {
        let place = queue.firstIndex { $0.at > moment } ?? queue.endIndex
        queue.insert((moment, input), at: place)
    }

    /// Goes on until the engine has finished or nothing is left to happen.
    mutating func run(limit: Int = 200_000) {
        post(.start, at: now)
        for _ in 0..<limit where !engine.isFinished && !queue.isEmpty { step() }
    }

    private mutating func step() {
        let (at, input) = queue.removeFirst()
        now = max(now, at)
        if case .answered = input { inFlight -= 1 }
        for step in engine.handle(input, at: now) { perform(step) }
    }

    private mutating func perform(_ step: RunStep) {
        switch step {
        case .record(let entry): entries.append(entry)
        case .send(let call): send(call)
        case .wait(let moment): wait(until: moment)
        case .list(let arns):
            listed += arns
            for arn in arns {
                let asOf = "second \(now.components.seconds)"
                post(.listed(scanConfigurationArn: arn, listing(arn), asOf: asOf), at: now + .milliseconds(1))
            }
        case .pause:
            pauses += 1
            post(onPause, at: now + .seconds(30))
        case .verifying(let progress): verifications.append(progress)
        case .sending(let stage): stages += stage.map { [$0] } ?? []
        case .resumed, .finish: break
        }
    }

    private mutating func wait(until moment: Duration) {
        if let wakeUp, wakeUp <= moment, wakeUp > now { return }
        wakeUp = moment
        post(.timePassed, at: moment)
    }

    private mutating func send(_ call: RunCall) {
        sent.append(call)
        entries.append(.intent(call: call.id, attempt: call.attempt, invocationId: call.invocationId, targets: call.targets))
        inFlight += 1
        mostInFlight = max(mostInFlight, inFlight)
        let (latency, answer) = service(call, now)
        post(.answered(call: call.id, answer), at: now + latency)
    }

    /// The outcomes, each known.
    var outcomes: [Outcome] { engine.outcomes.compactMap(\.self) }

    /// The associations of a call.
    func associations(_ call: RunCall) -> [Association] { call.targets.map { engine.plan.targets[$0].association } }
}

extension Plan {
    /// The answer that calls everything in `call` successful.
    func success(_ call: RunCall) -> CallAnswer {
        .response(.success(call.targets.map { targets[$0].association }))
    }
}
