import Runtime
import Testing

@testable import InspectorCore

/// A service that answers at once, and remembers what it was asked.
private final class ScriptedService: RunService {
    private let answer: @Sendable (RunCall, [Association]) -> CallAnswer
    private let calls = Locked<[RunCall]>([])

    init(_ answer: @escaping @Sendable (RunCall, [Association]) -> CallAnswer = { _, items in .response(.success(items)) }) {
        self.answer = answer
    }

    var sent: [RunCall] { calls.withLock { $0 } }

    func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer {
        calls.withLock { $0.append(call) }
        return answer(call, items)
    }

    func list(_ arns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in arns { receive(arn, .associations([])) }
    }
}

@Suite struct RunSessionTests {
    private func events(_ handle: RunHandle, _ react: (RunEvent) -> Void = { _ in }) async -> [RunEvent] {
        var events: [RunEvent] = []
        for await event in handle.events {
            react(event)
            events.append(event)
        }
        return events
    }

    private func report(_ events: [RunEvent]) -> RunReport? {
        if case .finished(let report) = events.last { report } else { nil }
    }

    @Test func tellsTheWholeStory() async {
        let session = RunSession(service: ScriptedService(), recorder: KeptEntries())
        let events = await events(session.start(MadePlan.plan(60), seed: 1))
        #expect(events.first == .started(runId: "r", journal: nil))
        #expect(events.contains { if case .verifying = $0 { true } else { false } })
        #expect(report(events)?.isComplete == true)
        let told = events.flatMap { if case .outcomes(let outcomes) = $0 { outcomes } else { [] } }
        #expect(told.count == 60)
    }

    @Test func aStopBeforeTheBeginningSendsNothing() async {
        let (service, control) = (ScriptedService(), RunControl())
        control.stop()
        let session = RunSession(service: service, recorder: KeptEntries())
        let report = report(await events(session.start(MadePlan.plan(60), seed: 1, control: control)))
        #expect(service.sent.isEmpty)
        #expect(report?.outcomes.allSatisfy { $0 == .notSent(.stopped) } == true)
    }

    @Test func aStopCountsBeforeTheAnswersThatWaitBesideIt() async {
        let control = RunControl()
        let service = ScriptedService { _, items in
            control.stop()
            return .response(.success(items))
        }
        let session = RunSession(service: service, recorder: KeptEntries())
        let report = report(await events(session.start(MadePlan.plan(1_000), seed: 1, control: control)))
        #expect(service.sent.count == CallWindow().limit)
        #expect(report?.outcomes.count { $0 == .succeeded } == CallWindow().limit * 25)
    }

    @Test func aStopIsHeardBeforeTheRestOfTheAnswersThatWait() async {
        let (plan, control) = (MadePlan.plan(10_000), RunControl())
        let record = AnsweringRecord(plan, stopsAfterCalls: 200, control)
        let report = report(
            await events(RunSession(service: HangingService(), recorder: record).start(plan, seed: 1, control: control)))
        #expect(await record.callsAfterStop == 0)
        #expect(report?.outcomes.count { $0 == .succeeded } == (await record.answers) * 25)
    }

    @Test func callsGoOutBeforeAllAnswersThatWaitAreHandled() async {
        let (plan, control, journal) = (MadePlan.plan(1_000), RunControl(), KeptEntries())
        control.inputs.post(.start)
        for call in 1...40 {
            let items = plan.targets[(call - 1) * 25..<call * 25].map(\.association)
            control.inputs.post(.answered(call: call, .response(.success(items))))
        }
        let report = report(
            await events(RunSession(service: HangingService(), recorder: journal).start(plan, seed: 1, control: control)))
        #expect(report?.isComplete == true)
        let answered = await journal.records.map { $0.count { if case .answered = $0 { true } else { false } } }
        #expect(answered.reduce(0, +) == 40 && (answered.max() ?? 0) <= 8)
    }

