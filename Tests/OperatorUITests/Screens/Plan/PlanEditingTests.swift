import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A plan is edited before it is sent: rows are left out and taken back, found, and edited as text.
@Suite struct PlanEditingTests {
    /// A plan of ledger and refunds, which lose their last configuration, and payments-api, which keeps one.
    static func planned(columns: Int = 80, rows: Int = 30) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        app.press(keys: .down, .character(" "), .character("d"))
        return app
    }

    /// Puts the cursor on a project's row.
    private func go(to name: String, in app: inout App) throws {
        let line = try #require(
            (0..<(app.text?.count ?? 0)).first { app.text?.lines(from: $0, height: 1).first?.text.contains(name) ?? false })
        app.press(keys: .home)
        for _ in 0..<line { app.press(keys: .down) }
    }

    private func row(_ name: String, in app: App) -> String {
        app.lines.last { $0.contains(name) } ?? ""
    }

    private func names(_ plan: Plan?) -> [String] { plan?.targets.compactMap(\.projectName) ?? [] }

    private func started(_ effects: [Effect]) -> Plan? {
        effects.compactMap { if case .startRun(let plan, _) = $0 { plan } else { nil } }.first
    }

    @Test func rowsCarryTheirWarnings() {
        let app = Self.planned()
        #expect(row("acme/ledger", in: app).contains("! acme/ledger") && row("acme/ledger", in: app).contains("last configuration"))
        #expect(!row("acme/payments-api", in: app).contains("!"))
    }

    @Test func aRowUnderTheCursorIsLeftOutAndTakenBack() throws {
        var app = Self.planned()
        app.press(keys: .character(" "))
        #expect(row("acme/ledger", in: app).contains("- acme/ledger") && row("acme/ledger", in: app).contains("left out"))
        #expect(row("acme/payments-api", in: app).hasPrefix("▸"), "and the cursor steps down")
        #expect(app.words.contains("Disassociate 2 associations (2 projects) in 1 configuration 1 of 3 associations is left out"))
        #expect(app.words.contains("1 project would lose its last scan configuration"))
        let plan = started(app.agree())
        #expect(names(plan) == ["acme/payments-api", "acme/refunds"])
        #expect(plan?.warnings == [.lastConfiguration(projects: [try #require(Fixture.project(3).projectId)])])
        app = Self.planned()
        app.press(keys: .character(" "), .up, .character(" "))
        #expect(names(started(app.agree())).count == 3)
    }

    @Test func aHeadingStandsForItsConfiguration() throws {
        var app = Self.planned()
        try go(to: "payments-nightly  3", in: &app)
        app.press(keys: .character(" "))
        #expect(app.words.contains("Everything is left out: Space puts the row under the cursor back."))
        #expect(app.agree() == [] && app.isIdle)
        app.type("0")
        #expect(app.press(keys: .enter) == [] && app.isIdle)
        app.press(keys: .up, .character(" "))
        #expect(app.plan?.draft.count == 3)
    }

    @Test func lLeavesOutWhatWouldLoseItsLastConfiguration() {
        var app = Self.planned()
        app.press(keys: .character("L"))
        #expect(app.notice?.text == "L leaves out 2; 1 remains.")
        #expect(!app.words.contains("last scan configuration and no longer be scanned"))
        #expect(names(started(app.agree())) == ["acme/payments-api"])
        app = Self.planned()
        app.press(keys: .character("L"), .character("L"))
        #expect(app.notice?.text == "Every project keeps a scan configuration, so L leaves nothing out.")
    }

    @Test func fShowsOnlyWhatAWarningIsAbout() {
        var app = Self.planned()
        app.press(keys: .character("f"))
        #expect(app.words.contains("acme/ledger") && app.words.contains("acme/refunds") && !app.words.contains("acme/payments-api"))
        #expect(app.words.contains("Showing 2 of 3 associations: those with a warning. Esc shows all."))
        app.press(keys: .escape)
        #expect(app.words.contains("acme/payments-api") && app.plan != nil)
        app.press(keys: .character("f"), .character("f"))
        #expect(app.words.contains("acme/payments-api"))
        app.press(keys: .character("L"), .character("f"))
        #expect(app.notice?.text == "No row of the plan has a warning of its own.", "what is left out is not in the plan")
    }

    @Test func aNumberOpensItsRows() throws {
        var app = Self.planned()
        try go(to: "keeps a scan configuration", in: &app)
        #expect(app.lines.last?.contains("its rows") == true)
        app.press(keys: .enter)
        #expect(app.words.contains("acme/payments-api") && !app.words.contains("acme/ledger"))
        #expect(app.words.contains("Showing 1 of 3 associations: those of projects that keep a scan configuration."))
    }

    @Test func theTypedNumberIsThatOfTheEditedPlan() {
        var app = Self.planned()
        app.read()
        app.type("3")
        app.press(keys: .character(" "))
        #expect(app.plan?.answer == "", "it was typed for another plan")
        app.read()
        app.type("3")
        #expect(app.press(keys: .enter) == [])
        app.type("2")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func anEditedPlanIsReadAgain() {
        var app = Self.planned()
        app.read()
        app.press(keys: .character(" "))
        #expect(!app.arming.isArmed)
        #expect(app.plan?.seen.hasIdentity == false && app.plan?.seen.targets.isEmpty == true)
        #expect(app.press(keys: .character("y")) == [] && app.isIdle)
        app.arm()
        #expect(app.press(keys: .character("y")) == [], "no frame has shown it yet")
        app.noteSeen()
        #expect(app.press(keys: .character("y")).count == 1)
    }

    @Test func whatIsTypedAfterAnEditIsKept() {
        var app = Self.planned()
        let opened = app.display.arming.number
        let effects = app.update(.keyPressed(.character(" ")))
        #expect(effects == [.showConfirmation(number: opened + 1, keepsInput: true)])
    }

    @Test func aPlanThatIsResumedIsNotEdited() throws {
        var (app, _) = try ResumeTests().open()
        app.press(keys: .character("R"))
        for key in [Key.character(" "), .character("L"), .character("E")] {
            #expect(app.press(keys: key) == [])
            #expect(app.notice?.text == "A run is resumed as it was confirmed: its plan cannot be edited.")
        }
    }
}

