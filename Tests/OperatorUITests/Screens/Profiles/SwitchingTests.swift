import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Profile, region, and codes of multi-factor devices.
@Suite struct SwitchingTests {
    private static func picker() -> App {
        var app = Fixture.listed()
        _ = app.update(.profilesFound(["default", "ops", "audit"]))
        app.press(keys: .character("p"))
        return app
    }

    @Test func aProfileIsPickedAndEverythingBeginsAnew() {
        var app = Self.picker()
        #expect(app.lines.contains { $0.hasPrefix("▸  default") && $0.contains("in use") })
        #expect(app.press(keys: .down, .enter) == [.connect(generation: 2, ConnectionChoice(profile: "ops"))])
        #expect(app.inventory == Inventory())
        #expect(app.session.connection.state == .connecting)
        #expect(app.identity.account == nil)
        #expect(app.screens.count == 1)
    }

    @Test func switchingAsksWhenMarksExist() {
        var app = Fixture.listed()
        _ = app.update(.profilesFound(["default", "ops"]))
        app.press(keys: .character("a"), .character("p"), .end)
        #expect(app.press(keys: .enter) == [])
        #expect(app.lines.contains { $0.contains("Switch to profile ops and discard 4 marks?") })
        #expect(app.press(keys: .enter) == [])
        #expect(app.marks.count == 4)
        app.press(keys: .enter)
        #expect(app.agree() == [.connect(generation: 2, ConnectionChoice(profile: "ops"))])
        #expect(app.marks.isEmpty)
    }

    @Test func aRegionIsTyped() {
        var app = Self.picker()
        app.press(keys: .home, .enter)
        app.type("Europe")
        #expect(app.press(keys: .enter) == [])
        #expect(app.notice?.text.hasPrefix("A region looks like us-east-1") == true)
        app.press(keys: .control("u"))
        app.type("eu-west-1")
        #expect(app.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "eu-west-1"))])
    }

    @Test func aRunIsNotLeftBehind() throws {
        var (app, _) = try RunTests.running()
        app.press(keys: .character("p"))
        #expect(app.notice?.text.hasPrefix("A run is in progress") == true)
    }

    @Test func anotherAccountAfterSigningInAgainDropsTheMarks() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        _ = app.update(.connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "expired")))
        #expect(app.press(keys: .character("r")) == [.connect(generation: 2, ConnectionChoice())])
        _ = app.update(.connected(generation: 2, SessionIdentity(region: "us-east-1")))
        let effects = app.update(.identified(generation: 2, account: "999999999999", caller: nil))
        #expect(effects == [.loadInventory(generation: 3)])
        #expect(app.marks.isEmpty)
        #expect(app.notice?.text.contains("The account is now 999999999999") == true)
    }

    @Test func aRefreshWithAnotherAccountsKeysKeepsTheSessionsListAndSaysSo() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        #expect(app.press(keys: .character("r")) == [.loadInventory(generation: 2)])
        let other = OtherAccount(expected: "123456789012", found: "210987654321")
        let error = CallError(
            operation: "ListCodeSecurityScanConfigurations", service: "inspector2", endpoint: "", attempts: 0,
            cause: .credentials(.otherAccount(other)))
        _ = app.update(.inventoryArrived(generation: 2, .failed(.call(error))))
        _ = app.update(.inventoryArrived(generation: 2, .coverageFailed(.call(error))))
        _ = app.update(.inventoryArrived(generation: 2, .finished))
        _ = app.update(.identified(generation: 1, account: "123456789012", caller: nil))
        app.recomputeLists()
        #expect(app.lines[0].contains("123456789012") && !app.lines[0].contains("210987654321"))
        #expect(app.lines.contains { $0.contains("payments-nightly") })
        #expect(app.marks.count == 4)
        let told = app.problems.map(\.sentence).joined()
        #expect(told.contains("210987654321") && told.contains("p starts a session with those credentials"))
        app.press(keys: .character("d"))
        guard case .startRun(let plan, _)? = app.agree().first else { return #expect(Bool(false)) }
        #expect(plan.account == "123456789012")
    }

    @Test func anotherCallerOfTheAccountIsShownAndMarksStay() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        let arn = "arn:aws:sts::123456789012:assumed-role/Auditor/me"
        #expect(app.update(.identified(generation: 1, account: "123456789012", caller: arn)) == [])
        _ = app.update(.sessionWarned(generation: 1, sentence: "The caller is now Auditor."))
        #expect(app.lines[0].contains("Auditor") && !app.lines[0].contains("OpsAdmin"))
        #expect(app.marks.count == 4 && app.notice?.text == "The caller is now Auditor.")
    }

    @Test func aCodeIsTypedAndAnswered() {
        var app = Fixture.connected()
        _ = app.update(.codeRequested(serial: "arn:aws:iam::123456789012:mfa/me", profile: "ops"))
        #expect(app.lines.contains { $0.contains("Profile ops needs the code from device arn:aws:iam::123456789012:mfa/me.") })
        app.arm()
        #expect(app.press(keys: .enter) == [])
        #expect(app.notice?.text.hasPrefix("Type the digits") == true)
        app.press(keys: .character("x"))
        #expect(app.notice?.text.hasPrefix("A code contains only digits") == true)
        app.type("12345")
        app.press(keys: .backspace)
        app.type("6")
        #expect(app.lines[22] == " Code: 12346")
        #expect(app.press(keys: .enter) == [.answerCode("12346")])
        #expect(app.screens.count == 1)
    }

    @Test func escapeCancelsACodeAndACancelledRequestCloses() {
        var app = Fixture.connected()
        _ = app.update(.codeRequested(serial: "mfa", profile: "ops"))
        #expect(app.press(keys: .escape) == [.answerCode(nil)])
        #expect(app.screens.count == 1)
        _ = app.update(.codeRequested(serial: "mfa", profile: "ops"))
        _ = app.update(.codeCancelled)
        #expect(app.screens.count == 1)
        #expect(app.prompt == nil)
    }
}
