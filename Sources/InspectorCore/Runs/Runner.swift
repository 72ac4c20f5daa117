import AWSClient
package import FoundationEssentials
import Runtime

/// Carries out what the engine decides: sends, lists, records, waits, and tells. The only place of a run with tasks.
package struct Runner: Sendable {
    private let service: any RunService
    private let recorder: any RunRecorder
    private let clock: any Clock<Duration>
    private let date: @Sendable () -> Date

    /// A runner over the given service and record; waits are on `clock`, and `date` says when a listing was made.
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
    ///   - control: What was asked of the run before it began counts.
    package func start(
        _ plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(), seed: UInt64,
        control: RunControl = RunControl()
    ) -> RunHandle {
        let (events, eventContinuation) = AsyncStream.makeStream(of: RunEvent.self)
        let session = RunSession(
            engine: RunEngine(plan: plan, history: history, mode: mode, options: options, seed: seed), service: service,
            recorder: recorder, watch: Stopwatch(clock), inputs: control.inputs, events: eventContinuation, date: date)
        control.inputs.post(.start)
        Task { await session.run() }
        return RunHandle(runId: recorder.runId, journal: recorder.path, events: events, control: control)
    }
}