extension PlanEditingTests {
    @Test func findGoesFromMatchToMatch() {
        var app = Self.planned()
        app.press(keys: .character("/"))
        app.type("RE")
        #expect(row("acme/refunds", in: app).hasPrefix("▸"))
        app.press(keys: .enter, .home, .character("n"))
        #expect(row("acme/refunds", in: app).hasPrefix("▸"))
        app.press(keys: .character("/"))
        for _ in 0..<2 { app.press(keys: .backspace) }
        app.type("acme/")
        app.press(keys: .enter)
        #expect(row("acme/refunds", in: app).hasPrefix("▸"), "the search begins where the cursor is")
        app.press(keys: .character("n"))
        #expect(row("acme/ledger", in: app).hasPrefix("▸"), "round the end")
        app.press(keys: .character("N"))
        #expect(row("acme/refunds", in: app).hasPrefix("▸"))
        app.press(keys: .character("/"))
        app.type("zebra")
        #expect(app.notice?.text == "No match for \"acme/zebra\".")
        app.press(keys: .escape)
        #expect(row("acme/refunds", in: app).hasPrefix("▸"))
    }

    @Test func aTextThatIsNotThereLeavesTheCursorWhereItWas() {
        var app = Self.planned()
        app.press(keys: .home)
        let before = app.lines.first { $0.hasPrefix("▸") }
        app.press(keys: .character("/"))
        app.type("RE")
        #expect(row("acme/refunds", in: app).hasPrefix("▸"))
        app.type("x")
        #expect(app.notice?.text == "No match for \"REx\".")
        app.press(keys: .enter)
        #expect(app.lines.first { $0.hasPrefix("▸") } == before)
    }

    @Test(arguments: [60, 80, 120]) func whatIsFoundInAnIDIsSeen(columns: Int) {
        var app = Fixture.listed(columns: columns, rows: 30)
        app.press(keys: .down, .character(" "), .character("d"))
        let id = Fixture.project(2).projectId ?? ""
        for part in [String(id.dropFirst(14).prefix(6)), String(id.suffix(8))] {
            app.press(keys: .character("/"), .control("u"))
            app.type(part)
            app.press(keys: .enter)
            let row = app.view().lines.first { line in line.spans.contains { $0.style.isUnderlined && $0.text == part } }
            #expect(row != nil, "\(part) in \(app.lines)")
        }
    }

