import InspectorCore
import Terminal
import TestSupport

@testable import OperatorUI

/// A terminal UI in the hands of somebody who presses anything at any time, with an account that changes under it.
struct Walk {
    var app: App
    private let runs: [RunSummary]
    private let records: [RunRecord]
    /// Keys that are pressed next.
    private var script: [Key] = []
    /// What effects will come back with, in no order.
    private var pending: [Event] = []

    private static let configurations = (0..<6).map { Fixture.configuration("team-\($0)", String(10 + $0), scope: $0 == 2 ? "ALL" : nil) }
    private static let keys =
        EveryKeyTests.keys + "0123456789 acme  vvvjjkkddyyyRUGgaMs/!HLfEui::ccAAA".map(Key.character) + [
            .enter, .enter, .down, .up, .end, .escape, .escape,
        ]

    init(_ material: WalkMaterial, _ random: inout SeededRandom) {
        let columns = random.pick([60, 80, 130])
        app =
            switch random.int(0..<6) {
            case 0: App(size: TerminalSize(columns: 80, rows: 24))
            case 5: FleetFixture.listed(columns: columns, rows: random.pick([12, 24]))
            case 1: Covered.listed(columns: columns)
            default: Fixture.listed(columns: columns, rows: random.pick([12, 24]))
            }
        app.session.isReadOnly = random.oneIn(5)
        app.session.keepsMarks = random.oneIn(2)
        (runs, records) = (material.runs, material.records)
        app.setTime(1_770_000_000)
        if app.session[0].connection.generation == 0 { take(app.begin()) }
    }

    /// Lets something happen, shows the frame, and gives back what happened.
    mutating func step(_ random: inout SeededRandom) -> (event: Event, before: App, effects: [Effect]) {
        let event = event(&random)
        let before = app
        let effects = app.update(event)
        take(effects, &random)
        return (event, before, effects)
    }

    private mutating func event(_ random: inout SeededRandom) -> Event {
        if !script.isEmpty { return .keyPressed(script.removeFirst()) }
        if random.oneIn(30) { script = [.escape, .escape, .home] + Array(repeating: .down, count: random.int(0..<9)) + [.enter] }
        if random.oneIn(60) { script = [.escape, .character("H"), .enter] }
        if random.oneIn(60) { script = [.escape, .escape, .home, .down, .down, .enter] }
        if random.oneIn(30) { script = [.escape, .escape, .home, .down, .down, .down, .enter, .character(" "), .character("A"), .enter] }
        if random.oneIn(12) { script = [.escape, .escape, random.pick([.home, .down]), .character(" "), .character("d")] }
        if case .plan(let plan) = app.screen, random.oneIn(2) { return towardsSending(plan, &random) }
        if !pending.isEmpty, random.oneIn(2) { return pending.remove(at: random.int(0..<pending.count)) }
        switch random.int(0..<40) {
        case 0: return .resized(TerminalSize(columns: random.int(1..<180), rows: random.int(1..<40)))
        case 1...4:
            let key = random.pick(app.session.seats.map(\.key))
            return .inventoryArrived(generation: app.session[key].connection.generation, listing(&random), at: key)
        case 5: return .pasted(random.text())
        case 6: return .codeRequested(serial: "mfa", profile: random.word())
        case 7: return random.oneIn(4) ? .codeCancelled : .profilesFound(random.list(upTo: 5) { KnownProfile($0.word()) })
        case 8: return .runsListed(runs.filter { _ in random.oneIn(2) })
        case 9: return random.oneIn(3) ? .resumed : .pasteBroken
        case 10: return somethingRare(&random)
        case 11, 12: return .keyPressed(.character(Character(random.scalar())))
        case 13, 14: return .keyInBurst(random.pick(Self.keys))
        default: return .keyPressed(random.pick(Self.keys))
        }
    }

    /// What somebody does who means it.
    private mutating func towardsSending(_ plan: PlanScreen, _ random: inout SeededRandom) -> Event {
        if let place = pending.firstIndex(where: \.arms) { return pending.remove(at: place) }
        if random.oneIn(3) { script = String(plan.draft.count).map(Key.character) + [.enter] }
        if random.oneIn(6) { script = [.character("A"), .down, .enter] }
        if random.oneIn(8) { return .keyInBurst(random.pick([.enter, .character("y")])) }
        return .keyPressed(random.pick([.pageDown, .character("y")]))
    }

