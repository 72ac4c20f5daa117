import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Profile, region, and codes of multi-factor devices.
@Suite struct SwitchingTests {
    private static func picker() -> State {
        var state = Fixture.listed()
        _ = update(&state, .profilesFound(["default", "ops", "audit"]))
        state.press(keys: .character("p"))
        return state
    }

    @Test func aProfileIsPickedAndEverythingBeginsAnew() {
        var state = Self.picker()
        #expect(state.lines.contains { $0.hasPrefix("▸  default") && $0.contains("in use") })
        #expect(state.press(keys: .down, .enter) == [.connect(generation: 2, ConnectionChoice(profile: "ops"))])
        #expect(state.inventory == Inventory())
        #expect(state.connection == .connecting)
        #expect(state.session.account == nil)
        #expect(state.screens.count == 1)
    }

    @Test func switchingAsksWhenMarksExist() {
        var state = Fixture.listed()
        _ = update(&state, .profilesFound(["default", "ops"]))
        state.press(keys: .character("a"), .character("p"), .end)
        #expect(state.press(keys: .enter) == [])
        #expect(state.lines.contains { $0.contains("Switch to profile ops and discard 4 marks?") })
        #expect(state.press(keys: .enter) == [])
        #expect(state.marks.count == 4)
        state.press(keys: .enter)
        #expect(state.agree() == [.connect(generation: 2, ConnectionChoice(profile: "ops"))])
        #expect(state.marks.isEmpty)
    }

    @Test func aRegionIsTyped() {
        var state = Self.picker()
        state.press(keys: .home, .enter, .control("u"))
        state.type("Europe")
        #expect(state.press(keys: .enter) == [])
        #expect(state.notice?.text.hasPrefix("A region looks like us-east-1") == true)
        state.press(keys: .control("u"))
        state.type("eu-west-1")
        #expect(state.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "eu-west-1"))])
    }

    @Test func aRunIsNotLeftBehind() throws {
        var (state, _) = try RunTests.running()
        state.press(keys: .character("p"))
        #expect(state.notice?.text.hasPrefix("A run is in progress") == true)
    }

    @Test func anotherAccountAfterSigningInAgainDropsTheMarks() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        _ = update(&state, .connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "expired")))
        #expect(state.press(keys: .character("r")) == [.connect(generation: 2, ConnectionChoice())])
        _ = update(&state, .connected(generation: 2, SessionIdentity(region: "us-east-1")))
        let effects = update(&state, .identified(generation: 2, account: "999999999999", caller: nil))
        #expect(effects == [.loadInventory(generation: 3)])
        #expect(state.marks.isEmpty)
        #expect(state.notice?.text.contains("The account is now 999999999999") == true)
    }

    @Test func aRefreshWithAnotherAccountsKeysKeepsTheSessionsListAndSaysSo() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        #expect(state.press(keys: .character("r")) == [.loadInventory(generation: 2)])
        let other = OtherAccount(expected: "123456789012", found: "210987654321")
        let error = CallError(
            operation: "ListCodeSecurityScanConfigurations", service: "inspector2", endpoint: "", attempts: 0,
            cause: .credentials(.otherAccount(other)))
        _ = update(&state, .inventoryArrived(generation: 2, .failed(.call(error))))
        _ = update(&state, .inventoryArrived(generation: 2, .namesFailed(.call(error))))
        _ = update(&state, .inventoryArrived(generation: 2, .finished))
        _ = update(&state, .identified(generation: 1, account: "123456789012", caller: nil))
        state.settle()
        #expect(state.lines[0].contains("123456789012") && !state.lines[0].contains("210987654321"))
        #expect(state.lines.contains { $0.contains("payments-nightly") })
        #expect(state.marks.count == 4)
        let told = state.problems.map(\.sentence).joined()
        #expect(told.contains("210987654321") && told.contains("p opens a session of their own for them"))
        state.press(keys: .character("d"))
        guard case .startRun(let plan)? = state.agree().first else { return #expect(Bool(false)) }
        #expect(plan.account == "123456789012")
    }

    @Test func anotherCallerOfTheAccountIsShownAndMarksStay() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        let arn = "arn:aws:sts::123456789012:assumed-role/Auditor/me"
        #expect(update(&state, .identified(generation: 1, account: "123456789012", caller: arn)) == [])
        _ = update(&state, .sessionRemarked(generation: 1, sentence: "The caller is now Auditor."))
        #expect(state.lines[0].contains("Auditor") && !state.lines[0].contains("OpsAdmin"))
        #expect(state.marks.count == 4 && state.notice?.text == "The caller is now Auditor.")
    }

    @Test func aCodeIsTypedAndAnswered() {
        var state = Fixture.connected()
        _ = update(&state, .codeWanted(serial: "arn:aws:iam::123456789012:mfa/me", profile: "ops"))
        #expect(state.lines.contains { $0.contains("Profile ops needs the code of the device arn:aws:iam::123456789012:mfa/me.") })
        state.arm()
        #expect(state.press(keys: .enter) == [])
        #expect(state.notice?.text.hasPrefix("Type the digits") == true)
        state.press(keys: .character("x"))
        #expect(state.notice?.text.hasPrefix("A code has digits only") == true)
        state.type("12345")
        state.press(keys: .backspace)
        state.type("6")
        #expect(state.lines[22] == " Code: 12346")
        #expect(state.press(keys: .enter) == [.answerCode("12346")])
        #expect(state.screens.count == 1)
    }

    @Test func escapeDeclinesAndAWithdrawnQuestionGoes() {
        var state = Fixture.connected()
        _ = update(&state, .codeWanted(serial: "mfa", profile: "ops"))
        #expect(state.press(keys: .escape) == [.answerCode(nil)])
        #expect(state.screens.count == 1)
        _ = update(&state, .codeWanted(serial: "mfa", profile: "ops"))
        _ = update(&state, .codeWithdrawn)
        #expect(state.screens.count == 1)
        #expect(state.entry == nil)
    }
}
