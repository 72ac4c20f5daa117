import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// One plan over several sessions, and a run in each.
@Suite struct FleetRunTests {
    @Test func thePlanShowsWhereAndWhoAndOneNumberSendsAll() throws {
        var app = FleetFixture.planned()
        #expect(app.words.contains("Disassociate 8 associations (6 projects) in 4 configurations, in 2 sessions"))
        for (place, name) in ["payments/eu-west-1", "sandbox/us-east-1"].enumerated() {
            let text = try #require(app.text).lines(from: 0, height: 100).map(\.text).joined(separator: " ").squeezed
            #expect(text.contains("\(name): 4 associations"))
            #expect(text.contains("Account \(FleetFixture.accounts[place]), region \(FleetFixture.choices[place].region ?? "")"))
            #expect(text.contains("assumed-role/Ops\(place)/me"))
        }
        app.read()
        app.type("4")
        #expect(app.press(keys: .enter).isEmpty && app.run == nil, "that is the number of one session")
        let (running, runs) = FleetFixture.send(app)
        #expect(running.session.runs.count == 2 && runs.map(\.session) == [0, 1])
        for run in runs {
            #expect(run.plan.account == FleetFixture.accounts[Int(run.session)] && run.plan.targets.count == 4)
            #expect(run.plan.region == FleetFixture.choices[Int(run.session)].region)
            #expect(run.plan.profile == FleetFixture.choices[Int(run.session)].profile)
            #expect(run.plan.scanConfigurationArns.allSatisfy { $0.contains(FleetFixture.accounts[Int(run.session)]) })
        }
    }

    @Test func whatIsLeftOutIsNotSentAndAnEmptyPartHasNoRun() {
        var app = FleetFixture.planned(rows: 60)
        app.read()
        let text = app.plan?.lines.text.split(separator: "\n").filter { !$0.contains("payments/eu-west-1") }.joined(separator: "\n") ?? ""
        _ = app.update(.textEdited(Array(text.utf8)))
        #expect(app.plan?.draft.count == 4 && app.plan?.parts.map(\.draft.count) == [0, 4])
        let (_, runs) = FleetFixture.send(app)
        #expect(runs.map(\.session) == [1] && runs.first?.plan.targets.count == 4)
    }