    private func somethingRare(_ random: inout SeededRandom) -> Event {
        let key = random.pick(app.session.seats.map(\.key))
        let generation = app.session[key].connection.generation
        return switch random.int(0..<6) {
        case 0: .identified(generation: generation, account: random.pick(["123456789012", "210987654321"]), caller: nil, at: key)
        case 1: .connectionFailed(generation: generation, Problem(context: "Connecting", sentence: "It failed."), at: key)
        case 2: .runRefused(Problem(context: "Beginning a run", sentence: "There is no room."), at: key)
        case 3: .sessionWarned(generation: generation, sentence: "The clock is wrong.", at: key)
        case 4: .runsUnavailable(Problem(context: "Reading journals", sentence: "They cannot be read."))
        default:
            records.isEmpty
                ? .pasteBroken : .runOpened(random.pick(records), random.pick([.show, .resume, .undo, .verify, .watch, .renew]))
        }
    }

    /// Pages of an account whose configurations and projects come and go.
    private func listing(_ random: inout SeededRandom) -> InventoryEvent {
        let arn = random.pick(Self.configurations).scanConfigurationArn
        let error = ListingError.repeatedToken(operation: "List")
        switch random.int(0..<12) {
        case 0...2: return .configurations(Self.configurations.filter { _ in random.oneIn(2) }, isLast: !random.oneIn(4))
        case 3...6:
            let page = random.list(upTo: random.pick([0, 3, 40])) { Fixture.project($0.int(0..<50)) }
            return .associations(scanConfigurationArn: arn, page, isLast: !random.oneIn(3))
        case 7, 8: return .coverage(random.list(upTo: 6) { details(&$0) })
        case 9: return random.pick([.associationsFailed(scanConfigurationArn: arn, error), .coverageFailed(error), .failed(error)])
        default: return .finished
        }
    }

    /// What the coverage says of a project, which may be in no configuration.
    private func details(_ random: inout SeededRandom) -> ProjectDetails {
        var details = Fixture.details(random.int(0..<60), random.word())
        details.words[.reason] = random.pick(["SUCCESSFUL", "ACCESS_DENIED", "INTEGRATION_CONNECTION_LOST", "A_NEW_ONE", nil])
        details.words[.account] = random.pick(["123456789012", "210987654321"])
        details.lastScan = random.pick([.never, .unknown, .at(1_000_000), .at(Int64(random.int(0..<2_000_000_000)))])
        return details
    }
}

extension Walk {
    private mutating func take(_ effects: [Effect]) {
        var random = SeededRandom(seed: 1)
        take(effects, &random)
    }

    /// Notes what effects come back with.
    private mutating func take(_ effects: [Effect], _ random: inout SeededRandom) {
        for effect in effects { pending += answers(to: effect, &random) }
        if pending.count > 40 { pending.removeFirst(pending.count - 40) }
    }

    private func answers(to effect: Effect, _ random: inout SeededRandom) -> [Event] {
        switch effect {
        case .connect(let generation, let choice, let key):
            [
                .connected(
                    generation: generation, SessionIdentity(region: choice.region ?? "us-east-1", profile: choice.profile), at: key),
                .identified(generation: generation, account: random.pick(["123456789012", "210987654321"]), caller: nil, at: key),
            ]
        case .delayPreview(let number): [.previewDelayPassed(number: number)]
        case .showConfirmation(let number, _): [.confirmationShown(number: number), .confirmationDrawn(number: number)]
        case .awaitReadingTime(let number): [.readingTimePassed(number: number)]
        case .startRun(let plan, let key): run(plan, &random, at: key)
        case .startRuns(let runs): runs.flatMap { run($0.plan, &random, at: $0.session) }
        case .resumeRun(_, let key), .verifyRun(_, let key): app.session.liveRun(in: key).map { run($0.plan, &random, at: key) } ?? []
        case .watchRun(let runId, _): watched(runId)
        case .stopWatch: app.session.watch.map { [watchEnd(of: $0)] } ?? []
        case .signIn: signIn(&random)
        case .answerSignIn: [.signInFailed(Problem(context: "Signing in", sentence: "It was refused."))]
        case .findInterruptedRuns: [.interruptedRunsFound(runs)]
        case .listRuns: [.runsListed(runs)]
        case .openRun(_, let purpose): records.isEmpty ? [] : [.runOpened(random.pick(records), purpose)]
        case .findMarks(let account, let region):
            [
                .marksFound(
                    KeptMarks(account: account, region: region, associations: random.list(upTo: 4) { Fixture.association($0.int(0..<50)) }))
            ]
        case .readMarks(let number, let path):
            table(&random).map { [.marksRead(number: number, $0)] } ?? [.marksRefused(number: number, .unreadable(path))]
        case .findFiles(let text): [.filesFound(text, random.list(upTo: 3) { text + $0.text(upTo: 4) })]
        case .editText(let text): [random.oneIn(4) ? .editingFailed("The editor ended.") : .textEdited(edited(text, &random))]
        case .export(let export):
            [random.pick([.exported(export), .exportExists(export), .exportFailed(Problem(context: "Writing", sentence: "No room."))])]
        case .loadInventory, .listAgain, .stopRun, .abortRun, .continueRun, .copy, .answerCode, .cancelSignIn, .keepMarks, .repaint,
            .suspend, .quit:
            []
        }
    }

