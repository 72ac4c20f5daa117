import AWSClient
internal import FoundationEssentials
import Runtime

/// One session of a run: a single loop that owns the engine, and the tasks around it.
struct RunSession: Sendable {
    private var engine: RunEngine
    private let service: any RunService
    private let recorder: any RunRecorder
    private let watch: Stopwatch
    private let inputs: Mailbox<RunInput>
    private let events: AsyncStream<RunEvent>.Continuation
    private var loss: String?
    private var wakeUp: Duration?
    private var progress: ProgressPace
    private let date: @Sendable () -> Date
    /// What came and is not handled yet.
    private var pending: [RunInput] = []

    /// How many inputs are handled before their calls go out. A service answers calls that were sent together together: were all
    /// handled first, the whole window would wait for its slowest part each time. Still one fsync does for so many.
    private static let share = 8

    init(
        engine: RunEngine, service: any RunService, recorder: any RunRecorder, watch: Stopwatch,
        inputs: Mailbox<RunInput>, events: AsyncStream<RunEvent>.Continuation, date: @escaping @Sendable () -> Date
    ) {
        self.engine = engine
        self.service = service
        self.recorder = recorder
        self.watch = watch
        self.inputs = inputs
        self.events = events
        self.date = date
        progress = ProgressPace(total: engine.plan.targets.count)
    }

    /// Goes on until the engine has finished; tasks still under way then are cancelled.
    func run() async {
        var session = self
        events.yield(.started(runId: recorder.runId, journal: recorder.path))
        await withDiscardingTaskGroup { group in
            while !session.engine.isFinished, await session.receive() { await session.handleShare(&group) }
            group.cancelAll()
        }
    }

    /// Waits for inputs unless some are left; whether there may be more.
    private mutating func receive() async -> Bool {
        if pending.isEmpty {
            guard let inputs = await inputs.next() else { return false }
            pending = inputs
        } else {
            pending += inputs.takeWaiting()
        }
        pending = Self.stopsFirst(pending)
        return true
    }

    private mutating func handleShare(_ group: inout DiscardingTaskGroup) async {
        let now = watch.now
        var steps: [RunStep] = []
        let inputs = pending.prefix(Self.share)
        pending.removeFirst(inputs.count)
        for input in inputs {
            if input == .timePassed, let due = wakeUp, due <= now { wakeUp = nil }
            steps += engine.handle(input, at: now)
        }
        await perform(steps, &group)
        tellProgress(&group)
    }

    /// A stop counts before the answers that waited beside it, or each of them would still send another call. The end at once comes last,
    /// so that those answers are not lost.
    private static func stopsFirst(_ inputs: [RunInput]) -> [RunInput] {
        let leaves = inputs.contains(.stopNow)
        let stops = leaves || inputs.contains(.stop)
        let others = inputs.filter { $0 != .stop && $0 != .stopNow }
        return (stops ? [.stop] : []) + others + (leaves ? [.stopNow] : [])
    }
}

extension RunSession {
    /// Everything that is to be recorded is made durable first, by a single write: inputs that waited together share
    /// one fsync.
    private mutating func perform(_ steps: [RunStep], _ group: inout DiscardingTaskGroup) async {
        let loss = await write(steps.compactMap(\.entry))
        for step in steps { await perform(step, loss, &group) }
    }

    /// Carries out a step; `loss` says why what it wanted to be recorded is not durable.
    private mutating func perform(_ step: RunStep, _ loss: String?, _ group: inout DiscardingTaskGroup) async {
        switch step {
        case .record(let entry): tell(entry.outcomes)
        case .send(let call): send(call, loss, &group)
        case .wait(let moment): wait(until: moment, &group)
        case .list(let arns): list(arns, &group)
        case .verifying(let progress): events.yield(.verifying(progress))
        case .sending: events.yield(.sending)
        case .pause(let pause): events.yield(.paused(pause))
        case .resume: events.yield(.resumed)
        case .finish: await finish()
        }
    }

    /// Sends a call, unless its intent is not durable.
    private func send(_ call: RunCall, _ loss: String?, _ group: inout DiscardingTaskGroup) {
        if let loss { return inputs.post(.journalFailed(message: loss, unsentCall: call.id)) }
        let (service, inputs, action) = (service, inputs, engine.plan.action)
        let items = call.targets.map { engine.plan.targets[$0].association }
        group.addTask {
            switch await service.send(action, items, call: call) {
            case .response(let response): inputs.post(.answered(call: call.id, response))
            case .failure(let failure): inputs.post(.failed(call: call.id, failure))
            }
        }
    }

    private func tell(_ outcomes: [(target: Int, outcome: Outcome)]) {
        guard !outcomes.isEmpty else { return }
        events.yield(
            .outcomes(
                outcomes.map { TargetOutcome(association: engine.plan.targets[$0.target].association, outcome: $0.outcome) }))
    }

    /// Makes entries durable; why they are not, in words. After the first failure nothing more is written.
    private mutating func write(_ entries: [JournalEntry]) async -> String? {
        guard !entries.isEmpty else { return nil }
        guard loss == nil else { return "the journal was lost" }
        do throws(JournalError) {
            try await recorder.record(entries)
            return nil
        } catch {
            loss = error.sentence
            inputs.post(.journalFailed(message: error.sentence, unsentCall: nil))
            return error.sentence
        }
    }

    private func list(_ arns: [String], _ group: inout DiscardingTaskGroup) {
        let (service, inputs, date) = (service, inputs, date)
        group.addTask {
            await service.list(arns) { arn, answer in
                inputs.post(.listed(scanConfigurationArn: arn, answer, asOf: JournalTime.text(date())))
            }
        }
    }
}

extension RunSession {
    private mutating func wait(until moment: Duration, _ group: inout DiscardingTaskGroup) {
        if let wakeUp, wakeUp <= moment { return }
        wakeUp = moment
        let (watch, inputs) = (watch, inputs)
        group.addTask {
            await watch.sleep(until: moment)
            inputs.post(.timePassed)
        }
    }

    private mutating func tellProgress(_ group: inout DiscardingTaskGroup) {
        let now = watch.now
        switch progress.next(engine.progress(at: now), at: now) {
        case .tell(let progress): events.yield(.progress(progress))
        case .wait(let moment): wait(until: moment, &group)
        case .nothing: break
        }
    }

    /// Closes the journal before it tells the end, so that the run can be taken up again from then on.
    private mutating func finish() async {
        await recorder.close()
        let now = watch.now
        events.yield(.progress(engine.progress(at: now)))
        events.yield(.finished(report))
        events.finish()
    }

    private var report: RunReport {
        RunReport(
            runId: recorder.runId, journal: recorder.path, plan: engine.plan,
            outcomes: engine.outcomes.map { $0 ?? .notSent(.stopped) }, remarks: engine.remarks,
            journalLoss: loss)
    }
}

extension RunStep {
    /// What has to be durable before the step is carried out.
    fileprivate var entry: JournalEntry? {
        switch self {
        case .record(let entry): entry
        case .send(let call):
            .intent(call: call.id, attempt: call.attempt, invocationId: call.invocationId, targets: call.targets)
        case .wait, .list, .verifying, .sending, .pause, .resume, .finish: nil
        }
    }
}
