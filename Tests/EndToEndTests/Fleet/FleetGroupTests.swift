import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// What is done with the runs of a group once they have ended.
@Suite struct FleetGroupTests {
    private static let run = ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered", "--verify-for", "0"]

    private func group(_ fleet: FleetSetup, status: Int32 = 0) async throws -> String {
        let (done, errors) = try await fleet.json(Self.run + FleetSetup.all, status: status)
        return try #require(done["group"]?.string, "\(errors)")
    }

    private func runIds(_ fleet: FleetSetup) async throws -> [String] {
        (try await fleet.json(["runs"]).value.array ?? []).compactMap { $0["runId"]?.string }
    }

    @Test func aGroupIsVerifiedAndWatched() async throws {
        try await FleetSetup.with { fleet in
            let group = try await group(fleet)
            let before = await fleet.simulator.calls().count { $0.operation.hasPrefix("Batch") }
            let (verified, errors) = try await fleet.json(["verify", group, "--verify-for", "0"])
            #expect(verified["group"]?.string == group && verified.sessions.count == 4, "\(errors)")
            #expect(verified.sessions.allSatisfy { $0["successfulAssociations"]?.array?.count == 30 })
            let (quiet, _) = try await fleet.json(["watch", group, "--for", "1s"])
            #expect(quiet.sessions.map { $0["watched"]?.number } == [30, 30, 30, 30])
            let session = try #require(verified.sessions.first { $0.session == "b/eu-west-1" })
            let gone = (session["successfulAssociations"]?.array ?? []).first
            let back = Association(
                scanConfigurationArn: gone?["scanConfigurationArn"]?.string ?? "",
                resource: .projectId(gone?["resource"]?["projectId"]?.string ?? ""))
            await fleet.simulator.otherOperator(associates: [back], account: FleetSetup.accounts[1], region: FleetSetup.regions[1])
            let (found, told) = try await fleet.json(["watch", group, "--for", "1s"], status: 1)
            #expect(found.sessions.filter { $0["changedBack"]?.array?.count == 1 }.map(\.session) == ["b/eu-west-1"])
            #expect(told.contains("scanconfig: b/eu-west-1: 1 project was associated again"), "\(told)")
            let csv = try await fleet.run(["watch", group, "--for", "1s", "--output", "csv"])
            #expect(csv.status == 1 && csv.output.contains(",210987654321,eu-west-1,b\r\n"), "\(csv.output)")
            #expect(await fleet.simulator.calls().count { $0.operation.hasPrefix("Batch") } == before, "nothing was sent")
        }
    }

    @Test func whatFailedInAGroupIsRetriedInItsSessions() async throws {
        try await FleetSetup.with(faults: ["item:INTERNAL_ERROR=0.2", "item:ACCESS_DENIED=0.1"]) { fleet in
            let group = try await group(fleet, status: 1)
            let left = await fleet.everything.count
            let unknown = try await fleet.run(["retry", group, "--failed", "NO_SUCH", "--yes"])
            #expect(unknown.status == 252 && unknown.errors.contains("there are: ACCESS_DENIED, INTERNAL_ERROR"), "\(unknown.errors)")
            await fleet.simulator.setFaults(FaultPlan())
            let (done, errors) = try await fleet.json(["retry", group, "--yes", "--allow-uncovered", "--verify-for", "0"])
            #expect(done["group"]?.string != group && errors.contains("Retrying run "), "\(errors)")
            let retried = done.sessions.reduce(0) { $0 + ($1["successfulAssociations"]?.array?.count ?? 0) }
            let now = await fleet.everything.count
            #expect(retried > 0 && now == left - retried)
            let runs = try await fleet.json(["runs"]).value.array ?? []
            #expect(runs.contains { $0["retries"] != nil && $0["group"] == done["group"] })
        }
    }

    @Test(arguments: ["markdown", "html"]) func aTicketOfAGroupHasAllItsRuns(format: String) async throws {
        try await FleetSetup.with { fleet in
            let group = try await group(fleet)
            let ticket = try await fleet.run(["show", group, "--output", format])
            #expect(ticket.status == 0 && ticket.output.contains("Group \(group): 4 runs"), "\(ticket.errors)")
            for run in try await runIds(fleet) { #expect(ticket.output.contains(run)) }
            if format == "html" {
                #expect(ticket.output.components(separatedBy: "<html").count == 2 && ticket.output.hasSuffix("</html>\n"))
                let ids = ticket.output.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
                #expect(Set(ids).count == ids.count, "each place has a name of its own")
            }
        }
    }

    @Test func runsAreThoseOfTheProfilesAndRegionsNamed() async throws {
        try await FleetSetup.with { fleet in
            let group = try await group(fleet)
            let one = try await fleet.json(["runs", "--profile", "b", "--region", "eu-west-1"]).value.array ?? []
            #expect(one.map(\.session) == ["b/eu-west-1"])
            let two = try await fleet.json(["runs", "--region", "eu-west-1", "--region", "us-west-2"]).value.array ?? []
            #expect(Set(two.map(\.session)) == ["a/eu-west-1", "b/eu-west-1"])
            let none = try await fleet.run(["runs", "--profile", "x"])
            #expect(none.status == 0 && none.errors.contains("None of 4 runs is of that profile and region."), "\(none.errors)")
            _ = try await fleet.json(["undo", group, "--yes", "--verify-for", "0"])
            let csv = try await fleet.run(["runs", "--output", "csv"]).output.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            let column = try #require(csv[0].firstIndex(of: "UNDOES"))
            #expect(csv.dropFirst().prefix(4).allSatisfy { !$0[column].isEmpty } && csv.suffix(4).allSatisfy { $0[column].isEmpty })
        }
    }

    /// A run that a process is working on does not tell its end: the others wait for it, or are named one by one.
    @Test func aGroupOfWhichARunIsInProgressIsNotUndone() async throws {
        try await FleetSetup.with { fleet in
            let group = try await group(fleet)
            let busy = try #require(try await runIds(fleet).first)
            let journal = fleet.home.file(".local/state/scanconfig/runs/\(busy).jsonl").path
            let held = try SystemDisk().open(journal)
            for command in ["undo", "resume", "retry", "verify", "watch"] {
                let result = try await fleet.run([command, group])
                #expect(
                    result.status == 255 && result.errors.contains("Run \(busy) is in progress. Wait until it has ended"),
                    "\(result.errors)")
            }
            let shown = try await fleet.run(["show", group])
            #expect(shown.output.contains("! Run \(busy) is in progress. This is what its journal has so far."), "\(shown.output)")
            let ticket = try await fleet.run(["show", busy, "--output", "markdown"])
            #expect(ticket.output.contains("Run \(busy) is in progress."))
            held.close()
            #expect(try await !fleet.run(["show", group]).output.contains("is in progress"))
            #expect(await fleet.everything.count == 120)
        }
    }

