import InspectorCore
import Terminal

@testable import OperatorUI

/// A state on each of the screens there are.
enum Screens {
    static func all(columns: Int = 80, rows: Int = 24) throws -> [(name: String, state: State)] {
        try lists(columns, rows) + texts(columns, rows) + questions(columns, rows)
    }

    private static func lists(_ columns: Int, _ rows: Int) throws -> [(name: String, state: State)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        var failed = try finished(columns, rows)
        failed.press(keys: .home, .enter)
        return [
            ("starting", State(size: TerminalSize(columns: columns, rows: rows))), ("configurations", listed),
            ("projects", pressing(listed, .down, .enter)), ("all projects", pressing(listed, .enter)),
            ("no projects", pressing(listed, .end, .enter)), ("failed rows", failed), ("marked", pressing(listed, .character("a"))),
            ("range", pressing(listed, .down, .enter, .character("v"), .down)),
            ("filter", pressing(listed, .down, .enter, .character("/"), .character("x"))),
            ("read-only", Fixture.listed(columns: columns, rows: rows, isReadOnly: true)),
        ]
    }

    private static func texts(_ columns: Int, _ rows: Int) throws -> [(name: String, state: State)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        let finished = try finished(columns, rows)
        return [
            ("details", pressing(listed, .down, .enter, .enter)), ("plan", pressing(listed, .character("a"), .character("d"))),
            ("large plan", largePlan(columns, rows)), ("retry plan", pressing(finished, .character("R"))),
            ("run", try RunTests.running(columns: columns, rows: rows).0), ("results", pressing(finished, .character("!"))),
            ("no results", pressing(listed, .character("!"))), ("help", pressing(listed, .character("?"))),
            ("reading earlier runs", pressing(listed, .character("H"))), ("profiles", pressing(listed, .character("p"))),
            ("region", pressing(listed, .character("p"), .enter)), ("file name", pressing(listed, .character("e"))),
            ("no earlier runs", taking(pressing(listed, .character("H")), .runsListed([]))),
            ("earlier runs", taking(pressing(listed, .character("H")), .runsListed(MadeRuns.all))),
            ("verification", pressing(finished, .character("!"), .character("V"))),
            ("results during a run", pressing(try RunTests.running(columns: columns, rows: rows).0, .character("!"))),
        ]
    }

    private static func questions(_ columns: Int, _ rows: Int) throws -> [(name: String, state: State)] {
        let marked = pressing(Fixture.listed(columns: columns, rows: rows), .character("a"))
        let run = try RunTests.running(columns: columns, rows: rows).0
        let export = Export(path: "a.csv", content: .report(RunReport(runId: "1", journal: nil, plan: RunTests.emptyPlan, outcomes: [])))
        return [
            ("quit?", pressing(marked, .character("q"))), ("quit during a run?", pressing(run, .escape, .character("q"))),
            ("switch?", pressing(marked, .character("p"), .end, .enter)),
            ("code", taking(marked, .codeWanted(serial: "mfa", profile: "p"))),
            ("replace?", export.map { taking(marked, .exportExists($0)) } ?? marked),
        ]
    }

    private static func finished(_ columns: Int, _ rows: Int) throws -> State {
        var (state, plan) = try RunTests.running(columns: columns, rows: rows)
        _ = update(&state, .runReported(.finished(RunTests.report(plan))))
        return state
    }

    private static func largePlan(_ columns: Int, _ rows: Int) -> State {
        var state = Fixture.listed(columns: columns, rows: rows)
        let many = (10..<60).map(Fixture.project)
        let arn = Fixture.empty.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        state.settle()
        return pressing(state, .character("a"), .character("d"))
    }

    static func pressing(_ state: State, _ keys: Key...) -> State {
        var state = state
        for key in keys { _ = update(&state, .keyPressed(key)) }
        return state
    }

    static func taking(_ state: State, _ event: Event) -> State {
        var state = state
        _ = update(&state, event)
        return state
    }
}
