import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// Runs side by side in several accounts and regions: one plan, a journal each, and a group that ties them.
@Suite struct FleetRunTests {
    private static let first = ["--configuration", "scan-0001"]
    private static let send = ["--yes", "--allow-uncovered", "--verify-for", "0"]

    @Test func aDryRunShowsThePlanOfEachSessionAndTheirSum() async throws {
        try await FleetSetup.with { fleet in
            let plan = try await fleet.run(["disassociate", "--dry-run"] + Self.first + FleetSetup.all)
            #expect(plan.status == 0 && plan.errors.hasPrefix("Dry run: nothing was sent.\n"))
            for (name, account) in [("a/us-east-1", 0), ("b/eu-west-1", 1)] {
                #expect(plan.output.contains("\(name)\nCONFIGURATION"))
                #expect(plan.output.contains("Caller   arn:aws:iam::\(FleetSetup.accounts[account]):user/OpsAdmin"))
            }
            #expect(plan.output.hasSuffix("In all   120 associations in 4 sessions\n"))
            let (json, _) = try await fleet.json(["disassociate", "--dry-run"] + Self.first + FleetSetup.all)
            #expect(
                json["group"] == nil && json.sessions.map { $0["disassociateConfigurationRequests"]?.array?.count } == [30, 30, 30, 30])
            #expect(await fleet.everything.count == 240)
        }
    }

    @Test func eachSessionHasItsRunAndTheGroupTiesThem() async throws {
        try await FleetSetup.with { fleet in
            let before = await fleet.everything
            let (done, _) = try await fleet.json(["disassociate"] + Self.first + Self.send + FleetSetup.all)
            let group = try #require(done["group"]?.string)
            let planned = done.sessions.flatMap { $0["successfulAssociations"]?.array ?? [] }
            let after = await fleet.everything
            #expect(planned.count == 120 && before.subtracting(after).count == 120)
            for session in done.sessions {
                let place = ":\(session["region"]?.string ?? ""):\(session["account"]?.string ?? ""):"
                let arns = (session["successfulAssociations"]?.array ?? []).compactMap { $0["scanConfigurationArn"]?.string }
                #expect(arns.count == 30 && arns.allSatisfy { $0.contains(place) })
                #expect(session["group"]?.string == group)
            }
            let runs = try await fleet.json(["runs"]).value.array ?? []
            #expect(runs.count == 4 && runs.allSatisfy { $0["group"]?.string == group })
            #expect(Set(runs.map(\.session)) == Set(done.sessions.map(\.session)))
            #expect(try await fleet.run(["runs"]).output.contains("group \(group),"))
            #expect(try await fleet.run(["runs", "--output", "csv"]).output.hasPrefix("RUN,"))
            let shown = try await fleet.json(["show", String(group.prefix(9))]).value
            #expect(shown.sessions.map(\.session) == ["a/eu-west-1", "a/us-east-1", "b/eu-west-1", "b/us-east-1"])
            #expect(Set(shown.sessions.map { $0["runId"]?.string }) == Set(runs.map { $0["runId"]?.string }))
            let csv = try await fleet.run(["show", group, "--output", "csv"]).output.split(separator: "\r\n")
            #expect(csv.count == 121 && csv[0].hasSuffix(",remarks,account,region,profile"))
        }
    }

    @Test func anUndoOfTheGroupPutsEverythingBack() async throws {
        try await FleetSetup.with { fleet in
            let before = await fleet.everything
            let group = try #require(
                try await fleet.json(["disassociate"] + Self.first + Self.send + FleetSetup.all).value["group"]?.string)
            let (undone, _) = try await fleet.json(["undo", group, "--yes", "--verify-for", "0"])
            #expect(undone.sessions.count == 4 && undone["group"]?.string != group)
            #expect(await fleet.everything == before)
            let nothing = try await fleet.run(["undo", group, "--yes", "--verify-for", "0"])
            #expect(nothing.status == 0 && nothing.errors.contains("There is nothing to do, so nothing was sent."))
        }
    }

    /// One session's credentials expire in its run: the others end, and a resume of the group goes on with that one.
    @Test func expiryOfOneEndsThatOneAlone() async throws {
        try await FleetSetup.with(projects: 200) { fleet in
            await fleet.simulator.setFaults(
                try FaultPlan(parsing: ["expire-after=12"]), account: FleetSetup.accounts[1], region: FleetSetup.regions[1])
            let result = try await fleet.run(["disassociate", "--output", "json"] + Self.first + Self.send + FleetSetup.all)
            let done = try #require(JSONValue(bytes: Array(result.output.utf8)), "\(result.errors)")
            #expect(result.status == 1)
            #expect(done.sessions.map { $0["notSentAssociations"]?.array?.isEmpty } == [true, true, true, false], "\(result.errors)")
            let group = try #require(done["group"]?.string)
            #expect(result.errors.contains("scanconfig: b/eu-west-1: ") && result.errors.contains("scanconfig resume \(group)"))
            await fleet.simulator.setFaults(FaultPlan(), account: FleetSetup.accounts[1], region: FleetSetup.regions[1])
            let rest = try await fleet.run(["resume", group, "--dry-run"])
            #expect(rest.status == 0 && rest.output.contains(" in 1 session\n"), "\(rest.errors)")
            let resumed = try await fleet.json(["resume", group, "--verify-for", "0"]).value
            #expect(resumed.sessions.map(\.session) == ["b/eu-west-1"] && resumed["group"]?.string == group)
            for place in 0..<4 { #expect(await fleet.associations(place / 2, place % 2).count == 200) }
            #expect(try await fleet.run(["resume", group]).errors.contains("has nothing left to do"))
        }
    }

    @Test func whatFailsInOneSessionSelectsNothingThere() async throws {
        try await FleetSetup.with(faults: ["not-enabled:eu-west-1"]) { fleet in
            let (done, errors) = try await fleet.json(["disassociate"] + Self.first + Self.send + FleetSetup.all, status: 1)
            #expect(done.sessions.map { $0["error"] == nil } == [true, false, true, false])
            #expect(errors.contains("scanconfig: b/eu-west-1: "))
            #expect(await fleet.associations(0, 0).count == 30)
            #expect(await fleet.associations(0, 1).count == 60)
        }
    }

    @Test func twoProfilesOfOneAccountSendOnce() async throws {
        try await FleetSetup.with { fleet in
            let (done, errors) = try await fleet.json(
                ["disassociate", "--profile", "a", "--profile", "a2", "--region", "us-east-1"] + Self.first + Self.send)
            #expect(done.sessions.map(\.session) == ["a/us-east-1"] && errors.contains("stands for both"))
            #expect(await fleet.simulator.calls().flatMap(\.items).count == 30)
        }
    }

    /// Nothing is sent anywhere: the limit and the coverage count for the plan as a whole.
    @Test(arguments: [
        (["--max-targets", "119"], "The plan has 120 associations, and --max-targets allows 119. Nothing was sent."),
        (["--from", "ids.txt"], "Among several sessions --from and --configuration cannot be combined"),
    ]) func whatIsTooMuchIsRefusedForAll(options: [String], words: String) async throws {
        try await FleetSetup.with { fleet in
            let path = try fleet.home.write("ids.txt", "project-00000000-0000-0000-0000-000000000000\n")
            let arguments = options.map { $0 == "ids.txt" ? path : $0 }
            let result = try await fleet.run(["disassociate"] + Self.first + Self.send + arguments + FleetSetup.all)
            #expect(result.status == 252 && result.errors.contains(words), "\(result.errors)")
            #expect(await fleet.everything.count == 240)
        }
    }

    @Test func whatLosesItsLastConfigurationNeedsToBeAllowed() async throws {
        try await FleetSetup.with(configurations: 1) { fleet in
            let result = try await fleet.run(["disassociate", "--yes"] + Self.first + FleetSetup.all)
            #expect(result.status == 252 && result.errors.contains("--yes does not send a/us-east-1: 30 projects that would lose"))
            let kept = try await fleet.run(["disassociate", "--yes", "--keep-coverage"] + Self.first + FleetSetup.all)
            #expect(kept.status == 0, "\(kept.errors)")
            #expect(await fleet.everything.count == 120)
        }
    }

    @Test(arguments: ["undo", "resume"]) func amongSeveralTheRunHasToBeNamed(command: String) async throws {
        try await FleetSetup.with { fleet in
            let result = try await fleet.run([command] + FleetSetup.all)
            #expect(result.status == 252 && result.errors.contains("name the run or the group of runs"))
        }
    }

    @Test func aGroupThatThereIsNotIsNamed() async throws {
        try await FleetSetup.with { fleet in
            for command in ["show", "undo", "resume"] {
                let result = try await fleet.run([command, "G2026"])
                #expect(result.status == 252 && result.errors.contains("There is no run G2026"), "\(result.errors)")
            }
        }
    }
}
