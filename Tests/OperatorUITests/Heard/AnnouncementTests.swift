import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What is said of what an operator does.
@Suite struct AnnouncementTests {
    private func opened() -> Heard {
        var heard = Heard()
        heard.press(.down, .enter)
        return heard
    }

    @Test func theStartSaysWhereTheKeysAre() {
        let told = announce(before: nil, after: Fixture.listed().accessibleState(turn: 0))
        #expect(told.last == "Question mark lists the keys, full stop says where you are.")
    }

    @Test func aMoveSaysTheRowOnce() {
        var heard = Heard()
        #expect(heard.press(.down) == ["payments-nightly, 3 associations, 1 of 3"])
        #expect(heard.press(.enter) == ["payments-nightly, 3 associations", "acme/ledger, last configuration, 1 of 3"])
        #expect(heard.press(.down) == ["acme/payments-api, 2 of 3"])
        #expect(heard.press(.end) == ["acme/refunds, last configuration, 3 of 3"])
        #expect(heard.press(.down) == ["This is the last row."])
        #expect(heard.press(.down) == ["This is the last row."], "a notice that is given again is said again")
        #expect(heard.press(.escape).first == "scan configurations, 3")
    }

    @Test func aMarkIsSaidThenTheNextRow() {
        var heard = opened()
        #expect(heard.press(.character(" ")) == ["Marked acme/ledger, 1 marked", "acme/payments-api, 2 of 3"])
        #expect(heard.press(.up) == ["acme/ledger, marked, last configuration, 1 of 3"])
        #expect(heard.press(.character(" ")) == ["Unmarked acme/ledger, nothing is marked", "acme/payments-api, 2 of 3"])
        #expect(heard.press(.character("a")) == ["3 marked.", "acme/payments-api, marked, 2 of 3"])
        #expect(heard.press(.character("u"))[0] == "Cleared 3 marks. u restores them.")
        heard.press(.end)
        #expect(heard.press(.character(" ")) == ["Marked acme/refunds, 1 marked", "acme/refunds, marked, last configuration, 3 of 3"])
    }

    @Test func markingAConfigurationNamesIt() {
        var heard = Heard()
        heard.press(.down)
        let said = heard.press(.character(" "))
        #expect(said == ["Marked payments-nightly, 3 marked", "default-scan, 1 association, default, 2 of 3"])
        #expect(heard.press(.up) == ["payments-nightly, all marked, 3 associations, 1 of 3"])
    }

    @Test func aFilterSaysItsCountAfterAPause() {
        var heard = opened()
        #expect(heard.press(.character("/")).first?.hasPrefix("Enter keep, Esc clear, Tab complete") == true)
        #expect(heard.type("refunds") == [] && heard.entry == "Filter: refunds")
        #expect(heard.pause() == ["payments-nightly, 1 of 3 associations", "acme/refunds, last configuration, 1 of 1"])
        #expect(heard.type("x") == [])
        #expect(heard.pause().first == "payments-nightly, 0 of 3 associations")
        heard.press(.escape)
        heard.press(.character("/"))
        _ = heard.type("ledger")
        #expect(heard.take(.keyPressed(.enter)) == ["payments-nightly, 1 of 3 associations", "acme/ledger, last configuration, 1 of 1"])
    }

    @Test func aSortSaysByWhatAndTheRow() {
        var heard = opened()
        let said = heard.press(.character("="))
        #expect(said.count == 2 && said[0].hasPrefix("Sorted by PROJECT, descending.") && said[1].hasPrefix("acme/refunds"))
    }

    @Test func rowsThatArriveByThemselvesAreNotSaid() {
        var heard = Heard(Fixture.connected())
        var said: [String] = []
        for event in Fixture.events { said += heard.take(.inventoryArrived(generation: 1, event)) }
        #expect(said.last == "All configurations, 4 associations" && said.count { $0.hasPrefix("All configurations") } <= 2, "\(said)")
        #expect(said.contains("Listed 4 associations in 3 configurations."))
    }

    @Test func namesKeepTheirLettersAndNothingElseIsSent() throws {
        var app = Fixture.connected()
        for event in Fixture.events.dropLast(2) { _ = app.update(.inventoryArrived(generation: 1, event)) }
        let name = "acme/größe-日本-\u{1B}[31mred"
        _ = app.update(.inventoryArrived(generation: 1, .coverage([Fixture.details(2, name)])))
        _ = app.update(.inventoryArrived(generation: 1, .finished))
        app.recomputeLists()
        var heard = Heard(app)
        let said = heard.press(.down, .enter, .end, .home).joined(separator: "\n")
        #expect(said.contains("acme/größe-日本-�[31mred"))
    }

