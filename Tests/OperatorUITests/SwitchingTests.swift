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
        #expect(state.lines.contains { $0.contains("Change to profile ops although 4 associations are marked?") })
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
        #expect(state.notice?.text.hasPrefix("A region is written like us-east-1") == true)
        state.press(keys: .control("u"))
        state.type("eu-west-1")
        #expect(state.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "eu-west-1"))])
    }

    @Test func aRunIsNotLeftBehind() throws {
        var (state, _) = try RunTests.running()
        state.press(keys: .character("p"))
        #expect(state.notice?.text.hasPrefix("A run goes on") == true)
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

    @Test func aCodeIsTypedAndAnswered() {
        var state = Fixture.connected()
        _ = update(&state, .codeWanted(serial: "arn:aws:iam::123456789012:mfa/me", profile: "ops"))
        #expect(state.lines.contains { $0.contains("Profile ops needs a code of the device arn:aws:iam::123456789012:mfa/me.") })
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
