import InspectorCore
import Terminal
import TestSupport
import Testing

@testable import OperatorUI
import TextSafety

/// Whatever is pressed, in any order, in terminals of any size.
@Suite struct AnyKeysTests {
    private static let keys = EveryKeyTests.keys + "0123456789 acme  ddddyyyyyyRU".map(Key.character) + [.enter, .enter, .down, .down]

    /// What may happen next: a key most of the time, now and then those that mark, plan and send in a row.
    private static func events(_ random: inout SeededRandom) -> [Event] {
        if random.oneIn(12) { return [.escape, .escape, .character(" "), .character("d"), .character("y")].map(Event.keyPressed) }
        return [event(&random)]
    }

    private static func event(_ random: inout SeededRandom) -> Event {
        switch random.int(0..<20) {
        case 0: .resized(TerminalSize(columns: random.int(1..<200), rows: random.int(1..<50)))
        case 1: .inventoryArrived(generation: 1, random.pick(Fixture.events))
        case 2: .keyPressed(.character(Character(random.scalar())))
        default: .keyPressed(random.pick(keys))
        }
    }

    /// What comes back of an effect, as far as it matters here.
    private static func answers(to effect: Effect, _ random: inout SeededRandom) -> [Event] {
        switch effect {
        case .startRun(let plan):
            let outcomes = plan.targets.map { _ in random.oneIn(2) ? Outcome.succeeded : RunTests.denied }
            let report = RunReport(runId: "run-\(random.int(0..<9))", journal: nil, plan: plan, outcomes: outcomes)
            return [.runReported(.started(runId: report.runId, journal: nil)), .runReported(.finished(report))]
        case .verifyRun, .resumeRun:
            return [.runReported(.finished(RunReport(runId: "run", journal: nil, plan: RunTests.emptyPlan, outcomes: [])))]
        case .export(let export): return [random.oneIn(2) ? .exported(export) : .exportExists(export)]
        case .listRuns: return [.runsListed([])]
        default: return []
        }
    }

    /// Whether the event is the answer that a plan asks for: `y`, or Enter after its number of targets was typed.
    private static func confirms(_ event: Event, _ state: State, _ plan: Plan) -> Bool {
        guard case .plan(let screen) = state.screen, screen.plan == plan, !plan.targets.isEmpty else { return false }
        if screen.needsTypedCount { return event == .keyPressed(.enter) && screen.answer == String(plan.targets.count) }
        return event == .keyPressed(.character("y"))
    }

    @Test(arguments: [false, true]) func nothingIsSentThatWasNotConfirmedAndEveryFrameFits(isReadOnly: Bool) {
        var runs = 0
        let broken = Property.counterexample(50) { random in
            var state = Fixture.listed(columns: random.pick([40, 80, 130]), rows: 24, isReadOnly: isReadOnly)
            for event in (0..<50).flatMap({ _ in Self.events(&random) }) {
                let before = state
                for effect in update(&state, event) {
                    if case .startRun(let plan) = effect {
                        if isReadOnly || !Self.confirms(event, before, plan) { return "\(event) sends \(plan.targets.count) targets" }
                        runs += 1
                    }
                    if case .resumeRun = effect, isReadOnly { return "\(event) resumes a run" }
                    for answer in Self.answers(to: effect, &random) { _ = update(&state, answer) }
                }
                let frame = view(state)
                guard frame.size == state.size, frame.lines.count <= state.size.rows else { return "\(frame.lines.count) lines" }
                for line in frame.lines where line.displayWidth > state.size.columns { return "\(state.size): \(line.text)" }
                if state.marks.count > state.inventory.associationCount { return "\(state.marks.count) marks" }
            }
            return nil
        }
        #expect(broken == nil)
        #expect(isReadOnly || runs > 3, "\(runs) runs")
    }
}