    @Test func whatIsTypedToFindAnswersNothing() {
        var app = Self.planned()
        app.read()
        app.press(keys: .character("/"))
        app.type("y3")
        #expect(app.press(keys: .enter) == [])
        #expect(app.isIdle && app.plan?.answer == "" && app.plan?.find.text == "y3")
        #expect(!app.arming.isArmed, "the question is on the screen anew")
    }

    private func edit(_ app: inout App, _ change: (String) -> String) throws {
        guard case .editText(let text)? = app.press(keys: .character("E")).first else { throw RunTests.Missing() }
        _ = app.update(.textEdited(Array(change(text).utf8)))
    }

    @Test func deletedLinesLeaveThePlan() throws {
        var app = Self.planned()
        try edit(&app) { $0.split(separator: "\n").filter { !$0.contains("acme/refunds") }.joined(separator: "\r\n") }
        #expect(app.notice?.text == "2 associations in the plan now, 3 before.")
        #expect(app.plan?.seen.targets.isEmpty == true && !app.arming.isArmed)
        try edit(&app) { text in
            #expect(text.contains("# Left out") && text.contains("# 3  acme/refunds"))
            return text.replacing("# 3  acme", with: "3  acme").replacing("2  acme", with: "# 2  acme")
        }
        #expect(names(started(app.agree())) == ["acme/ledger", "acme/refunds"])
    }

    @Test(arguments: [
        ("acme/refunds", "acme/other", "Line 7 is not a line of this plan: lines can only be deleted. The plan is unchanged."),
        ("3  acme", "1  acme", "Line 7 is not a line of this plan: lines can only be deleted. The plan is unchanged."),
        ("3  acme", "project-x\n3  acme", "Line 7 is not a line of this plan: lines can only be deleted. The plan is unchanged."),
        ("3  acme", "4  acme", "Line 7 is not a line of this plan: lines can only be deleted. The plan is unchanged."),
    ]) func aChangedLineIsRefusedByItsNumber(what: String, with: String, words: String) throws {
        var app = Self.planned()
        try edit(&app) {
            $0.replacing(what, with: with).split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("ledger") }
                .joined(separator: "\n")
        }
        #expect(app.notice?.text == words)
        #expect(app.plan?.draft.count == 3)
    }

    @Test func aLineThatIsThereTwiceAndNoLineAtAllAreRefused() throws {
        var app = Self.planned()
        try edit(&app) { $0 + ($0.split(separator: "\n").last ?? "") }
        #expect(app.notice?.text == "Line 9 is there twice. The plan is unchanged.")
        try edit(&app) { _ in "# nothing\n" }
        #expect(app.notice?.text == "The editor left no association, so the plan is unchanged. Esc sends nothing.")
        _ = app.press(keys: .character("E"))
        _ = app.update(.textEdited([0x0A, 0xFF]))
        #expect(app.notice?.text == "Line 2 is not UTF-8 text. The plan is unchanged.")
        _ = app.update(.editingFailed("The editor vi could not be run."))
        #expect(app.notice?.text == "The editor vi could not be run. The plan is as it was.")
        #expect(app.plan?.draft.count == 3)
    }

    @Test func theEditorShowsNamesThatCannotCommandATerminal() throws {
        var app = Fixture.connected()
        for event in Fixture.events {
            _ = app.update(.inventoryArrived(generation: 1, event))
        }
        _ = app.update(.inventoryArrived(generation: 1, .coverage([Fixture.details(2, "acme/\u{1B}[31mx\ny")])))
        app.recomputeLists()
        app.press(keys: .down, .character(" "), .character("d"))
        try edit(&app) { text in
            #expect(!text.contains("\u{1B}") && text.split(separator: "\n").count { !$0.hasPrefix("#") } == 3)
            return text
        }
        #expect(app.notice?.text == "The editor changed nothing.")
    }
}
