/// One session of a run: a single loop that owns the engine, and the tasks around it.
struct RunSession: Sendable {
    private var engine: RunEngine
    private let service: any RunService
    private let recorder: any RunRecorder
    private let watch: Stopwatch
    private let inputs: AsyncStream<RunInput>.Continuation
    private let events: AsyncStream<RunEvent>.Continuation
    private var isRecording = true
    private var wakeUp: Duration?
    private var progress: ProgressPace

    init(
        engine: RunEngine, service: any RunService, recorder: any RunRecorder, watch: Stopwatch,
        inputs: AsyncStream<RunInput>.Continuation, events: AsyncStream<RunEvent>.Continuation
    ) {
        self.engine = engine
        self.service = service
        self.recorder = recorder
        self.watch = watch
        self.inputs = inputs
        self.events = events
        progress = ProgressPace(total: engine.plan.targets.count)
    }

    /// Goes on until the engine has finished; tasks still under way then are cancelled.
    func run(_ stream: AsyncStream<RunInput>) async {
        var session = self
        events.yield(.started(runId: recorder.runId, journal: recorder.path))
        await withDiscardingTaskGroup { group in
            for await input in stream {
                await session.take(input, &group)
                if session.engine.isFinished { break }
            }
            group.cancelAll()
        }
        inputs.finish()
    }

    private mutating func take(_ input: RunInput, _ group: inout DiscardingTaskGroup) async {
        let now = watch.now
        if input == .timePassed, let due = wakeUp, due <= now { wakeUp = nil }
        for step in engine.handle(input, at: now) { await perform(step, &group) }
        tellProgress(&group)
    }

}

extension RunSession {
    private mutating func perform(_ step: RunStep, _ group: inout DiscardingTaskGroup) async {
        switch step {
        case .record(let entry): await record(entry)
        case .send(let call): await send(call, &group)
        case .wait(let moment): wait(until: moment, &group)
        case .list(let arns): list(arns, &group)
        case .verifying: events.yield(.verifying)
        case .pause(let pause): events.yield(.paused(pause))
        case .resume: events.yield(.resumed)
        case .finish: await finish()
        }
    }

    /// Intent first, durable; without it the call is not sent.
    private mutating func send(_ call: RunCall, _ group: inout DiscardingTaskGroup) async {
        let intent = JournalEntry.intent(
            call: call.id, attempt: call.attempt, invocationId: call.invocationId, targets: call.targets)
        guard await write(intent, unsentCall: call.id) else { return }
        let (service, inputs, action) = (service, inputs, engine.plan.action)
        let items = call.targets.map { engine.plan.targets[$0].association }
        group.addTask {
            switch await service.send(action, items, call: call) {
            case .response(let response): inputs.yield(.answered(call: call.id, response))
            case .failure(let failure): inputs.yield(.failed(call: call.id, failure))
            }
        }
    }

    private mutating func record(_ entry: JournalEntry) async {
        _ = await write(entry, unsentCall: nil)
        let outcomes = entry.outcomes.map {
            TargetOutcome(association: engine.plan.targets[$0.target].association, outcome: $0.outcome)
        }
        if !outcomes.isEmpty { events.yield(.outcomes(outcomes)) }
    }

    /// Whether the entry is durable. After the first failure nothing more is written.
    private mutating func write(_ entry: JournalEntry, unsentCall: Int?) async -> Bool {
        guard isRecording else {
            if unsentCall != nil { inputs.yield(.journalFailed(message: "the journal was lost", unsentCall: unsentCall)) }
            return false
        }
        do throws(JournalError) {
            try await recorder.record(entry)
            return true
        } catch {
            isRecording = false
            inputs.yield(.journalFailed(message: error.sentence, unsentCall: unsentCall))
            return false
        }
    }

    /// One listing after the other: verification is not in a hurry, and shares the service with others.
    private func list(_ arns: [String], _ group: inout DiscardingTaskGroup) {
        let (service, inputs) = (service, inputs)
        group.addTask {
            for arn in arns where !Task.isCancelled {
                inputs.yield(.listed(scanConfigurationArn: arn, await service.list(arn)))
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
            inputs.yield(.timePassed)
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
            outcomes: engine.outcomes.map { $0 ?? .notSent(.stopped) }, remarks: engine.remarks)
    }
}
