@testable import InspectorCore
import Synchronization
import TestSupport
import Testing

/// A service that answers at once, and remembers what it was asked.
private final class ScriptedService: RunService {
    private let answer: @Sendable (RunCall, [Association]) -> CallAnswer
    private let calls = Mutex<[RunCall]>([])
    private let answers = Mutex(0)

    init(_ answer: @escaping @Sendable (RunCall, [Association]) -> CallAnswer = { _, items in .response(.success(items)) }) {
        self.answer = answer
    }

    var sent: [RunCall] { calls.withLock { $0 } }
    /// Whether every call has its answer.
    var hasAnsweredAll: Bool { sent.count == answers.withLock { $0 } }

    func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer {
        calls.withLock { $0.append(call) }
        defer { answers.withLock { $0 += 1 } }
        return answer(call, items)
    }

    func list(_ arns: [String], _ tell: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in arns { tell(arn, .associations([])) }
    }
}

@Suite struct RunnerTests {
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
        let runner = Runner(service: ScriptedService(), recorder: MemoryJournal(runId: "r"))
        let events = await events(runner.start(MadePlan.plan(60), seed: 1))
        #expect(events.first == .started(runId: "r", journal: nil))
        #expect(events.contains { if case .verifying = $0 { true } else { false } })
        #expect(report(events)?.isComplete == true)
        let told = events.flatMap { if case .outcomes(let outcomes) = $0 { outcomes } else { [] } }
        #expect(told.count == 60)
    }

    @Test func aStopBeforeTheBeginningSendsNothing() async {
        let (service, control) = (ScriptedService(), RunControl())
        control.stop()
        let runner = Runner(service: service, recorder: MemoryJournal(runId: "r"))
        let report = report(await events(runner.start(MadePlan.plan(60), seed: 1, control: control)))
        #expect(service.sent.isEmpty)
        #expect(report?.outcomes.allSatisfy { $0 == .notSent(.stopped) } == true)
    }

    @Test func aStopCountsBeforeTheAnswersThatWaitBesideIt() async {
        let control = RunControl()
        let service = ScriptedService { _, items in
            control.stop()
            return .response(.success(items))
        }
        let runner = Runner(service: service, recorder: MemoryJournal(runId: "r"))
        let report = report(await events(runner.start(MadePlan.plan(1_000), seed: 1, control: control)))
        #expect(service.sent.count == CallWindow().limit)
        #expect(report?.outcomes.count { $0 == .succeeded } == CallWindow().limit * 25)
    }

    @Test func aStopIsHeardBeforeTheRestOfTheAnswersThatWait() async throws {
        let (service, control) = (ScriptedService(), RunControl())
        let journal = StoppingJournal(afterCalls: 33, control, service)
        _ = await events(Runner(service: service, recorder: journal).start(MadePlan.plan(10_000), seed: 1, control: control))
        let sentBefore = try #require(await journal.sentAtStop)
        #expect(service.sent.count - sentBefore <= 16)
    }

    @Test func aJournalThatLostTheLastOutcomesIsTold() async throws {
        let disk = ForgetfulDisk(appends: 2)
        let journal = try await JournalStore(folder: "/f", disk: disk).create(MadePlan.plan(25), seed: 1)
        let report = try #require(
            report(await events(Runner(service: ScriptedService(), recorder: journal).start(MadePlan.plan(25), seed: 1))))
        #expect(report.outcomes.allSatisfy { $0 == .succeeded })
        #expect(!report.isComplete)
        #expect(report.remarks.contains { $0.contains("No space left on device") && $0.contains("resume") })
    }

    @Test func recordsTheIntentBeforeTheCallAndTheOutcomeAfterIt() async {
        let journal = MemoryJournal(runId: "r")
        let runner = Runner(service: ScriptedService(), recorder: journal)
        _ = await events(runner.start(MadePlan.plan(25), seed: 1))
        let entries = await journal.entries
        #expect(entries.count == 4)
        guard case .intent(1, 1, _, let targets) = entries[0], case .answered(1, 1, let groups) = entries[1] else {
            return #expect(Bool(false), "\(entries)")
        }
        #expect(targets == Array(0..<25))
        #expect(groups == [OutcomeGroup(outcome: .succeeded, targets: Array(0..<25))])
        #expect(entries[3] == .finished)
    }

    @Test func withoutAJournalNothingIsSent() async throws {
        let service = ScriptedService()
        let journal = try await JournalStore(folder: "/x", disk: ForgetfulDisk(appends: 1)).create(MadePlan.plan(200), seed: 1)
        let events = await events(Runner(service: service, recorder: journal).start(MadePlan.plan(200), seed: 1))
        #expect(service.sent.isEmpty)
        let isNotSent = report(events)?.outcomes.allSatisfy { if case .notSent(.journalFailed) = $0 { true } else { false } }
        #expect(isNotSent == true)
    }

    @Test func aJournalLostOnTheWayEndsTheSending() async throws {
        let service = ScriptedService()
        let journal = try await JournalStore(folder: "/x", disk: ForgetfulDisk(appends: 6)).create(MadePlan.plan(2_000), seed: 1)
        let events = await events(Runner(service: service, recorder: journal).start(MadePlan.plan(2_000), seed: 1))
        #expect(service.sent.count < 80)
        let outcomes = report(events)?.outcomes ?? []
        #expect(outcomes.count { $0 == .succeeded } == service.sent.count * 25)
    }

    @Test func waitsForTheOperatorAndGoesOn() async {
        let isRenewed = Mutex(false)
        let service = ScriptedService { _, items in
            isRenewed.withLock { $0 } ? .response(.success(items)) : .failure(.credentialsExpired(sentence: "expired"))
        }
        let handle = Runner(service: service, recorder: MemoryJournal(runId: "r")).start(MadePlan.plan(100), seed: 1)
        let events = await events(handle) { event in
            guard case .paused = event else { return }
            isRenewed.withLock { $0 = true }
            handle.continueAfterPause()
        }
        #expect(events.contains(.resumed))
        #expect(report(events)?.isComplete == true)
    }

    @Test func leavesAtOnceWhileACallHangs() async {
        let handle = Runner(service: HangingService(), recorder: MemoryJournal(runId: "r")).start(MadePlan.plan(100), seed: 1)
        let events = await events(handle) { if case .started = $0 { handle.stop(); handle.stopNow() } }
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

/// A journal during one of whose records all answers come, and then the operator's stop.
private actor StoppingJournal: RunRecorder {
    nonisolated let runId = "r"
    nonisolated let path: String? = nil
    private(set) var sentAtStop: Int?
    private let calls: Int
    private let control: RunControl
    private let service: ScriptedService

    init(afterCalls calls: Int, _ control: RunControl, _ service: ScriptedService) {
        (self.calls, self.control, self.service) = (calls, control, service)
    }

    func record(_ entry: JournalEntry) async {}

    func record(_ entries: [JournalEntry]) async {
        guard sentAtStop == nil, service.sent.count >= calls else { return }
        try? await Patience.wait(until: "all answers") { service.hasAnsweredAll }
        sentAtStop = service.sent.count
        control.stop()
    }

    func close() async {}
}

/// A service that answers only when it is given up.
private struct HangingService: RunService {
    func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer {
        let never = AsyncStream<Never> { _ in }
        for await _ in never {}
        return .failure(.withdrawn)
    }

    func list(_ arns: [String], _ tell: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in arns { tell(arn, .failed(detail: "")) }
    }
}