    /// What was done together is undone together, or run by run.
    @Test func aGroupOfWhichAJournalIsDamagedIsNotUndone() async throws {
        try await FleetSetup.with(faults: ["item:INTERNAL_ERROR=0.2"]) { fleet in
            let group = try await group(fleet, status: 1)
            let damaged = try #require(try await runIds(fleet).last)
            let journal = fleet.home.file(".local/state/scanconfig/runs/\(damaged).jsonl")
            var lines = try String(contentsOf: journal, encoding: .utf8).components(separatedBy: "\n")
            lines.swapAt(2, 3)
            try lines.joined(separator: "\n").write(to: journal, atomically: false, encoding: .utf8)
            let sent = await fleet.simulator.calls().count { $0.operation.hasPrefix("Batch") }
            for command in ["undo", "retry"] {
                let refused = try await fleet.run([command, group, "--yes", "--allow-uncovered"])
                #expect(
                    refused.status == 255 && refused.errors.contains("scanconfig: Group \(group): in the journal \(journal.path) "),
                    "\(refused.errors)")
            }
            #expect(await fleet.simulator.calls().count { $0.operation.hasPrefix("Batch") } == sent, "nothing was sent")
        }
    }

    /// What a group's results lack is said in them, and not beside them alone.
    @Test func aJournalThatIsMissingIsToldInTheResults() async throws {
        try await FleetSetup.with { fleet in
            let group = try await group(fleet)
            let gone = try #require(try await runIds(fleet).last)
            try FileManager.default.removeItem(at: fleet.home.file(".local/state/scanconfig/runs/\(gone).jsonl"))
            let (shown, _) = try await fleet.json(["show", group], status: 255)
            #expect(shown["missingRuns"]?.number == 1 && shown.sessions.count == 3)
            let table = try await fleet.run(["show", group])
            #expect(table.output.contains("! \(group) has 4 runs, and the journal of one is not here"), "\(table.output)")
            let (watched, words) = try await fleet.json(["watch", group, "--for", "1s"], status: 255)
            #expect(watched["missingRuns"]?.number == 1 && words.contains("\(group) has 4 runs"), "\(words)")
        }
    }

    /// A run is verified, watched, retried and undone where it was made, without its profile and region being named again.
    @Test func aRunIsTakenUpWithTheProfileAndRegionOfItsJournal() async throws {
        try await FleetSetup.with { fleet in
            let before = await fleet.everything
            let (done, _) = try await fleet.json(Self.run + ["--profile", "b", "--region", "eu-west-1"])
            let run = try #require(done["runId"]?.string)
            #expect(done["profile"]?.string == "b")
            for command in [["verify", run, "--verify-for", "0"], ["watch", run, "--for", "1s"]] {
                let result = try await fleet.run(command)
                #expect(
                    result.status == 0 && result.errors.contains("Using profile b, region eu-west-1, as run \(run) did."),
                    "\(result.errors)")
            }
            let other = try await fleet.run(["undo", run, "--yes", "--profile", "a"])
            #expect(other.status == 252 && other.errors.contains("this session's account is \(FleetSetup.accounts[0])"), "\(other.errors)")
            let abroad = try await fleet.run(["undo", run, "--yes", "--region", "us-east-1"])
            #expect(abroad.status == 252 && abroad.errors.contains("Nothing was sent."), "\(abroad.errors)")
            let shown = try await fleet.run(["show", run])
            #expect(shown.output.hasPrefix("Run      \(run)\nAction   disassociate\nBegan    20"), "\(shown.output)")
            #expect(shown.output.contains("Account  \(FleetSetup.accounts[1])\nRegion   eu-west-1\nProfile  b\n"))
            let undone = try await fleet.run(["undo", run, "--yes", "--verify-for", "0"])
            #expect(undone.status == 0, "\(undone.errors)")
            #expect(await fleet.everything == before)
        }
    }
}
