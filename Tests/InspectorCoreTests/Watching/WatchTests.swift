import AWSClient
import Foundation
import InspectorSimulator
import Logging
import Runtime
import TestSupport
import Testing

@testable import InspectorCore

/// What a watch tells of what later listings show, in rounds whose time is made up.
@Suite struct WatchTests {
    private let plan = MadePlan.plan(4)
    private let folder: TemporaryFolder
    private let store: JournalStore

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    /// The record of a run that succeeded with all but the last target; a listing has confirmed the targets given.
    private func record(confirmed: [Int] = [0, 1, 2], _ action: RunAction = .disassociate) async throws -> RunRecord {
        var plan = plan
        plan.action = action
        let journal = try await store.create(plan, seed: 1)
        try await journal.record([
            .intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1, 2, 3]),
            .answered(
                call: 1, attempt: 1,
                [
                    OutcomeGroup(outcome: .succeeded, targets: [0, 1, 2]),
                    OutcomeGroup(outcome: .failed(statusCode: .accessDenied, statusMessage: nil), targets: [3]),
                ]),
            .verified(scanConfigurationArn: MadePlan.arn(0), open: [0, 1, 2].filter { !confirmed.contains($0) }), .finished,
        ])
        await journal.close()
        return try store.open(journal.runId)
    }

    private func events(_ handle: WatchHandle, _ react: (WatchEvent) -> Void = { _ in }) async -> [WatchEvent] {
        var events: [WatchEvent] = []
        for await event in handle.events {
            react(event)
            events.append(event)
        }
        return events
    }

    private func watch(
        _ record: RunRecord, for time: Duration = .seconds(3600), surroundings: MadeSurroundings = MadeSurroundings(),
        rounds: @escaping @Sendable (Int) -> ListingAnswer
    ) async throws -> (report: WatchReport, events: [WatchEvent], clock: JumpingClock) {
        let clock = JumpingClock()
        let session = WatchSession(
            service: RoundsOfListings(rounds), surroundings: surroundings, clock: clock, date: { Date(timeIntervalSince1970: 0) })
        let events = await events(session.start(Watch(record), for: time))
        guard case .finished(let report) = events.last else { throw NoReport() }
        return (report, events, clock)
    }

    private func listed(_ targets: Int...) -> ListingAnswer {
        .associations(Set(targets.map { MadePlan.association($0).resource }))
    }

    @Test func whatStaysGoneIsFine() async throws {
        let (report, _, clock) = try await watch(try await record()) { _ in .associations([MadePlan.association(3).resource]) }
        #expect(report.isAsWanted && report.findings.isEmpty, "what the run did not change is not watched")
        #expect(report.watched == 3 && report.sentence == "Watched 3 associations, listed 17 times: nothing was changed back.")
        #expect(Array(clock.sleeps.prefix(7)) == [15, 30, 60, 120, 240, 300, 300].map { .seconds($0) }, "pauses grow")
        #expect(clock.sleeps.reduce(.zero, +) == .seconds(3600), "the last listing is made at the end")
    }

    @Test func whatADefaultConfigurationAssociatesAgainIsNamedOnce() async throws {
        let surroundings = MadeSurroundings(defaults: [MadePlan.arn(0)])
        let back = listed(1)
        let (report, events, _) = try await watch(try await record(), surroundings: surroundings) { $0 < 3 ? .associations([]) : back }
        #expect(report.findings.map(\.target) == [1] && report.findings.map(\.cause) == [.defaultConfiguration])
        #expect(!report.isAsWanted)
        #expect(events.count { if case .found = $0 { true } else { false } } == 1)
        #expect(surroundings.remarks.count == 1)
        #expect(surroundings.remarks.first?.contains("1 project was associated again") == true)
        #expect(surroundings.remarks.first?.contains("It is a default configuration (scope ALL)") == true)
    }

    @Test(arguments: [
        (LaterChange(.undone, by: "U"), WatchCause.run("U")), (LaterChange(.repeated, by: "U"), .someoneElse),
    ]) func whoDidItIsTold(_ change: LaterChange, _ cause: WatchCause) async throws {
        let back = listed(1)
        let (report, _, _) = try await watch(try await record(), surroundings: MadeSurroundings(later: [1: change], defaults: [])) { _ in
            back
        }
        #expect(report.findings.map(\.cause) == [cause])
    }

    @Test func withoutTheConfigurationsItIsNotKnownWhoDidIt() async throws {
        let back = listed(1)
        let (report, _, _) = try await watch(try await record(), surroundings: MadeSurroundings(defaults: nil)) { _ in back }
        #expect(report.findings.map(\.cause) == [.unknown])
    }

    @Test func aListingThatLagsIsNoComeback() async throws {
        let (lags, back) = (listed(2), listed(0, 2))
        let late = try await watch(try await record(confirmed: [0, 1])) { $0 < 3 ? lags : .associations([]) }
        #expect(late.report.isAsWanted, "it was seen gone in the end")
        let never = try await watch(try await record(confirmed: [0, 1])) { _ in lags }
        #expect(never.report.findings.isEmpty && never.report.stillAsBefore == [2] && !never.report.isAsWanted)
        let again = try await watch(try await record(confirmed: [0, 1])) { $0 == 2 ? .associations([]) : back }
        #expect(again.report.findings.map(\.target) == [0, 2], "what was seen gone since counts")
    }

    @Test func whatAnUndoChangedBackBeforeIsNotWatched() async throws {
        let record = try await record().with(LaterRuns(changes: [0: LaterChange(.undone, by: "U")]))
        let back = listed(0)
        let (report, _, _) = try await watch(record) { _ in back }
        #expect(report.watched == 2 && report.changedBackBefore == 1 && report.isAsWanted)
    }

    @Test func aLastListingThatFailedIsNoProof() async throws {
        let surroundings = MadeSurroundings()
        let (report, events, _) = try await watch(try await record(), for: .seconds(20), surroundings: surroundings) {
            $0 == 1 ? .associations([]) : .failed(detail: "no route")
        }
        #expect(!report.isAsWanted && report.unlisted.count == 1 && report.sentence.contains("no route"))
        #expect(events.contains { if case .waiting = $0 { true } else { false } })
        let (better, _, _) = try await watch(try await record(), surroundings: surroundings) {
            $0 == 1 ? .failed(detail: "expired") : .associations([])
        }
        #expect(better.isAsWanted && surroundings.reloads > 0, "the credentials are read anew")
    }

    @Test func anAssociationThatIsDissolvedAgainIsFound() async throws {
        let (all, fewer) = (listed(0, 1, 2), listed(1, 2))
        let (report, _, _) = try await watch(try await record(.associate)) { $0 == 1 ? all : fewer }
        #expect(report.findings.map(\.target) == [0] && report.findings.map(\.cause) == [.someoneElse])
    }

    @Test func aStopKeepsWhatWasFound() async throws {
        let (service, clock) = (RoundsOfListings { [back = listed(0)] _ in back }, JumpingClock(stopsAfter: 1))
        let session = WatchSession(service: service, surroundings: MadeSurroundings(), clock: clock)
        let handle = session.start(Watch(try await record()), for: .seconds(3600))
        let events = await events(handle) { if case .found = $0 { handle.stop() } }
        guard case .finished(let report) = events.last else { throw NoReport() }
        #expect(report.isStopped && report.findings.map(\.target) == [0])
    }

    @Test func whatTheJournalCannotTakeYetIsTriedAgain() async throws {
        let surroundings = MadeSurroundings(refusals: 1)
        let back = listed(0)
        let (_, events, _) = try await watch(try await record(), surroundings: surroundings) { _ in back }
        #expect(events.contains { if case .notRecorded = $0 { true } else { false } })
        #expect(surroundings.remarks.count == 1)
    }

    @Test func aFindingIsARemarkOfTheJournalUntilItIsListedAgain() async throws {
        let record = try await record()
        let held = try await store.hold(record.runId).journal
        try await held.record(.remark("1 project was associated again.", ofListings: true))
        await held.close()
        let found = try store.open(record.runId)
        #expect(found.report.remarks.contains("1 project was associated again.") && found.isFinished && found.distrust == nil)
        await (try await store.check(record.runId)).journal.close()
        #expect(try !store.open(record.runId).report.remarks.contains("1 project was associated again."))
    }

    /// Two watches of one run list at different moments and find the same: the journal has it once.
    @Test func whatAnotherWatchHasRecordedIsNotRecordedAgain() async throws {
        let record = try await record()
        let simulator = try await Simulator.start(SimulatorOptions(configurations: 1, projects: 1))
        let session = try AWSSession.open(
            options: ClientOptions(), environment: Environment(variables: Dictionary(uniqueKeysWithValues: simulator.clientEnvironment)),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        let inspector = Inspector(client: session.client(for: .inspector2))
        let watches = try (0..<2).map { _ in try WatchedRun(record.runId, in: store, inspector: inspector) }
        func sentences(_ moment: String, _ targets: Int...) -> [String] {
            plan.sentences(about: targets.map { WatchFinding(target: $0, asOf: moment, cause: .someoneElse) })
        }
        #expect(await watches[0].record(sentences("2026-11-29T01:02:03.000Z", 0, 1)[0]) == nil)
        #expect(await watches[1].record(sentences("2026-11-29T01:07:09.000Z", 0, 1)[0]) == nil)
        #expect(await watches[1].record(sentences("2026-11-29T01:07:09.000Z", 2)[0]) == nil)
        let remarks = try store.open(record.runId).remarks
        #expect(remarks.count == 2 && remarks[0].contains("as of 2026-11-29 01:02 UTC") && remarks[1].hasPrefix("1 project"), "\(remarks)")
        await session.shutdown()
        await simulator.stop()
    }

    private struct NoReport: Error {}
}

