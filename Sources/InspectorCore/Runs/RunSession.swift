package import FoundationEssentials
import Runtime

/// Carries out what the engine decides: sends, lists, records, waits, and tells. Of a run's types it alone has tasks.
package struct RunSession: Sendable {
    private let service: any RunService
    private let recorder: any RunRecorder
    private let clock: any Clock<Duration>
    private let date: @Sendable () -> Date

    /// A session over the given service and record; waits are on `clock`, and `date` says when a listing was made.
    package init(
        service: any RunService, recorder: any RunRecorder, clock: any Clock<Duration> = EventLoopClock(),
        date: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.service = service
        self.recorder = recorder
        self.clock = clock
        self.date = date
    }

    /// Starts the run of `plan` in a task of its own.
    ///
    /// - Parameters:
    ///   - history: What an earlier session of the same run left.
    ///   - mode: ``RunMode/verify`` lists again what an earlier session left, and sends nothing.
    ///   - seed: Decides invocation ids and retry delays.
    ///   - control: Requests made before the run began count too.
    package func start(
        _ plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(), seed: UInt64,
        control: RunControl = RunControl()
    ) -> RunHandle {
        let (events, eventContinuation) = AsyncStream.makeStream(of: RunEvent.self)
        let loop = RunLoop(
            engine: RunEngine(plan: plan, history: history, mode: mode, options: options, seed: seed), service: service,
            recorder: recorder, watch: Stopwatch(clock), inputs: control.inputs, events: eventContinuation, date: date)
        control.inputs.post(.start)
        Task { await loop.run() }
        return RunHandle(runId: recorder.runId, journal: recorder.path, events: events, control: control)
    }
}

/// The one loop that owns the engine, and the tasks around it.
private struct RunLoop: Sendable {
    private var engine: RunEngine
    private let service: any RunService
    private let recorder: any RunRecorder
    private let watch: Stopwatch
    private let inputs: Mailbox<RunInput>
    private let events: AsyncStream<RunEvent>.Continuation
    private let date: @Sendable () -> Date
    private var progress: ProgressPace
    /// Why the journal lacks what came last.
    private var loss: String?
    private var wakeUp: Duration?
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

    /// Runs until the engine has finished; tasks still under way then are cancelled.
    func run() async {
        var loop = self
        events.yield(.started(runId: recorder.runId, journal: recorder.path))
        await withDiscardingTaskGroup { group in
            while !loop.engine.isFinished, await loop.receive() { await loop.handleShare(&group) }
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

    /// A stop counts before the answers that waited beside it, or each of them would still send another call. An abort comes last, so that
    /// those answers are not lost.
    private static func stopsFirst(_ inputs: [RunInput]) -> [RunInput] {
        let isAborted = inputs.contains(.abort)
        let isStopped = isAborted || inputs.contains(.stop)
        let others = inputs.filter { $0 != .stop && $0 != .abort }
        return (isStopped ? [.stop] : []) + others + (isAborted ? [.abort] : [])
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
}

extension RunLoop {
    /// Everything that is to be recorded is made durable first, by a single write: inputs that waited together share
    /// one fsync.
    private mutating func perform(_ steps: [RunStep], _ group: inout DiscardingTaskGroup) async {
        let loss = await write(steps.compactMap(\.entry))
        for step in steps { await perform(step, loss, &group) }
    }

    /// Makes entries durable; why they are not, in words. After the first failure nothing more is written.
    private mutating func write(_ entries: [JournalEntry]) async -> String? {
        guard !entries.isEmpty else { return nil }
        guard loss == nil else { return "the journal was lost" }
        do throws(JournalError) {
            try await recorder.record(entries)
            return nil
        } catch {
            loss = error.words
            inputs.post(.journalFailed(message: error.words, unsentCall: nil))
            return error.words
        }
    }

    /// Carries out a step; `loss` says why what it wanted to be recorded is not durable.
    private mutating func perform(_ step: RunStep, _ loss: String?, _ group: inout DiscardingTaskGroup) async {
        switch step {
        case .record(let entry): tell(entry.outcomes)
        case .send(let call): send(call, loss, &group)
        case .wait(let moment): wait(until: moment, &group)
        case .list(let arns): list(arns, &group)
        case .verifying(let progress): events.yield(.verifying(progress))
        case .sending(let stage): events.yield(.sending(stage))
        case .pause(let pause): events.yield(.paused(pause))
        case .resumed: events.yield(.resumed)
        case .finish: await finish()
        }
    }

    private func tell(_ outcomes: [(target: Int, outcome: Outcome)]) {
        guard !outcomes.isEmpty else { return }
        let plan = engine.plan
        events.yield(.outcomes(outcomes.map { TargetOutcome(plan.targets[$0.target], of: plan, outcome: $0.outcome) }))
    }

    /// Sends a call, unless its intent is not durable.
    private func send(_ call: RunCall, _ loss: String?, _ group: inout DiscardingTaskGroup) {
        if let loss { return inputs.post(.journalFailed(message: loss, unsentCall: call.id)) }
        let (service, inputs, plan) = (service, inputs, engine.plan)
        let items = call.targets.map { plan.targets.association(at: $0) }
        let change = call.targets.first.map { plan.change(at: $0) } ?? .disassociate
        group.addTask { inputs.post(.answered(call: call.id, await service.send(change, items, call: call))) }
    }

    private func list(_ arns: [String], _ group: inout DiscardingTaskGroup) {
        let (service, inputs, date) = (service, inputs, date)
        group.addTask {
            await service.list(arns) { arn, answer in
                inputs.post(.listed(scanConfigurationArn: arn, answer, asOf: JournalTime.text(date())))
            }
        }
    }

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
        let current = engine.progress(at: now)
        if current.inFlight > 0 { wait(until: now + RunEngine.longestAnswer, &group) }
        switch progress.next(current, at: now) {
        case .tell(let progress): events.yield(.progress(progress))
        case .wait(let moment): wait(until: moment, &group)
        case .nothing: break
        }
    }

    /// Closes the journal before it tells the end, so that the run can be taken up again from then on.
    private mutating func finish() async {
        await recorder.close()
        events.yield(.progress(engine.progress(at: watch.now)))
        var report = RunReport(
            runId: recorder.runId, journal: recorder.path, plan: engine.plan,
            outcomes: engine.reportedOutcomes, remarks: engine.remarks, journalLoss: loss,
            unverified: engine.unverifiedCount, unlisted: engine.unlistedCount)
        report.credentialsProblem = engine.blocked?.sentence
        events.yield(.finished(report))
        events.finish()
    }
}

extension RunStep {
    /// What has to be durable before the step is carried out.
    fileprivate var entry: JournalEntry? {
        switch self {
        case .record(let entry): entry
        case .send(let call):
            .intent(call: call.id, attempt: call.attempt, invocationId: call.invocationId, targets: call.targets)
        case .wait, .list, .verifying, .sending, .pause, .resumed, .finish: nil
        }
    }
}