    @Test func marksOfOneSessionAreAPlanAsEver() {
        var app = FleetFixture.listed()
        app.press(keys: .end, .enter, .character("a"), .escape, .character("d"))
        #expect(app.plan?.parts.isEmpty == true && app.plan?.session == 1)
        #expect(app.plan?.draft.whole.account == FleetFixture.accounts[1])
        let effects = app.agree()
        guard case .startRun(let plan, let key)? = effects.first else { return #expect(Bool(false), "\(effects)") }
        #expect(key == 1 && plan.profile == "sandbox" && plan.targets.count == 4)
    }

    @Test func outcomesOfOneSessionNeverTouchAnother() throws {
        let (planned, runs) = FleetFixture.send(FleetFixture.planned())
        var app = planned
        let target = try #require(runs.first?.plan.targets.first { $0.association.resource == Fixture.project(2) })
        _ = app.update(
            .runReported(
                .outcomes([TargetOutcome(association: target.association, change: .disassociate, outcome: RunTests.denied)]), at: 0))
        #expect(app.failures.count == 1)
        #expect(app.failures[try #require(FleetFixture.id(2, 0, in: app))] != nil)
        #expect(app.failures[try #require(FleetFixture.id(2, 1, in: app))] == nil)
        _ = app.update(
            .runReported(.outcomes([TargetOutcome(association: target.association, change: .disassociate, outcome: .succeeded)]), at: 0))
        #expect(app.inventory.extent(of: 0).associations == 3 && app.inventory.extent(of: 1).associations == 4)
    }

    /// The configuration of an organization has the same ARN in each account.
    @Test func outcomesOfTheSameARNStayInTheirSession() throws {
        var app = FleetFixture.connected()
        for key in FleetFixture.sessions {
            for event in FleetFixture.events(0) { _ = app.update(.inventoryArrived(generation: 1, event, at: key)) }
        }
        app.recomputeLists()
        let association = Association(
            scanConfigurationArn: FleetFixture.configuration(0).scanConfigurationArn, resource: Fixture.project(2))
        let (running, _) = FleetFixture.send(EveryScreen.pressing(app, .enter, .character("a"), .character("d")))
        app = running
        _ = app.update(
            .runReported(.outcomes([TargetOutcome(association: association, change: .disassociate, outcome: .succeeded)]), at: 1))
        #expect(app.inventory.extent(of: 0).associations == 4 && app.inventory.extent(of: 1).associations == 3)
    }

    @Test func expiryPausesOneRunAloneAndTheKeysAreForIt() {
        var app = FleetFixture.running()
        _ = app.update(.runReported(.paused(.credentialsExpired(sentence: "They ended.")), at: 1))
        #expect(app.session.waitingSessions == [1] && app.words.contains("sandbox/us-east-1: They ended."))
        #expect(app.session.liveRun(in: 0)?.phase == .sending)
        #expect(app.press(keys: .character("r")) == [.continueRun(at: 1)])
        #expect(app.press(keys: .character("I")) == [.signIn(FleetFixture.choices[1])])
        #expect(app.update(.signedIn(profile: "sandbox")) == [.continueRun(at: 1)])
    }

    @Test func stoppingIsForAll() {
        var app = FleetFixture.running()
        #expect(app.press(keys: .character("x")) == [.stopRun])
        #expect(app.session.runs.allSatisfy { $0.run.phase == .stopping })
        #expect(app.press(keys: .control("c")) == [.abortRun])
    }

    @Test func aRunThatEndsLeavesTheOthers() {
        let (planned, runs) = FleetFixture.send(FleetFixture.planned())
        var app = planned
        _ = app.update(.runReported(.finished(FleetFixture.report(runs[0], "run-0")), at: 0))
        #expect(!app.isIdle && app.session.liveRun(in: 0) == nil && app.session.liveRun(in: 1) != nil)
        #expect(app.words.contains("payments/eu-west-1") && app.words.contains("4 disassociated"))
        _ = app.update(.runRefused(Problem(context: "Starting the run", sentence: "There is no room."), at: 1))
        #expect(app.isIdle && app.words.contains("could not start"))
    }

    @Test func resultsAreBySessionAndEachIsRetriedThere() {
        var app = FleetFixture.finished(columns: 120, rows: 50)
        #expect(app.finishedRuns.count == 2 && app.notice?.text.contains("2 runs have ended: 7 of 8 succeeded") == true)
        #expect(app.failures.count == 1 && app.marks.count <= 1)
        #expect(app.farewell.contains("sandbox/us-east-1: ") && app.farewell.contains("payments/eu-west-1: "), "\(app.farewell)")
        app.press(keys: .character("R"))
        #expect(app.notice?.text.contains("scanconfig resume G20260101T000000Z-0001-2") == true)
        app.press(keys: .character("U"))
        #expect(app.notice?.text.contains("scanconfig undo G20260101T000000Z-0001-2") == true)
        app.press(keys: .character("!"))
        #expect(app.words.contains("sandbox/us-east-1: ") && app.words.contains("payments/eu-west-1: "))
        app.press(keys: .home, .down, .character("U"))
        #expect(app.plan?.session == 1 && app.plan?.draft.whole.undoes == "run-1")
    }

    @Test func coveringAndAssociatingAreForOneSession() {
        var app = FleetFixture.planned()
        app.press(keys: .character("A"))
        #expect(app.notice?.text.contains("one session at a time") == true)
        app.press(keys: .escape, .character("A"))
        #expect(app.notice?.text.contains("one session at a time") == true)
        app.press(keys: .character("i"))
        #expect(app.notice?.text.contains("one session at a time") == true)
    }

    @Test func theRefreshOfAnotherSessionGoesOnDuringARun() {
        var app = FleetFixture.listed()
        app.press(keys: .down, .character("r"), .end, .enter, .character("a"), .escape, .character("d"))
        _ = app.agree()
        #expect(app.session.liveRun(in: 1) != nil)
        _ = app.update(.inventoryArrived(generation: 2, .configurations([], isLast: true), at: 0))
        #expect(app.inventory.extent(of: 0).configurations == 0 && app.inventory.extent(of: 1).configurations == 2)
    }

    @Test func filesHaveTheSessions() throws {
        var app = FleetFixture.listed()
        app.press(keys: .enter, .enter, .character("e"))
        app.press(keys: .control("u"))
        app.type("all.json")
        let effects = app.press(keys: .enter)
        guard case .export(let export)? = effects.first else { return #expect(Bool(false), "\(effects)") }
        let json = String(decoding: export.bytes, as: UTF8.self)
        #expect(json.contains("\"sessions\"") && json.contains("\"sandbox\"") && json.contains("\"210987654321\""))
        let table = Export(
            path: "all.csv", content: .associations(ExportedRows(app.projects?.list.rows ?? AssociationRows(), in: app.session)))
        let lines = String(decoding: try #require(table).bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 9 && lines[0].hasSuffix(",account,region,profile"))
        #expect(lines.count { $0.hasSuffix(",210987654321,us-east-1,sandbox") } == 4)
    }
}
