import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A in a plan: projects are associated with another configuration before they would be left uncovered.
@Suite struct CoveringTests {
    /// The plan of everything in payments-nightly: projects 3 to 6 would be left uncovered, 1 and 2 are in default-scan too.
    static func plan(columns: Int = 80, rows: Int = 24) -> App {
        EveryScreen.pressing(Covered.listed(columns: columns, rows: rows), .down, .enter, .character("a"), .character("d"))
    }

    /// The configurations that may cover them.
    static func choosing(columns: Int = 80, rows: Int = 24) -> App {
        EveryScreen.pressing(plan(columns: columns, rows: rows), .character("A"))
    }

    private static func covered() -> App { EveryScreen.pressing(choosing(), .down, .enter) }

    private func pairs(_ app: App) -> [String] {
        guard let draft = app.plan?.draft else { return [] }
        return draft.plan.targets.map { target in
            let number = (1...8).first { Fixture.project($0) == target.association.resource } ?? 0
            return (draft.whole.change(of: target) == .associate ? "+" : "-") + "\(number)/\(target.configurationName?.first ?? "?")"
        }
    }

    @Test func thePlanIsMadeAnewAndSaysBothNumbers() {
        var app = Self.choosing()
        #expect(app.lines[0].contains("cover 4 projects with"))
        app.press(keys: .down, .enter)
        #expect(pairs(app) == ["+3/u", "+4/u", "+5/u", "+6/u", "-1/p", "-2/p", "-3/p", "-4/p", "-5/p", "-6/p"])
        #expect(app.words.contains("Create 4 associations, then disassociate 6 associations (6 projects) in 1 configuration"))
        #expect(app.notice?.text == "4 projects are associated with unused before anything is disassociated.")
        #expect(app.plan?.warnings.contains { if case .lastConfiguration = $0.warning { true } else { false } } == false)
    }

    @Test func eachRowSaysWhereFromAndWhereTo() {
        var app = Self.covered()
        app.display.size = TerminalSize(columns: 80, rows: 60)
        #expect(app.lines.contains { $0.contains("unused  4 associations, associated first") })
        #expect(app.lines.contains { $0.contains("payments-nightly  6 associations, then disassociated") })
        #expect(app.lines.count { $0.contains("acme/cart") && $0.contains("← payments-nightly") } == 1)
        #expect(app.lines.count { $0.contains("acme/cart") && $0.contains("→ unused") } == 1)
        #expect(app.lines.count { $0.contains("acme/api") && $0.contains("→") } == 0)
    }

    @Test func itIsConfirmedAsAnyPlan() throws {
        var app = Self.covered()
        #expect(app.press(keys: .character("y")) == [])
        let plan = try #require(app.plan?.plan)
        #expect(plan.action == .move && app.agree() == [.startRun(plan)])
    }

    @Test func escapeLeavesThePlanAsItWas() {
        let before = Self.plan()
        var app = before
        app.press(keys: .character("A"), .down, .escape)
        #expect(app.plan?.draft == before.plan?.draft && app.plan?.edits == 0)
    }

    @Test func theRowsThatAreShownAreChosen() {
        var app = Self.plan()
        app.press(keys: .character("/"))
        app.type("keeps")
        app.press(keys: .escape)
        _ = app.update(.resized(TerminalSize(columns: 80, rows: 60)))
        app.showNumber("keep a scan configuration")
        app.press(keys: .enter, .character("A"))
        #expect(app.lines[0].contains("cover 2 projects with"))
        app.press(keys: .enter)
        #expect(pairs(app).filter { $0.hasPrefix("+") } == ["+1/u", "+2/u"])
    }

    @Test func anotherConfigurationOrNoneCanBeChosenAfterwards() {
        var app = Self.covered()
        app.press(keys: .character("A"))
        #expect(app.words.contains("None: associate nothing first"))
        app.press(keys: .enter)
        #expect(pairs(app).filter { $0.hasPrefix("+") } == ["+3/d", "+4/d", "+5/d", "+6/d"])
        app.press(keys: .character("A"), .home, .enter)
        #expect(app.plan?.draft.whole.action == .disassociate && app.plan?.draft.count == 6)
        #expect(app.plan?.warnings.contains { if case .lastConfiguration = $0.warning { true } else { false } } == true)
    }

