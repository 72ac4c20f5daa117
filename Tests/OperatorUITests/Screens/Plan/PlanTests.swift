import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The plan: what it shows, and how it is sent.
@Suite struct PlanTests {
    @Test func thePlanShowsAccountRegionCallerAndEveryTarget() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("Disassociate 3 associations (3 projects) in 1 configuration"))
        for word in ["123456789012", "us-east-1", "OpsAdmin", "acme/ledger", "acme/payments-api", "acme/refunds"] {
            #expect(text.contains(word), "\(word) is missing")
        }
        #expect(text.contains("2 projects would lose their last scan configuration"))
    }

    /// `verify` and `undo` open the session again with it.
    @Test(arguments: ["ops", nil]) func theJournalKeepsTheProfileThatSomebodyNamed(profile: String?) throws {
        var app = Fixture.listed()
        app.session[0].identity.profile = profile ?? "default"
        app.session[0].identity.namedProfile = profile
        app.press(keys: .down, .character(" "), .character("d"))
        guard case .plan(let screen) = app.screen else { throw RunTests.Missing() }
        #expect(screen.plan.profile == profile)
    }

    @Test func enterAndTheOpeningKeySendNothing() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        #expect(app.press(keys: .enter) == [])
        #expect(app.press(keys: .character("d")) == [])
        #expect(app.isIdle)
    }

    @Test func thePlanIsFrozenWhenItOpens() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(7)], isLast: true)))
        guard case .startRun(let plan, _)? = app.agree().first else { throw RunTests.Missing() }
        #expect(Set(plan.targets.map(\.association)) == Set([1, 2, 3].map { Fixture.association($0) }))
    }

    @Test func moreThan25TargetsNeedTheirNumberTyped() {
        var app = Fixture.connected()
        let many = (0..<26).map(Fixture.project)
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .character("a"), .character("d"))
        #expect(app.agree() == [])
        #expect(app.press(keys: .character("2"), .enter) == [])
        #expect(app.lines[21...22] == [" 2 is not the number. Esc sends nothing.", " Type 26 and Enter to send:"])
        app.type("26")
        #expect(app.lines[22] == " Type 26 and Enter to send: 26")
        #expect(app.press(keys: .enter).count == 1)
        #expect(app.session.run?.plan.targets.count == 26)
    }

    /// More targets than one key sends, planned.
    private func largePlan(of count: Int = 64) -> App {
        var app = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let many = (0..<count).map(Fixture.project)
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .character("a"), .character("d"))
        app.read()
        return app
    }

    @Test(arguments: [Key.character("x"), .character("y"), .tab, .character("?"), .character("Z")])
    func aNumberSurvivesAnotherKeyAndStaysInSight(key: Key) {
        var app = largePlan()
        app.type("64")
        #expect(app.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        app.press(keys: key)
        #expect(app.isIdle)
        if case .help = app.screen {
            app.press(keys: .escape)
            app.read()
        }
        #expect(app.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["1200", "1,200"]) func aNumberIsTakenAsItIsPrintedAndWithoutCommas(typed: String) {
        var app = largePlan(of: 1_200)
        #expect(app.lines[22] == " Type 1,200 and Enter to send:")
        app.type(typed)
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["12,00", "1200,", ",1200", "1,20"]) func anotherNumberIsNotTaken(typed: String) {
        var app = largePlan(of: 1_200)
        app.type(typed)
        #expect(app.press(keys: .enter) == [])
        #expect(app.isIdle)
    }

    @Test func scrollingKeepsTheNumber() {
        var app = largePlan()
        app.type("6")
        app.press(keys: .down, .pageDown, .end)
        app.type("4")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func readOnlyPlansAndExportsAndSendsNothing() throws {
        var app = Fixture.listed(isReadOnly: true)
        app.press(keys: .down, .character(" "), .character("d"))
        #expect(app.lines[0].hasSuffix("read-only"))
        #expect(app.agree() == [])
        #expect(app.notice?.text.hasPrefix("Read-only") == true)
        app.type("3")
        #expect(app.press(keys: .enter) == [])
        #expect(app.isIdle && app.notice?.text.hasPrefix("Read-only") == true)
        app.press(keys: .character("e"))
        let export = try app.enterFileName()
        #expect(export.path == "plan.json" && export.count == 3)
        #expect(String(decoding: export.bytes, as: UTF8.self).contains("disassociateConfigurationRequests"))
    }

    @Test func aPlanIsNotSentByASessionOfAnotherAccount() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        app.identity.account = "210987654321"
        #expect(app.agree() == [])
        #expect(app.isIdle)
        #expect(app.notice?.text.contains("for account 123456789012, and this session's account is 210987654321") == true)
        app.identity.account = nil
        #expect(app.agree() == [])
        #expect(app.notice?.text.contains("this session's account is not known") == true)
    }
}