/// Answers by the number of the round, from 1.
private final class RoundsOfListings: RunService {
    private let answer: @Sendable (Int) -> ListingAnswer
    private let round = Locked(0)

    init(_ answer: @escaping @Sendable (Int) -> ListingAnswer) { self.answer = answer }

    func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer {
        Issue.record("a watch sends nothing")
        return .response(.success(items))
    }

    func list(_ arns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        let round = round.withLock { round in
            round += 1
            return round
        }
        for arn in arns { receive(arn, answer(round)) }
    }
}

private final class MadeSurroundings: WatchSurroundings {
    private let later: [Int: LaterChange]
    private let defaults: Set<String>?
    private let state: Locked<(remarks: [String], refusals: Int, reloads: Int)>

    init(later: [Int: LaterChange] = [:], defaults: Set<String>? = [], refusals: Int = 0) {
        (self.later, self.defaults) = (later, defaults)
        state = Locked(([], refusals, 0))
    }

    var remarks: [String] { state.withLock { $0.remarks } }
    var reloads: Int { state.withLock { $0.reloads } }

    func defaultConfigurations() async -> Set<String>? { defaults }
    func laterChanges() async -> [Int: LaterChange] { later }
    func reloadCredentials() async { state.withLock { $0.reloads += 1 } }

    func record(_ remark: String) async -> String? {
        state.withLock { state in
            if state.refusals > 0 {
                state.refusals -= 1
                return "it is locked"
            }
            state.remarks.append(remark)
            return nil
        }
    }
}

/// A clock whose waits are over at once: it then shows the moment waited for. After some waits it never ends another one.
private final class JumpingClock: Clock {
    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let state = Locked((now: Duration.zero, sleeps: [Duration]()))
    private let limit: Int

    init(stopsAfter limit: Int = .max) { self.limit = limit }

    var sleeps: [Duration] { state.withLock { $0.sleeps } }
    var now: Instant { state.withLock { Instant(offset: $0.now) } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let isStanding = state.withLock { state in
            if state.sleeps.count >= limit { return true }
            state.sleeps.append(deadline.offset - state.now)
            state.now = deadline.offset
            return false
        }
        if isStanding { try await Task.sleep(for: .seconds(86_400)) }
        try Task.checkCancellation()
    }
}
