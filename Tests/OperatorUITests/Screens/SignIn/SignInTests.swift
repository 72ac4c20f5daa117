import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// I: a sign-in from inside, and what goes on after it.
@Suite struct SignInTests {
    private let device = SignInNotice(
        profile: "ops", address: "https://device.example/?user_code=ABCD", shortAddress: "https://device.example/", code: "ABCD-EFGH",
        endsAt: "2026-01-31T09:15:00Z")
    private let console = SignInNotice(
        profile: "ops", address: "https://signin.example/v1/authorize?x=1", shortAddress: "https://signin.example/v1/authorize?x=1",
        code: nil,
        endsAt: nil)

    @Test func thePageAndTheCodeAreShownAndTheAddressIsCopied() {
        var app = Fixture.listed(columns: 120)
        #expect(app.press(keys: .character("I")) == [.signIn(ConnectionChoice())])
        #expect(app.words.contains("Asking where to sign in"))
        _ = app.update(.signInShown(device))
        #expect(app.words.contains("https://device.example/?user_code=ABCD"))
        #expect(app.words.contains("It has to show the code ABCD-EFGH."))
        #expect(app.press(keys: .character("c")) == [.copy(device.address)])
        #expect(app.press(keys: .enter) == [] && app.prompt == nil, "there is nothing to paste")
        #expect(app.press(keys: .character("I")) == [])
    }

    @Test func aListingBeginsAnewAfterTheSignIn() {
        var app = Fixture.listed()
        app.press(keys: .character("I"))
        _ = app.update(.signInShown(device))
        let effects = app.update(.signedIn(profile: "ops"))
        #expect(effects.contains { if case .loadInventory = $0 { true } else { false } })
        #expect(!app.screens.contains { $0.isSignIn })
        #expect(app.update(.signedIn(profile: "ops")) == [], "what was given up changes nothing")
    }

    @Test func aRunThatWaitsForCredentialsGoesOnByItself() throws {
        var (app, _) = try RunTests.running(columns: 120)
        _ = app.update(.runReported(.paused(.credentialsExpired(sentence: "They ended."))))
        #expect(app.words.contains("I signs in from here"))
        app.press(keys: .character("I"))
        _ = app.update(.signInShown(device))
        #expect(app.update(.signedIn(profile: "ops")) == [.continueRun()])
        guard case .run = app.screen else { return #expect(Bool(false), "\(app.screen)") }
    }

    @Test func withoutAConnectionASignInConnects() {
        var app = Fixture.listed()
        _ = app.update(.connectionFailed(generation: app.generation, Problem(context: "Connecting", sentence: "It failed.")))
        app.press(keys: .character("I"))
        let effects = app.update(.signedIn(profile: "ops"))
        #expect(effects.contains { if case .connect = $0 { true } else { false } })
    }

    @Test func theCodeOfAPageIsPasted() {
        var app = Fixture.listed()
        app.press(keys: .character("I"))
        _ = app.update(.signInShown(console))
        app.press(keys: .enter)
        let code = String(repeating: "c3RhdGU9", count: 300)
        _ = app.update(.pasted(code + "\n"))
        #expect(app.press(keys: .enter) == [.answerSignIn(code)], "long codes stay whole")
        _ = app.update(.signInFailed(Problem(context: "Signing in", sentence: "It was refused.")))
        #expect(!app.screens.contains { $0.isSignIn } && app.prompt == nil)
        #expect(app.notice == Notice(.error, "It was refused."))
    }

    @Test func escapeGivesItUpAndSoDoesAnotherProfile() {
        var app = Fixture.listed()
        app.press(keys: .character("I"))
        #expect(app.press(keys: .escape) == [.cancelSignIn])
        #expect(app.update(.signInFailed(Problem(context: "Signing in", sentence: "It ended."))) == [])
        #expect(app.notice?.text == "The sign-in was given up.")
    }
}