    @Test func theHelpHasTheKeysOfTheScreenOneALine() {
        var heard = opened()
        let said = heard.press(.character("?"))
        #expect(
            said[0].hasSuffix("keys of this screen")
                && said.contains("slash: show only rows that match a filter; in a plan, profiles: find"))
        #expect(said.contains { $0.hasPrefix("End or capital G: ") } && !said.contains { $0.hasPrefix("y: ") })
        #expect(heard.press(.down).count == 1)
    }

    @Test func aPointSaysWhereThisIs() {
        var heard = opened()
        heard.press(.character(" "))
        let words =
            "payments-nightly, 3 associations; account 123456789012, region us-east-1; caller OpsAdmin; 1 marked; on acme/payments-api, 2 of 3."
        #expect(heard.press(.character(".")) == [words])
        var app = Fixture.listed(columns: 160)
        app.press(keys: .down, .enter, .character(" "), .character("."))
        #expect(app.words.contains("account 123456789012, region us-east-1; caller OpsAdmin; 1 marked; on acme/payments-api, 2 of 3."))
    }
}

/// Plans, runs and questions by ear.
@Suite struct SpokenSafetyTests {
    private func planned() -> Heard {
        var heard = Heard()
        heard.press(.down, .enter, .character(" "), .character("d"))
        return heard
    }

    @Test func aPlanSaysWhatMattersAndAsksLast() throws {
        var heard = Heard()
        heard.press(.down, .enter, .character(" "))
        let said = heard.press(.character("d"))
        #expect(said[0] == "plan")
        #expect(
            said[1] == "Disassociate 1 association (1 project) in 1 configuration, account 123456789012, region us-east-1.")
        #expect(said[2].hasPrefix("Warning: 1 project would lose its last scan configuration"))
        #expect(said.contains("Caller: arn:aws:sts::123456789012:assumed-role/OpsAdmin/me"))
        #expect(said.last == "acme/ledger, last configuration, 1 of 1" && heard.entry == nil)
        _ = heard.arm()
        #expect(heard.entry == "Type 1 and Enter to send, Esc sends nothing: ")
    }

    @Test func noPlanIsSentByOneKey() {
        var heard = planned()
        _ = heard.arm()
        #expect(heard.press(.character("y")) == ["Type 1, the number of associations, then Enter."])
        #expect(heard.app.run == nil)
        #expect(heard.press(.character("2"), .enter).first == "2 is not the number. Esc sends nothing.")
        #expect(heard.app.run == nil)
        let said = heard.press(.character("1"), .enter)
        #expect(said.first == "Disassociating 1 association. x stops the run." && heard.app.run != nil)
    }

    @Test func anAnswerThatComesTooEarlyIsDropped() {
        var heard = planned()
        #expect(heard.press(.character("1")) == ["Too early: read this first."])
        #expect(heard.press(.enter).first != nil && heard.app.run == nil)
    }

    @Test func anEditSaysTheAccountAgain() {
        var heard = Heard()
        heard.press(.down, .enter, .character("a"), .character("d"))
        let said = heard.press(.character(" "))
        #expect(said.contains { $0.hasPrefix("Disassociate 2 associations") && $0.contains("account 123456789012") }, "\(said)")
        #expect(said.last?.hasSuffix("2 of 3") == true)
    }

    @Test func aRunSaysItsStartAndItsResultFirst() throws {
        let (app, plan) = try RunTests.running()
        var heard = Heard(app)
        var said = heard.take(.runReported(.finished(RunTests.report(plan))))
        #expect(said.first?.contains("failed") == true && said.first?.contains("n in a list goes to each failure") == true, "\(said)")
        #expect(!heard.press(.escape).isEmpty, "the list below is said")
        heard.press(.home, .down, .down, .down, .down, .enter)
        said = heard.press(.character("n"))
        #expect(said.contains { $0.contains("ACCESS_DENIED. ") }, "\(said)")
    }

    @Test func quartersAreSaidAtMostEveryTenSeconds() {
        var milestones = RunMilestones()
        milestones.begin(at: 100)
        func progress(_ done: Int, failed: Int = 0) -> RunProgress {
            var progress = RunProgress(total: 400)
            (progress.done, progress.failed) = (done, failed)
            return progress
        }
        milestones.note(progress(150), at: 105)
        #expect(milestones.words == nil, "too soon")
        milestones.note(progress(150), at: 110)
        #expect(milestones.words == "150 of 400 done.")
        milestones.note(progress(199), at: 130)
        #expect(milestones.words == "150 of 400 done.", "the same quarter")
        milestones.note(progress(310, failed: 2), at: 131)
        #expect(milestones.words == "310 of 400 done, 2 failed.")
        milestones.note(progress(400), at: 200)
        #expect(milestones.words == "310 of 400 done, 2 failed.", "the result says the end")
    }

    @Test func aQuestionIsSaidWithItsAnswersLast() {
        var heard = Heard()
        heard.press(.character("a"))
        let said = heard.press(.character("q"))
        #expect(said == ["question", "Quit and discard 4 marks?", "y quits, Esc stays."])
        #expect(heard.press(.escape).first == "scan configurations, 3")
    }
}
