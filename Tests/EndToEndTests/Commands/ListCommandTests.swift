import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// `list`: what it says of each project beside its name, and what other commands take back of it.
@Suite struct ListCommandTests {
    private func withSimulator(_ faults: [String] = [], _ body: (Simulator) async throws -> Void) async throws {
        var options = SimulatorOptions()
        options.faults = try FaultPlan(parsing: faults)
        let simulator = try await Simulator.start(options)
        try await body(simulator)
        await simulator.stop()
    }

    private func list(_ simulator: Simulator, _ arguments: [String]) async throws -> ProgramResult {
        let result = try await BuiltProgram.run(["list"] + arguments, environment: simulator.environment)
        #expect(result.status == 0, "\(result.errors)")
        return result
    }

    @Test func theColumnsThatScriptsReadStandFirstAndTheNewOnesBehindThem() async throws {
        try await withSimulator { simulator in
            let lines = try await list(simulator, ["mobile", "--output", "csv"]).output.split(separator: "\r\n").map(String.init)
            let columns =
                "scanConfigurationArn,configurationName,projectId,projectName,providerType,lastScannedAt,scanStatusCode,scanStatusReason,"
                + "accountId,providerTypeVisibility,integrationArn,lastScannedCommitId,onDemandScanAt,onDemandScanStatusCode,"
                + "onDemandScanReason,onDemandScanCommitId,provider,providerAccountId,providerOrgId,providerRegion"
            #expect(lines[0] == columns)
            let cells = lines[1].components(separatedBy: ",")
            #expect(cells.count == 20 && cells[5].wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil, "\(cells)")
            #expect(cells[16] == "AWS" && cells[19] == "us-east-1")
        }
    }

    @Test(arguments: [
        ("plain", "Listing the account.\nListed 1,204 associations in 10 configurations.\n"), ("none", ""), ("auto", ""),
    ]) func progressIsALineForEachPhaseOrNothing(choice: String, told: String) async throws {
        try await withSimulator { simulator in
            let result = try await BuiltProgram.run(["list", "--progress", choice], environment: simulator.environment)
            #expect(result.status == 0 && result.errors == told)
        }
    }

    @Test func aTableHasAgesAndWords() async throws {
        try await withSimulator { simulator in
            let lines = try await list(simulator, ["legacy-quarterly"]).output.split(separator: "\n").map(String.init)
            #expect(lines[0].contains("PROJECT ID") && lines[0].contains("LAST SCAN  SCAN"))
            #expect(lines.dropFirst().contains { $0.contains("mo ") && $0.contains("  ok ") }, "\(lines)")
        }
    }

    @Test func itsTableForProgramsIsTakenBack() async throws {
        try await withSimulator { simulator in
            let home = try TemporaryFolder()
            let path = try home.write("list.csv", try await list(simulator, ["mobile", "--output", "csv"]).output)
            let plan = try await BuiltProgram.run(
                ["disassociate", "--from", path, "--dry-run", "--output", "json"], environment: simulator.environment, home: home)
            #expect(plan.status == 0, "\(plan.errors)")
            let requests = JSONValue(bytes: Array(plan.output.utf8))?["disassociateConfigurationRequests"]?.array
            let mobile = await simulator.state().configurations.first { $0.name == "mobile" }
            #expect(requests?.count == 64 && mobile?.scanConfigurationArn == requests?.first?["scanConfigurationArn"]?.string)
        }
    }

    @Test func withoutPermissionForTheCoverageOneLineSaysWhatIsMissing() async throws {
        try await withSimulator(["deny:ListCoverage"]) { simulator in
            let table = try await list(simulator, ["mobile"])
            let complaint = table.errors.split(separator: "\n").filter { $0.hasPrefix("scanconfig: ") }
            #expect(complaint.count == 1 && complaint[0].contains("names and scan states could not be listed"), "\(table.errors)")
            #expect(complaint[0].contains("inspector2:ListCoverage"))
            #expect(table.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix("  -          -     -") }, "\(table.output)")
            let json = try await list(simulator, ["mobile", "--output", "json"])
            let association = JSONValue(bytes: Array(json.output.utf8))?["configurations"]?.array?.first?["associations"]?.array?.first
            guard case .object(let members) = association else { throw ProgramFailure() }
            #expect(Array(members.keys) == ["resource"])
        }
    }

    private struct ProgramFailure: Error {}
}
