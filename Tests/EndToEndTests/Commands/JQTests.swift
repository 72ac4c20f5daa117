import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// The program's JSON through `jq`, as operators use it.
@Suite struct JQTests {
    private static let isInstalled = ["/usr/bin/jq", "/usr/local/bin/jq"].contains(where: FileManager.default.isExecutableFile)
    /// In CI a missing `jq` is a failure.
    private static let isWanted = isInstalled || ProcessInfo.processInfo.environment["CI"] != nil

    private func jq(_ filter: String, _ input: String) async throws -> [String] {
        let result = try await Program.run(
            "/usr/bin/env", ["jq", "-r", filter], environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"], input: input)
        try #require(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test(.enabled(if: isWanted)) func aListAPlanARunAndItsUndo() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let environment = simulator.environment
        func output(_ arguments: String...) async throws -> String {
            try await BuiltProgram.run(arguments + ["--output", "json"], environment: environment, home: home).output
        }
        let list = try await output("list")
        let counts = try await jq(".configurations[] | {name, projects: (.associations | length)} | .projects", list)
        #expect(counts.compactMap(Int.init).reduce(0, +) == (await simulator.state()).associations.count)
        let ids = #".configurations[] | select(.name == "mobile").associations[].resource.projectId"#
        let plan = try await output("disassociate", "--configuration", "mobile", "--dry-run")
        let planned = try await jq(".disassociateConfigurationRequests[].resource.projectId", plan)
        #expect(try await jq(ids, list).sorted() == planned.sorted())
        let run = try await output("disassociate", "--configuration", "mobile", "--yes", "--allow-uncovered")
        let lists = ["successful", "failed", "unresolved", "notSent"].map { "(.\($0)Associations | length)" }.joined(separator: ", ")
        #expect(try await jq(lists, run).compactMap(Int.init).reduce(0, +) == planned.count)
        let groups = try await jq(".failedAssociations | group_by(.statusCode)[] | .[0].statusCode", run)
        #expect(groups == Set(groups).sorted() && !groups.contains("null"))
        let runId = try #require(try await jq(".runId", run).first)
        #expect(try await jq(".[].runId, .[].state", await output("runs")) == [runId, "complete"])
        #expect(try await jq(lists, await output("show", runId)) == jq(lists, run))
        let undo = try await output("undo", runId, "--dry-run")
        let succeeded = try await jq(".successfulAssociations | length", run)
        #expect(try await jq(".associateConfigurationRequests | length", undo) == succeeded)
        let journal = try String(contentsOfFile: try #require(try await jq(".journal", run).first), encoding: .utf8)
        #expect(
            try await jq(#"select(.event == "run").plan.configurations[].projects | length"#, journal).compactMap(Int.init) == [
                planned.count
            ])
        await simulator.stop()
    }
}