    @Test func whatIsLeftOutStaysLeftOut() {
        var app = Self.plan()
        let before = app.plan?.draft.count
        app.goToTarget("acme/cart")
        app.press(keys: .character(" "), .character("A"))
        #expect(app.lines[0].contains("cover 3 projects with"))
        app.press(keys: .down, .enter)
        #expect(before == 6 && !pairs(app).contains { $0.contains("3/") } && app.plan?.draft.leftOutCount == 1)
    }

    @Test func theAssociationsOfAProjectStayTogether() {
        var app = Self.covered()
        app.goToTarget("acme/cart")
        app.press(keys: .character(" "))
        #expect(app.notice?.text == "2 associations of this project leave the plan together.")
        #expect(!pairs(app).contains { $0.contains("3/") })
        app.goToTarget("acme/cart")
        app.press(keys: .character(" "))
        #expect(app.notice?.text == "2 associations of this project come back together." && pairs(app).count == 10)
        app.press(keys: .character("L"))
        #expect(pairs(app).count == 10)
    }

    @Test(arguments: ["associated first", "payments-nightly"])
    func aLineThatIsDeletedTakesItsPartnerAlong(words: String) throws {
        var app = Self.covered()
        guard case .editText(let text)? = app.press(keys: .character("E")).first else { return #expect(Bool(false), "no editor") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let gone = try #require(lines.firstIndex { $0.contains("acme/cart") && $0.contains(words) })
        _ = app.update(.textEdited(Array((lines[..<gone] + lines[(gone + 1)...]).joined(separator: "\n").utf8)))
        #expect(!pairs(app).contains { $0.contains("3/") } && pairs(app).count == 8)
        #expect(app.notice?.text == "8 associations in the plan now, 10 before. The associations of a project stay together.")
    }

    @Test func aLineThatIsPutBackBringsItsPartner() throws {
        var app = Self.covered()
        app.goToTarget("acme/cart")
        app.press(keys: .character(" "))
        guard case .editText(let text)? = app.press(keys: .character("E")).first else { return #expect(Bool(false), "no editor") }
        let edited = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("# ") && line.contains("acme/cart") && !line.contains("associated first") ? line.dropFirst(2) : line
        }
        _ = app.update(.textEdited(Array(edited.joined(separator: "\n").utf8)))
        #expect(pairs(app).count == 10)
    }

    @Test func plansThatCannotBeCoveredSayWhy() throws {
        var readOnly = Self.plan()
        readOnly.session.isReadOnly = true
        readOnly.press(keys: .character("A"))
        #expect(readOnly.notice == nil && readOnly.plan == nil, "the plan can be made; it is not sent")
        var kept = EveryScreen.pressing(Covered.listed(), .down, .down, .enter, .character("a"), .character("d"), .character("A"))
        #expect(kept.notice?.text.hasPrefix("Every project keeps a scan configuration.") == true)
        kept.press(keys: .character("f"))
        var (run, plan) = try RunTests.running(columns: 80, rows: 24)
        _ = run.update(.runReported(.finished(RunTests.report(plan))))
        run.press(keys: .character("U"), .character("A"))
        #expect(run.notice?.text == "An undo makes things as they were, and no more: its plan covers no other projects.")
    }
}

extension App {
    /// Puts the cursor on the first target of this name, from the top.
    fileprivate mutating func goToTarget(_ name: String) {
        press(keys: .home, .character("/"), .control("u"))
        type(name)
        press(keys: .enter)
    }

    /// Puts the cursor on a number of the plan's head.
    fileprivate mutating func showNumber(_ words: String) {
        guard let row = lines.firstIndex(where: { $0.contains(words) }) else { return }
        press(keys: .home)
        for _ in 1..<row { press(keys: .down) }
    }
}
