import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// What a command may take away from coverage, and what a read-only session refuses.
@Suite struct CoverageCommandTests {
    private func changes(_ simulator: Simulator) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix("Batch") }
    }

    /// The projects that are in some scan configuration.
    private func covered(_ simulator: Simulator) async -> Set<AssociationResource> {
        Set(await simulator.state().associations.map(\.resource))
    }

    @Test func yesAloneLeavesNoProjectUncovered() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let command = ["disassociate", "--configuration", "mobile"]
        let refused = try await BuiltProgram.run(command + ["--yes"], environment: simulator.environment)
        #expect(refused.status == 252)
        let words =
            /--yes does not send \d+ projects that would lose their last scan configuration\. Add --keep-coverage .* Nothing was sent\./
        #expect(refused.errors.contains(words), "\(refused.errors)")
        #expect(await changes(simulator) == 0)
        let both = try await BuiltProgram.run(command + ["--keep-coverage", "--allow-uncovered"], environment: simulator.environment)
        #expect(both.status == 252 && both.errors.contains("cannot be combined"))
        let allowed = try await BuiltProgram.run(command + ["--yes", "--allow-uncovered"], environment: simulator.environment)
        #expect(allowed.status <= 1, "\(allowed.errors)")
        #expect(await changes(simulator) > 0)
        await simulator.stop()
    }

    @Test func keepCoverageLeavesEveryProjectInAConfiguration() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let (home, before) = (try TemporaryFolder(), await covered(simulator))
        let command = ["disassociate", "--configuration", "payments-nightly", "--keep-coverage"]
        let plan = try await BuiltProgram.run(command + ["--dry-run"], environment: simulator.environment, home: home)
        let left = try #require(plan.errors.firstMatch(of: /Left out (\d+) associations, .*; (\d+) remain\./))
        #expect(left.1 != "0" && left.2 != "0")
        let run = try await BuiltProgram.run(
            command + ["--yes", "--output", "json"], environment: simulator.environment, home: home)
        #expect(run.status <= 1, "\(run.errors)")
        let report = try PrintedRun(run.output)
        #expect(report.successfulAssociations.count + report.failedAssociations.count == Int(left.2))
        #expect(await covered(simulator) == before)
        await simulator.stop()
    }

    @Test func aDryRunNamesWhatWouldBeLeftUncovered() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let command = ["disassociate", "--configuration", "mobile", "--dry-run"]
        let table = try await BuiltProgram.run(command, environment: simulator.environment)
        #expect(table.output.contains("COVERAGE") && table.output.contains("last configuration"), "\(table.output)")
        #expect(table.errors.contains("To send it with --yes, add --keep-coverage or --allow-uncovered."), "\(table.errors)")
        let kept = try await BuiltProgram.run(command + ["--keep-coverage"], environment: simulator.environment)
        #expect(!kept.output.contains("COVERAGE") && !kept.errors.contains("To send it with --yes"))
        let json = try await BuiltProgram.run(command + ["--output", "json"], environment: simulator.environment)
        #expect(json.output.contains(/"uncovered" : \{\s*"loseLastConfiguration" : \[\s*"project-/), "\(json.output)")
        await simulator.stop()
    }

    @Test func whereNothingRemainsNothingIsSent() async throws {
        let simulator = try await Simulator.start(.willing(projects: 3))
        let command = ["disassociate", "--configuration", "scan-0001", "--configuration", "scan-0002", "--keep-coverage", "--yes"]
        let result = try await BuiltProgram.run(command, environment: simulator.environment)
        #expect(result.status == 0 && result.errors.contains("0 remain.") && result.errors.contains("nothing was sent"), "\(result.errors)")
        #expect(await changes(simulator) == 0)
        await simulator.stop()
    }

    @Test func onlyProjectsInMoreConfigurationsAreTaken() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let counts = Dictionary(grouping: await simulator.state().associations, by: \.resource).mapValues(\.count)
        let command = ["disassociate", "--configuration", "payments-nightly", "--dry-run", "--output", "csv"]
        let plan = try await BuiltProgram.run(command + ["--in-more-than", "1"], environment: simulator.environment)
        let ids = plan.output.matches(of: /project-[0-9a-f-]{36}/).map { String($0.0) }
        #expect(!ids.isEmpty && ids.allSatisfy { counts[.projectId($0)] ?? 0 > 1 })
        let none = try await BuiltProgram.run(command + ["--in-more-than", "9"], environment: simulator.environment)
        #expect(none.status == 252 && none.errors.contains("No project there is in more than 9 scan configurations."), "\(none.errors)")
        let file = try await BuiltProgram.run(["disassociate", "--from", "x", "--in-more-than", "1"])
        #expect(file.status == 252 && file.errors.contains("--from and --in-more-than cannot be combined."))
        await simulator.stop()
    }

    @Test func aPlanLargerThanAllowedIsNotSent() async throws {
        let simulator = try await Simulator.start(.willing(projects: 3))
        let command = ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered"]
        let refused = try await BuiltProgram.run(command + ["--max-targets", "2"], environment: simulator.environment)
        #expect(refused.status == 252)
        #expect(refused.errors.contains("The plan has 3 associations, and --max-targets allows 2. Nothing was sent."), "\(refused.errors)")
        #expect(await changes(simulator) == 0)
        let zero = try await BuiltProgram.run(command + ["--max-targets", "0"], environment: simulator.environment)
        #expect(zero.status == 252)
        let taken = try await BuiltProgram.run(command + ["--max-targets", "3"], environment: simulator.environment)
        #expect(taken.status == 0, "\(taken.errors)")
        await simulator.stop()
    }

    @Test(arguments: [["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered"], ["undo", "2", "--yes"], ["resume"]])
    func aReadOnlySessionRefusesToSend(command: [String]) async throws {
        let simulator = try await Simulator.start(.willing(projects: 3))
        let option = try await BuiltProgram.run(command + ["--read-only"], environment: simulator.environment)
        #expect(option.status == 252)
        #expect(option.errors == "scanconfig: Read-only: --read-only is given, so nothing was sent. --dry-run shows the plan.\n")
        let variable = simulator.environment.merging(["SCANCONFIG_READ_ONLY": "1"]) { $1 }
        let set = try await BuiltProgram.run(command, environment: variable)
        #expect(set.status == 252)
        #expect(set.errors == "scanconfig: Read-only: SCANCONFIG_READ_ONLY is set, so nothing was sent. --dry-run shows the plan.\n")
        #expect(await simulator.calls().isEmpty)
        await simulator.stop()
    }

    @Test func aReadOnlySessionPlansAndLists() async throws {
        let simulator = try await Simulator.start(.willing(projects: 3))
        let plan = ["disassociate", "--configuration", "scan-0001", "--dry-run", "--read-only"]
        for command in [plan, ["list", "--read-only"], ["runs", "--read-only"]] {
            let result = try await BuiltProgram.run(command, environment: simulator.environment)
            #expect(result.status == 0 && !result.output.isEmpty, "\(result.errors)")
        }
        await simulator.stop()
    }
}