    @Test func aJournalThatLostTheLastOutcomesIsTold() async throws {
        let disk = ForgetfulDisk(appends: 2)
        let journal = try await JournalStore(folder: "/f", disk: disk).create(MadePlan.plan(25), seed: 1)
        let report = try #require(
            report(await events(RunSession(service: ScriptedService(), recorder: journal).start(MadePlan.plan(25), seed: 1))))
        #expect(report.outcomes.allSatisfy { $0 == .succeeded })
        #expect(!report.isComplete)
        #expect(report.remarks.contains { $0.contains("No space left on device") && $0.contains("resume") })
    }

    @Test func recordsTheIntentBeforeTheCallAndTheOutcomeAfterIt() async {
        let journal = KeptEntries()
        let session = RunSession(service: ScriptedService(), recorder: journal)
        _ = await events(session.start(MadePlan.plan(25), seed: 1))
        let entries = await journal.entries
        #expect(entries.count == 4)
        guard case .intent(1, 1, _, let targets) = entries[0], case .answered(1, 1, let groups, _) = entries[1] else {
            return #expect(Bool(false), "\(entries)")
        }
        #expect(targets == Array(0..<25))
        #expect(groups == [OutcomeGroup(outcome: .succeeded, targets: Array(0..<25))])
        #expect(entries[3] == .finished)
    }

    @Test func theJournalIsClosedWhenTheEndIsTold() async {
        let journal = KeptEntries()
        for await event in RunSession(service: ScriptedService(), recorder: journal).start(MadePlan.plan(1), seed: 1).events {
            if case .finished = event { #expect(await journal.isClosed) }
        }
    }

    @Test func withoutAJournalNothingIsSent() async throws {
        let service = ScriptedService()
        let journal = try await JournalStore(folder: "/x", disk: ForgetfulDisk(appends: 1)).create(MadePlan.plan(200), seed: 1)
        let events = await events(RunSession(service: service, recorder: journal).start(MadePlan.plan(200), seed: 1))
        #expect(service.sent.isEmpty)
        let isNotSent = report(events)?.outcomes.allSatisfy { if case .notSent(.journalFailed) = $0 { true } else { false } }
        #expect(isNotSent == true)
    }

    @Test func aJournalLostOnTheWayEndsTheSending() async throws {
        let service = ScriptedService()
        let journal = try await JournalStore(folder: "/x", disk: ForgetfulDisk(appends: 6)).create(MadePlan.plan(2_000), seed: 1)
        let events = await events(RunSession(service: service, recorder: journal).start(MadePlan.plan(2_000), seed: 1))
        #expect(service.sent.count < 80)
        let outcomes = report(events)?.outcomes ?? []
        #expect(outcomes.count { $0 == .succeeded } == service.sent.count * 25)
    }

    @Test func waitsForTheOperatorAndGoesOn() async {
        let isRenewed = Locked(false)
        let service = ScriptedService { _, items in
            isRenewed.withLock { $0 } ? .response(.success(items)) : .failure(.credentialsExpired(sentence: "expired"))
        }
        let handle = RunSession(service: service, recorder: KeptEntries()).start(MadePlan.plan(100), seed: 1)
        let events = await events(handle) { event in
            guard case .paused = event else { return }
            isRenewed.withLock { $0 = true }
            handle.resume()
        }
        #expect(events.contains(.resumed))
        #expect(report(events)?.isComplete == true)
    }

    @Test func leavesAtOnceWhileACallHangs() async {
        let handle = RunSession(service: HangingService(), recorder: KeptEntries()).start(MadePlan.plan(100), seed: 1)
        let events = await events(handle) { if case .started = $0 { handle.stop(); handle.abort() } }
        #expect(report(events)?.outcomes.contains(.succeeded) == false)
    }

    @Test func tellsProgressAtMostFourTimesASecondAndOnlyChanges() {
        var pace = ProgressPace(total: 10)
        var progress = RunProgress(total: 10)
        #expect(pace.next(progress, at: .zero) == .nothing)
        progress.done = 1
        #expect(pace.next(progress, at: .milliseconds(10)) == .tell(progress))
        #expect(pace.next(progress, at: .milliseconds(900)) == .nothing)
        progress.done = 2
        #expect(pace.next(progress, at: .milliseconds(100)) == .wait(until: .milliseconds(260)))
        #expect(pace.next(progress, at: .milliseconds(260)) == .tell(progress))
    }
}

/// A record in memory.
private actor KeptEntries: RunRecorder {
    nonisolated let runId = "r"
    nonisolated let path: String? = nil
    /// What was made durable together.
    private(set) var records: [[JournalEntry]] = []
    private(set) var isClosed = false
    var entries: [JournalEntry] { records.flatMap(\.self) }

    func record(_ entry: JournalEntry) { records.append([entry]) }
    func record(_ entries: [JournalEntry]) { records.append(entries) }
    func close() { isClosed = true }
}

/// A record that answers the calls whose intents it is given, before the service could, and stops the run together with a late answer:
/// whatever it leaves in the run's mailbox waits there until the record has been made.
private actor AnsweringRecord: RunRecorder {
    nonisolated let runId = "r"
    nonisolated let path: String? = nil
    private(set) var callsAfterStop = 0
    private(set) var answers = 0
    private var isStopped = false
    private let plan: Plan
    private let limit: Int
    private let control: RunControl

    init(_ plan: Plan, stopsAfterCalls limit: Int, _ control: RunControl) {
        (self.plan, self.limit, self.control) = (plan, limit, control)
    }

    func record(_ entry: JournalEntry) { record([entry]) }

    func record(_ entries: [JournalEntry]) {
        for case .intent(let call, _, _, let targets) in entries {
            if isStopped { callsAfterStop += 1 }
            answers += 1
            control.inputs.post(.answered(call: call, .response(.success(targets.map { plan.targets[$0].association }))))
        }
        guard answers >= limit, !isStopped else { return }
        isStopped = true
        control.stop()
    }

    func close() {}
}

/// A service that answers no call until it is cancelled.
private struct HangingService: RunService {
    func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer {
        let never = AsyncStream<Never> { _ in }
        for await _ in never {}
        return .failure(.cancelled)
    }

    func list(_ arns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in arns { receive(arn, .associations([])) }
    }
}
