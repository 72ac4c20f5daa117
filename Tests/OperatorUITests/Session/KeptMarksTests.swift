import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Marks survive a slip: what was cleared comes back, and what a session did not send is offered to the next one.
@Suite struct KeptMarksTests {
    /// A program that keeps marks, with an account that is listed, and what it asked for on the way.
    private func listed(isReadOnly: Bool = false) -> (app: App, effects: [Effect]) {
        var app = App(size: TerminalSize(columns: 80, rows: 24), isReadOnly: isReadOnly, keepsMarks: true)
        var effects = app.begin()
        effects += app.update(.connected(generation: 1, SessionIdentity(region: "us-east-1", profile: "default")))
        effects += app.update(.identified(generation: 1, account: "123456789012", caller: nil))
        for event in Fixture.events { effects += app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        return (app, effects)
    }

    private func kept(_ numbers: [Int], account: String = "123456789012", region: String = "us-east-1") -> KeptMarks {
        KeptMarks(account: account, region: region, associations: numbers.map { Fixture.association($0) })
    }

    @Test func aClearingIsTakenBack() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("u"))
        #expect(app.marks.isEmpty && app.notice?.text == "Cleared 4 marks. u restores them.")
        app.press(keys: .character("u"))
        #expect(app.marks.count == 4 && app.notice?.text == "Marked 4 associations again.")
        app.press(keys: .character("u"), .character("u"), .character("u"))
        #expect(app.marks.isEmpty)
    }

    @Test func whatIsGoneMeanwhileIsNotMarkedAgain() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("u"), .character("r"))
        for event in Fixture.events.dropLast() where event != Fixture.events[1] {
            _ = app.update(.inventoryArrived(generation: 2, event))
        }
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 2, .associations(scanConfigurationArn: arn, [Fixture.project(2)], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 2, .finished))
        app.press(keys: .character("u"))
        #expect(app.marks.count == 2)
    }

    @Test func marksAreAskedForOnceAndOfferedButNeverTakenUnasked() {
        var (app, effects) = listed()
        #expect(effects.count { $0 == .findMarks(account: "123456789012", region: "us-east-1") } == 1)
        _ = app.update(.marksFound(kept([2, 3, 9])))
        #expect(app.marks.isEmpty)
        #expect(app.words.contains("3 marks of an earlier session were not sent: i Enter restores them."))
        app.press(keys: .character("i"))
        #expect(app.marks.isEmpty && app.words.contains("mark the last session's 3 again"))
        app.press(keys: .enter)
        #expect(app.marks.count == 2)
        #expect(app.notice?.text == "Marked 2 associations again. 1 is no longer associated.")
        app.press(keys: .character("u"))
        #expect(app.marks.isEmpty && app.notice?.text == "Import undone: 0 marks, as before.")
    }

    @Test(arguments: [("210987654321", "us-east-1"), ("123456789012", "eu-west-1")])
    func marksOfAnotherAccountOrRegionAreNotOffered(account: String, region: String) {
        var app = listed().app
        _ = app.update(.marksFound(kept([2], account: account, region: region)))
        #expect(!app.words.contains("of an earlier session"))
        app.press(keys: .character("i"), .enter)
        #expect(app.marks.isEmpty)
    }

    @Test func whileTheListingIsInProgressNothingIsTaken() {
        var app = listed().app
        _ = app.update(.marksFound(kept([2])))
        app.press(keys: .character("r"), .character("i"))
        #expect(app.marks.isEmpty && app.notice?.text == "The listing is in progress: i imports marks once it is complete.")
    }

    @Test func whatWasNotSentIsKept() throws {
        var app = listed().app
        _ = app.update(.marksFound(kept([])))
        #expect(app.marksToKeep.first == kept([]), "nothing is marked, and nothing is offered")
        app.press(keys: .down, .character(" "))
        #expect(app.marksToKeep.first?.associations.count == 3)
        app.press(keys: .character("q"))
        #expect(app.words.contains("Quit with 3 marks? The next session here offers to restore them."))
        app.press(keys: .escape)
        let id = try #require(Fixture.id(2, in: app))
        app.session.account.apply([TargetOutcome(association: Fixture.association(2), change: .disassociate, outcome: RunTests.denied)])
        #expect(app.failures[id] != nil && app.marksToKeep.first?.associations.contains(Fixture.association(2)) == false, "it was sent")
    }

    @Test func anOfferThatIsNotTakenStaysAndOneThatIsNotReadIsNotRemoved() {
        var app = listed().app
        #expect(app.marksToKeep.first == nil, "it is not known yet whether there are any")
        _ = app.update(.marksFound(kept([2])))
        #expect(app.marksToKeep.first == nil)
        app.press(keys: .character("i"), .enter, .character("u"))
        #expect(app.marksToKeep.first == kept([]), "they were taken and cleared")
    }

    @Test func theDemoKeepsNone() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        #expect(app.marksToKeep.first == nil)
        app.press(keys: .character("q"))
        #expect(app.words.contains("Quit and discard 4 marks?"))
    }

    @Test func aReadOnlySessionKeepsThemToo() {
        var app = listed(isReadOnly: true).app
        app.press(keys: .character("a"))
        #expect(app.marksToKeep.first?.associations.count == 4)
    }

    @Test func anotherProfileGetsItsOwn() {
        var app = listed().app
        app.press(keys: .character("a"))
        _ = app.update(.profilesFound(["default", "ops"]))
        app.press(keys: .character("p"), .end, .enter)
        let effects = app.agree()
        #expect(effects.contains { if case .keepMarks(let kept) = $0 { kept.associations.count == 4 } else { false } })
        _ = app.update(.connected(generation: app.generation, SessionIdentity(region: "us-east-1", profile: "ops")))
        let asked = app.update(.identified(generation: app.generation, account: "210987654321", caller: nil))
        #expect(asked.contains(.findMarks(account: "210987654321", region: "us-east-1")))
    }
}
