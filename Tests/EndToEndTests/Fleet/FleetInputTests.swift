import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// Files that several sessions share: rows go to the session of their ARN, and an approval covers the plans of all of them or none.
@Suite(.serialized) struct FleetInputTests {
    private static let send = ["--yes", "--allow-uncovered", "--verify-for", "0"]

    private func plan(_ fleet: FleetSetup, _ configuration: String = "scan-0001") async throws -> String {
        let dry = try await fleet.run(
            ["disassociate", "--configuration", configuration, "--dry-run", "--output", "json"] + FleetSetup.all)
        #expect(dry.status == 0, "\(dry.errors)")
        return try fleet.home.write("plan.json", dry.output)
    }

    @Test func thePlanOfSeveralSessionsIsCarriedOutInEach() async throws {
        try await FleetSetup.with { fleet in
            let path = try await plan(fleet)
            let (done, _) = try await fleet.json(["disassociate", "--from", path] + Self.send + FleetSetup.all)
            #expect(done.sessions.map { $0["successfulAssociations"]?.array?.count } == [30, 30, 30, 30])
            for session in done.sessions {
                let place = ":\(session["region"]?.string ?? ""):\(session["account"]?.string ?? ""):"
                let arns = (session["successfulAssociations"]?.array ?? []).compactMap { $0["scanConfigurationArn"]?.string }
                #expect(arns.allSatisfy { $0.contains(place) })
            }
            #expect(await fleet.everything.count == 120)
        }
    }

    @Test func aRowOfNoSessionIsNamedAndNothingIsSent() async throws {
        try await FleetSetup.with { fleet in
            let all = await fleet.everything.sorted { $0.scanConfigurationArn < $1.scanConfigurationArn }
            let rows = all.map { "\($0.scanConfigurationArn),\($0.resource.projectId ?? "")" }
            let path = try fleet.home.write("all.csv", (["scanConfigurationArn,projectId"] + rows).joined(separator: "\n") + "\n")
            let some = ["--profile", "a", "--region", FleetSetup.regions[0], "--region", FleetSetup.regions[1]]
            let refused = try await fleet.run(["disassociate", "--from", path] + Self.send + some)
            #expect(refused.status == 252)
            #expect(
                refused.errors.contains("of account \(FleetSetup.accounts[1]), region eu-west-1, and no session is"), "\(refused.errors)")
            #expect(refused.errors.contains("\nNothing was sent"))
            #expect(await fleet.everything.count == 240)
            let first = try fleet.home.write(
                "one.csv",
                "scanConfigurationArn,projectId\n" + (rows.first { $0.contains("eu-west-1:\(FleetSetup.accounts[0])") } ?? "") + "\n")
            let one = try await fleet.run(["disassociate", "--from", first] + Self.send + FleetSetup.all)
            #expect(one.status == 0 && one.errors.contains("a/us-east-1: nothing in"), "\(one.errors)")
            #expect(await fleet.everything.count == 239)
        }
    }

    @Test func aRowThatOneSessionRefusesRefusesTheFileInAll() async throws {
        try await FleetSetup.with { fleet in
            let all = await fleet.everything.sorted { $0.scanConfigurationArn < $1.scanConfigurationArn }
            let rows = all.map { "\($0.scanConfigurationArn),\($0.resource.projectId ?? "")" }
            let wrong = all.first.map { "\($0.scanConfigurationArn),project-xx" } ?? ""
            let path = try fleet.home.write("all.csv", (["scanConfigurationArn,projectId", wrong] + rows).joined(separator: "\n") + "\n")
            for mode in [Self.send, ["--dry-run"]] {
                let refused = try await fleet.run(["disassociate", "--from", path] + mode + FleetSetup.all)
                #expect(refused.status == 252 && refused.output.isEmpty, "\(refused.output)")
                #expect(refused.errors.contains("all.csv, line 2") && refused.errors.contains("project-xx"), "\(refused.errors)")
                #expect(refused.errors.contains("is taken whole or not at all: nothing was sent in any session."), "\(refused.errors)")
            }
            #expect(await fleet.everything.count == 240)
        }
    }

    /// The second person reads all plans and types the number of all; the first one sends what was approved, as a whole.
    @Test func whatWasApprovedInSeveralSessionsIsSentAsAWhole() async throws {
        try await FleetSetup.with { fleet in
            let path = try await plan(fleet)
            let home = try fleet.reviewersHome()
            let terminal = try await TmuxTerminal(
                columns: 160, rows: 60, environment: fleet.environment, home: home, command: "'\(BuiltProgram.path)' approve '\(path)'")
            try await terminal.wait("the question") {
                $0.contains { $0.contains("Type 120, the number of associations in the 4 sessions") }
            }
            try await terminal.press("120", "Enter")
            let screen = try await terminal.wait("the end") { $0.contains { $0.contains("left with") } }
            #expect(screen.contains { $0.contains("Approved 120 associations as arn:aws:iam::") }, "\(screen)")
            try await terminal.close()
            let approval = fleet.home.file("plan.approval.json").path
            let approved = ["disassociate", "--from", path, "--approved", approval, "--verify-for", "0", "--allow-uncovered"]
            let part = try await fleet.run(approved + FleetSetup.all.prefix(4) + ["--region", FleetSetup.regions[0], "--profile", "a"])
            #expect(part.status == 252, "\(part.errors)")
            let fewer = try await fleet.run(
                [
                    "disassociate", "--configuration", "scan-0001", "--approved", approval, "--allow-uncovered", "--profile", "a",
                    "--profile", "b",
                ]
                    + ["--region", FleetSetup.regions[0]])
            #expect(fewer.status == 252, "\(fewer.errors)")
            #expect(fewer.errors.contains("nothing is planned: no session is for it, or it was sent already."), "\(fewer.errors)")
            let own = try await BuiltProgram.run(approved + FleetSetup.all, environment: fleet.environment, home: home)
            #expect(own.status == 252 && own.errors.contains("has approved this plan"), "\(own.errors)")
            #expect(await fleet.everything.count == 240)
            let (done, _) = try await fleet.json(approved + FleetSetup.all)
            #expect(done.sessions.count == 4 && done.sessions.allSatisfy { $0["approval"] != nil })
            #expect(await fleet.everything.count == 120)
        }
    }

    @Test func anotherPlanIsNotSentOnAnApprovalOfSeveral() async throws {
        try await FleetSetup.with { fleet in
            let path = try await plan(fleet)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let stamps = try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in try PlanStamps(&json) }
            let approvals = stamps.all.map { stamp in
                """
                {"account":"\(stamp.account ?? "")","action":"disassociate","approvedAt":"2026-11-29T00:00:00.000Z",
                 "approver":"arn:aws:iam::111111111111:user/Ada","approverAccount":"111111111111","count":30,
                 "digest":"\(stamp.digest.text)","region":"\(stamp.region ?? "")","uncovered":[],"version":1}
                """
            }
            let file = try fleet.home.write("a.json", "{\"sessions\":[\(approvals.joined(separator: ","))]}")
            let other = try await fleet.run(
                ["disassociate", "--configuration", "scan-0002", "--approved", file, "--allow-uncovered"] + FleetSetup.all)
            #expect(
                other.status == 252 && other.errors.contains("a/us-east-1: The plan is not the one that was approved"), "\(other.errors)")
            #expect(await fleet.everything.count == 240)
        }
    }
}
