import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The list of sessions, and what of the program is about one of them.
@Suite struct AccountsTests {
    private func row(_ place: Int, of app: App) -> String { app.lines[2 + place].squeezed }

    @Test func oneSessionHasNoListOfSessions() {
        var app = App(size: TerminalSize(columns: 80, rows: 24), sessions: [ConnectionChoice(profile: "payments")])
        #expect(app.begin() == [.connect(generation: 1, ConnectionChoice())])
        #expect(app.screen.isSameKind(as: .configurations(ConfigurationsScreen())))
    }

    @Test func everySessionIsOpenedAndListedByItself() {
        var app = FleetFixture.begun()
        #expect(app.session.seats.map(\.connection.number) == [1, 1])
        #expect(row(1, of: app) == "payments eu-west-1 connecting")
        let effects = FleetFixture.connect(1, &app)
        #expect(effects.contains(.loadInventory(generation: 1, at: 1)) && !effects.contains(.loadInventory(generation: 1, at: 0)))
        #expect(row(2, of: app).hasSuffix("sandbox 210987654321 us-east-1 listing"))
        FleetFixture.list(1, &app)
        #expect(row(2, of: app) == "sandbox 210987654321 us-east-1 2 4 complete")
        #expect(row(0, of: app).hasSuffix("1 of 2 complete"))
    }

    @Test func aSessionThatFailsSaysWhyAndHoldsUpNoOther() {
        let app = EveryScreen.pressing(FleetFixture.refused(columns: 120), .end)
        #expect(row(1, of: app) == "payments 123456789012 eu-west-1 2 4 complete")
        #expect(row(2, of: app).contains("us-east-1 denied: AccessDeniedException: You are not allowed"))
        #expect(app.words.contains("The permission it needs is inspector2:ListCodeSecurityScanConfigurations."))
    }

    @Test(arguments: [("ExpiredTokenException", "", "signed out"), ("AccessDeniedException", "is not enabled", "not enabled here")])
    func theReasonIsAWord(code: String, message: String, word: String) {
        let error = ServiceError(status: 403, code: code, message: message)
        let call = CallError(operation: "List", service: "inspector2", endpoint: "", attempts: 1, cause: .service(error))
        #expect(row(2, of: FleetFixture.refused(.call(call))).contains("us-east-1 \(word)"))
    }

    @Test func enterShowsOneSessionAloneAndTheFirstRowAllOfThem() {
        var app = FleetFixture.listed()
        app.press(keys: .down, .down, .enter)
        #expect(app.configurations.list.all.count == 2 && app.lines[0].contains("210987654321  us-east-1"))
        app.press(keys: .escape, .home, .enter)
        #expect(app.configurations.list.all.count == 4 && app.lines[0].contains("2 sessions"))
        #expect(app.words.contains("payments/eu-west-1") && app.words.contains("sandbox/us-east-1"))
        app.press(keys: .escape)
        #expect(app.screen.isSameKind(as: .accounts(AccountsScreen([]))))
    }

    @Test func whereEachSessionSendsToIsSaid() {
        var app = FleetFixture.begun(columns: 160, rows: 40)
        for (key, endpoint) in zip(FleetFixture.sessions, ["http://one:1", "http://two:2"]) {
            FleetFixture.connect(key, endpoint: endpoint, &app)
            FleetFixture.list(key, &app)
        }
        #expect(app.lines[0].contains("several endpoints"))
        app.press(keys: .enter, .character("a"), .character("d"))
        #expect(app.words.contains("region eu-west-1, at http://one:1") && app.words.contains("region us-east-1, at http://two:2"))
    }

    @Test func refreshIsForTheSessionUnderTheCursor() {
        var app = FleetFixture.listed()
        app.press(keys: .down)
        #expect(app.press(keys: .character("r")) == [.loadInventory(generation: 2, at: 0)])
        app.press(keys: .down)
        #expect(app.press(keys: .character("I")) == [.signIn(FleetFixture.choices[1])])
    }