    /// A list of ids that exist and that do not.
    private func table(_ random: inout SeededRandom) -> InputTable? {
        let ids = random.list(upTo: 6) { Fixture.project($0.int(0..<50)).projectId ?? "" }
        return try? InputReader.read(Array(ids.joined(separator: "\n").utf8), name: "in")
    }

    /// What somebody makes of a text in an editor: lines are deleted, and sometimes spoiled.
    private func edited(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeAll { !$0.hasPrefix("#") && random.oneIn(3) }
        if random.oneIn(4) { lines.append(random.text()) }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// A page, and the end of the sign-in.
    private func signIn(_ random: inout SeededRandom) -> [Event] {
        let page = SignInNotice(
            profile: random.word(), address: "https://example.com/\(random.word())", shortAddress: "https://example.com",
            code: random.oneIn(2) ? "ABCD-EFGH" : nil, endsAt: nil)
        return [.signInShown(page)] + (page.asksForCode ? [] : [.signedIn(profile: page.profile)])
    }

    /// A watch that finds one target changed back, and ends.
    private func watched(_ runId: String) -> [Event] {
        guard let watch = app.session.watch, watch.runId == runId, !watch.plan.targets.isEmpty else { return [] }
        let finding = WatchFinding(target: 0, asOf: "2026-01-31T09:15:00.000Z", cause: .unknown)
        return [
            .watchReported(runId: runId, .listing(round: 1, configurations: 1, endsAt: "2026-01-31T10:15:00.000Z")),
            .watchReported(runId: runId, .found([finding])), .watchReported(runId: runId, .notRecorded("It is locked.")),
            watchEnd(of: watch),
        ]
    }

    private func watchEnd(of watch: LiveWatch) -> Event {
        let report = WatchReport(plan: watch.plan, watched: watch.plan.targets.count, rounds: 1, isStopped: false, findings: [])
        return .watchReported(runId: watch.runId, .finished(report))
    }

    private func run(_ plan: Plan, _ random: inout SeededRandom, at key: SessionKey) -> [Event] {
        let outcomes = plan.targets.map { _ in
            random.pick([Outcome.succeeded, .succeeded, RunTests.denied, .unresolved(.interrupted), .notSent(.stopped)])
        }
        let report = RunReport(runId: "run-\(random.int(0..<9))", journal: nil, plan: plan, outcomes: outcomes)
        let told = zip(plan.targets, outcomes).map { TargetOutcome(association: $0.association, change: plan.change(of: $0), outcome: $1) }
        let events: [RunEvent] = [
            .started(runId: report.runId, journal: nil), .outcomes(told),
            .sending(plan.action == .move ? RunStage(.disassociate, targets: 1, heldBack: random.int(0..<3)) : nil),
            .paused(.credentialsExpired(sentence: "They ended.")), .resumed, .finished(report),
            .progress(RunProgress(total: plan.targets.count)),
        ]
        return events.map { .runReported($0, at: key) }
    }
}

extension Event {
    /// Whether it is part of what has to happen before an answer counts.
    fileprivate var arms: Bool {
        switch self {
        case .confirmationShown, .confirmationDrawn, .readingTimePassed: true
        default: false
        }
    }
}
