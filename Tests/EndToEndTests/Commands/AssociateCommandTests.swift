import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Projects that get a scan configuration, with the built program.
@Suite struct AssociateCommandTests {
    /// Two configurations with four projects each, and two projects that are in none.
    private func start() async throws -> Simulator {
        var options = SimulatorOptions(configurations: 2, projects: 4)
        options.sharing = 1
        let simulator = try await Simulator.start(options)
        await simulator.addProjects(2)
        return simulator
    }

    private func count(_ simulator: Simulator, _ place: Int) async -> Int {
        let state = await simulator.state()
        return state.associations(of: state.configurations[place].scanConfigurationArn).count
    }

    private func rows(_ output: String) -> Int { output.split(whereSeparator: \.isNewline).count - 1 }

    @Test func whatNoConfigurationHasIsListedAndAssociated() async throws {
        let (simulator, home) = (try await start(), try TemporaryFolder())
        let environment = simulator.environment
        let table = try await BuiltProgram.run(["list", "--uncovered"], environment: environment, home: home)
        #expect(table.status == 0 && rows(table.output) == 2 && table.output.hasPrefix("PROJECT "), "\(table.errors)\(table.output)")
        let csv = try await BuiltProgram.run(["list", "--uncovered", "--output", "csv"], environment: environment, home: home)
        #expect(csv.output.hasPrefix("projectId,projectName,providerType,lastScannedAt,"))
        let json = try await BuiltProgram.run(["list", "--uncovered", "--output", "json"], environment: environment, home: home)
        for (name, text) in [("projects.csv", csv.output), ("projects.json", json.output)] {
            let command = ["associate", "--configuration", "scan-0001", "--from", try home.write(name, text), "--dry-run"]
            let plan = try await BuiltProgram.run(command, environment: environment, home: home)
            #expect(plan.output.contains("associate 2 associations (2 projects) in 1 configuration"), "\(plan.errors)")
        }
        let command = ["associate", "--configuration", "scan-0001", "--filter", "in:0", "--yes"]
        let result = try await BuiltProgram.run(command, environment: environment, home: home)
        #expect(result.status == 0 && result.output.contains("2 associated."), "\(result.errors)")
        #expect(await count(simulator, 0) == 6)
        let nothing = try await BuiltProgram.run(["list", "--uncovered"], environment: environment, home: home)
        #expect(nothing.status == 0 && nothing.output.isEmpty)
        let again = try await BuiltProgram.run(command, environment: environment, home: home)
        #expect(again.status == 252 && again.errors.contains("No projects match --filter 'in:0'."), "\(again.errors)")
        let undo = try await BuiltProgram.run(["undo", "--yes", "--allow-uncovered"], environment: environment, home: home)
        #expect(undo.status == 0 && undo.output.contains("2 disassociated."), "\(undo.errors)")
        let pattern = try await BuiltProgram.run(
            ["associate", "--configuration", "*-0001", "--project", "*", "--dry-run"], environment: environment, home: home)
        #expect(pattern.status == 252 && pattern.errors.contains("'*-0001' is a pattern"), "\(pattern.errors)")
        await simulator.stop()
    }

    @Test func aPlanOfAnAssociationIsTakenByItsOwnCommandAlone() async throws {
        let (simulator, home) = (try await start(), try TemporaryFolder())
        let name = try #require(await simulator.state().projects.last?.name)
        let command = ["associate", "--configuration", "scan-0002", "--project", name, "--dry-run", "--output", "json"]
        let plan = try await BuiltProgram.run(command, environment: simulator.environment, home: home)
        let path = try home.write("plan.json", plan.output)
        for other in [["disassociate"], ["move"]] {
            let refused = try await BuiltProgram.run(other + ["--from", path, "--dry-run"], environment: simulator.environment, home: home)
            #expect(refused.status == 252 && refused.errors.contains("this is a plan of an associate run"), "\(refused.errors)")
        }
        let sent = try await BuiltProgram.run(
            ["associate", "--from", path, "--yes", "--output", "json"], environment: simulator.environment, home: home)
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(try PrintedRun(sent.output).successfulAssociations.count == 1)
        #expect(await count(simulator, 1) == 5)
        let again = try await BuiltProgram.run(["associate", "--from", path, "--yes"], environment: simulator.environment, home: home)
        #expect(again.status == 0 && again.errors.contains("There is nothing to do, so nothing was sent."), "\(again.errors)")
        await simulator.stop()
    }

    @Test func aFilterAsksAboutProjectsAlone() async throws {
        for command in [["associate", "--configuration", "x"], ["list", "--uncovered"]] {
            let result = try await BuiltProgram.run(command + ["--filter", "name:a !config:b"])
            #expect(result.status == 252)
            #expect(result.errors.contains("--filter: !config:b is about associations, and here projects are chosen."), "\(result.errors)")
        }
        let help = try await BuiltProgram.run(["associate", "--help"])
        #expect(help.output.contains("name:ledger") && !help.output.contains("config:"))
        #expect(help.output.contains("Only projects that match this filter."))
        #expect(!help.output.contains("--keep-coverage") && !help.output.contains("--allow-uncovered"))
        let named = try await BuiltProgram.run(["list", "--uncovered", "scan-0001"])
        #expect(named.status == 252 && named.errors.contains("so none can be named"))
        let missing = try await BuiltProgram.run(["associate", "--project", "x"])
        #expect(missing.status == 252 && missing.errors.contains("Specify --configuration"))
    }
}