    @Test func refreshOnTheFirstRowIsForAll() {
        var app = FleetFixture.listed()
        _ = app.update(
            .connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "Sign in with scanconfig login."), at: 1))
        #expect(row(2, of: app).contains("signed out"))
        #expect(
            app.press(keys: .character("r")) == [
                .loadInventory(generation: 2, at: 0), .connect(generation: 2, FleetFixture.choices[1], at: 1),
            ])
    }

    @Test func signingInGoesOnWithTheSessionsOfTheProfile() {
        var app = FleetFixture.refused()
        app.press(keys: .end, .character("I"))
        #expect(app.update(.signedIn(profile: "sandbox")) == [.loadInventory(generation: 2, at: 1)])
    }

    /// What went wrong in a session stands in its row; elsewhere it is no more than among the results.
    @Test func errorsOfOtherSessionsAreNotInTheWay() {
        var app = FleetFixture.listed()
        app.press(keys: .down, .enter)
        _ = app.update(.connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "No."), at: 1))
        #expect(app.notice == nil && app.problems.map(\.sentence) == ["sandbox/us-east-1: No."])
        _ = app.update(.connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "No."), at: 0))
        #expect(app.notice?.text == "payments/eu-west-1: No.")
    }

    /// A session that cannot be opened tells which profiles there are: that is news for all, and about none.
    @Test func profilesThatAreFoundChangeNoSession() {
        var app = FleetFixture.listed()
        _ = app.update(.profilesFound(["payments", "sandbox"]))
        #expect(app.session.seats.map(\.identity.account) == FleetFixture.accounts)
        #expect(app.session.seats.allSatisfy { $0.identity.profiles.count == 2 })
    }

    @Test func helpKnowsSeveralSessionsWhereThereAre() {
        let text = { (app: App) in
            let help = EveryScreen.pressing(app, .character("?"))
            return help.text.map { $0.lines(from: 0, height: $0.count).map(\.text).joined(separator: " ").squeezed } ?? ""
        }
        #expect(text(FleetFixture.listed()).contains("Several sessions") && text(FleetFixture.listed()).contains("region:eu-west-1"))
        #expect(!text(Fixture.listed()).contains("Several sessions") && !text(Fixture.listed()).contains("region:"))
    }

    @Test func anotherProfileCannotBeChosen() {
        var app = FleetFixture.listed()
        app.press(keys: .character("p"))
        #expect(app.notice?.text.contains("named at the start") == true)
    }

    @Test func twoProfilesOfOneAccountAndRegionAreListedOnce() {
        var app = App(
            size: TerminalSize(columns: 120, rows: 24),
            sessions: [ConnectionChoice(profile: "a", region: "eu-west-1"), ConnectionChoice(profile: "b", region: "eu-west-1")])
        _ = app.begin()
        for key in FleetFixture.sessions {
            _ = app.update(.connected(generation: 1, SessionIdentity(region: "eu-west-1", profile: ["a", "b"][Int(key)]), at: key))
            FleetFixture.list(key, &app)
            _ = app.update(.identified(generation: 1, account: "123456789012", caller: nil, at: key))
        }
        app.recomputeLists()
        #expect(app.session[1].twin == 0 && app.inventory.associationCount == 4)
        #expect(row(2, of: app).contains("left out: This is the account and region of a/eu-west-1"))
        app.press(keys: .end, .enter)
        #expect(app.screens.count == 1)
    }

    @Test func whoseAccountChangesIsForgottenAlone() throws {
        var app = FleetFixture.listed()
        app.press(keys: .enter, .character("a"))
        #expect(app.marks.count == 8)
        _ = app.update(.identified(generation: 1, account: "999999999999", caller: nil, at: 1))
        app.recomputeLists()
        #expect(app.marks.count == 4 && app.session.account.markedOrigins == [0])
        #expect(app.inventory.extent(of: 0).associations == 4 && app.inventory.extent(of: 1).associations == 0)
    }
}

/// Filters over the lists of several sessions.
@Suite struct SessionFilterTests {
    private func rows(_ filter: String) -> Int {
        var app = FleetFixture.listed()
        app.press(keys: .enter, .enter, .character("/"))
        app.type(filter)
        return app.projects?.list.rows.count ?? -1
    }

    @Test(arguments: [
        ("region:eu", 4), ("!region:eu", 4), ("profile:sandbox", 4), ("account:210987654321", 4), ("in:2", 4), ("profile:none", 0),
        ("ledger region:us", 1),
    ]) func rowsAreThoseOfTheSession(filter: String, count: Int) { #expect(rows(filter) == count) }

    @Test(arguments: [("region:us", 2), ("!profile:payments", 2), ("account:123456789012", 2)])
    func configurationsAreThoseOfTheSession(filter: String, count: Int) {
        var app = FleetFixture.listed()
        app.press(keys: .enter, .character("/"))
        app.type(filter)
        #expect(app.configurations.list.rows.count == count && app.configurations.list.filter.mistake == nil)
    }

    @Test func whatOneSessionCannotListIsUnknownThereAlone() {
        var app = FleetFixture.connected()
        FleetFixture.list(0, &app)
        for event in FleetFixture.events(1).dropLast(2) + [.coverageFailed(FleetFixture.denied), .finished] {
            _ = app.update(.inventoryArrived(generation: 1, event, at: 1))
        }
        app.recomputeLists()
        app.press(keys: .enter, .enter, .character("/"))
        app.type("!name:ledger")
        #expect(app.projects?.list.rows.count == 3, "the names of the first session are known, and prove something")
    }

    @Test func oneSessionHasNoSuchFields() {
        var app = Fixture.listed()
        app.press(keys: .enter, .character("/"))
        app.type("region:eu")
        #expect(app.projects?.list.filter.mistake != nil)
    }
}
