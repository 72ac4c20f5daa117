import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Targets that are already as a run would make them, and results as input, with the built program.
@Suite struct NothingToDoTests {
    private func document(_ result: ProgramResult) throws -> PrintedRun {
        try PrintedRun(result.output)
    }

    private func table(_ associations: some Sequence<Association>) -> String {
        "scanConfigurationArn,projectId\n" + associations.map { "\($0.scanConfigurationArn),\($0.resource.projectId ?? "")\n" }.joined()
    }

    private func calls(_ simulator: Simulator, _ prefix: String) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix(prefix) }
    }

    @Test func whatIsNotAssociatedIsNotSentNorUndone() async throws {
        let simulator = try await Simulator.start(.willing(projects: 40))
        let home = try TemporaryFolder()
        let before = await simulator.state().associations
        let path = try home.write("all.csv", table(before))
        let some = try home.write("some.csv", table(before.prefix(10)))
        let first = try await BuiltProgram.run(
            ["disassociate", "--from", some, "--yes", "--allow-uncovered", "--output", "json"], environment: simulator.environment,
            home: home)
        #expect(first.status == 0, "\(first.errors)")
        #expect(try document(first).notAssociated == [])
        let plan = try await BuiltProgram.run(
            ["disassociate", "--from", path, "--dry-run", "--output", "json"], environment: simulator.environment, home: home)
        #expect(plan.output.contains("\"notAssociated\"") && plan.output.contains("do not exist now"))
        let rest = try await BuiltProgram.run(
            ["disassociate", "--from", path, "--yes", "--allow-uncovered", "--output", "json"], environment: simulator.environment,
            home: home)
        #expect(rest.status == 0, "\(rest.errors)")
        let report = try document(rest)
        #expect(report.successfulAssociations.count == before.count - 10 && report.notAssociated?.count == 10)
        let undo = try await BuiltProgram.run(
            ["undo", report.runId, "--yes", "--output", "json"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(await simulator.state().associations == before.subtracting(Set(try document(first).successfulAssociations)))
        await simulator.stop()
    }

    @Test(arguments: ["json", "csv", "table"]) func whenNothingIsThereNothingIsSentAndThatIsNoFailure(format: String) async throws {
        let simulator = try await Simulator.start(.willing(projects: 30))
        let home = try TemporaryFolder()
        let path = try home.write("some.csv", table(await simulator.state().associations.prefix(12)))
        let arguments = ["disassociate", "--from", path, "--yes", "--allow-uncovered", "--output", format]
        _ = try await BuiltProgram.run(arguments, environment: simulator.environment, home: home)
        let sent = await calls(simulator, "Batch")
        let again = try await BuiltProgram.run(arguments, environment: simulator.environment, home: home)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.errors.contains("There is nothing to do, so nothing was sent."))
        #expect(again.errors.contains("of 12 associations do not exist now"))
        #expect(await calls(simulator, "Batch") == sent)
        switch format {
        case "json":
            let report = try document(again)
            #expect(report.notAssociated?.count == 12 && report.successfulAssociations.isEmpty && report.runId.isEmpty)
        case "csv": #expect(again.output.split(separator: "\r\n").count { $0.contains(",notAssociated,,,disassociate,") } == 12)
        default: #expect(again.output.split(separator: "\n").count { $0.contains("  not associated") } == 12)
        }
        let runs = try await BuiltProgram.run(["runs", "--output", "csv"], home: home)
        #expect(runs.output.split(separator: "\r\n").count == 2)
        await simulator.stop()
    }

    @Test func whatIsNamedAndNotAssociatedLeavesNothingToDo() async throws {
        let simulator = try await Simulator.start(.willing(projects: 30))
        let home = try TemporaryFolder()
        let state = await simulator.state()
        let name = try #require(state.projects.map(\.name).sorted().first)
        func disassociate(_ arguments: String...) async throws -> ProgramResult {
            try await BuiltProgram.run(
                ["disassociate", "--yes", "--allow-uncovered", "--output", "json"] + arguments, environment: simulator.environment,
                home: home)
        }
        #expect(try await disassociate("--configuration", "scan-0001").status == 0)
        #expect(try await disassociate("--project", name).status == 0, "elsewhere")
        let sent = await calls(simulator, "Batch")
        for arguments in [["--configuration", "scan-0001"], ["--project", name]] {
            let again = try await BuiltProgram.run(
                ["disassociate", "--yes", "--allow-uncovered", "--output", "json"] + arguments, environment: simulator.environment,
                home: home)
            #expect(again.status == 0, "\(arguments) \(again.errors)")
            #expect(again.errors.contains("None of the associations that were named exists. There is nothing to do"), "\(again.errors)")
            #expect(try document(again).notAssociated == [])
        }
        let both = try await disassociate("--configuration", "scan-0001", "--project", name)
        #expect(both.status == 0 && both.errors.contains("There is nothing to do"), "\(both.errors)")
        #expect(try document(both).notAssociated?.count == 1)
        let unknown = try await disassociate("--project", "acme/no-such-project")
        #expect(unknown.status == 252 && unknown.errors.contains("There is no project 'acme/no-such-project'"), "\(unknown.errors)")
        #expect(await calls(simulator, "Batch") == sent)
        let empty = try await disassociate("--from", "/dev/null")
        #expect(empty.status == 252 && empty.errors.contains("/dev/null: it is empty"))
        await simulator.stop()
    }

    @Test func absenceNeedsASecondListing() async throws {
        let simulator = try await Simulator.start(.willing(projects: 30))
        let home = try TemporaryFolder()
        let state = await simulator.state()
        let arn = try #require(state.configurations.first).scanConfigurationArn
        let gone = Association(scanConfigurationArn: arn, resource: .projectId("project-00000000-0000-4000-8000-000000000000"))
        let path = try home.write("gone.csv", table([gone]))
        let result = try await BuiltProgram.run(
            ["disassociate", "--from", path, "--dry-run"], environment: simulator.environment, home: home)
        #expect(result.status == 0 && result.output.contains("Nothing is sent for:"), "\(result.errors)")
        #expect(await calls(simulator, "ListCodeSecurityScanConfigurationAssociations") == 3)
        await simulator.stop()
    }

    @Test func aSecondUndoHasNothingToDo() async throws {
        let simulator = try await Simulator.start(.willing(projects: 30))
        let home = try TemporaryFolder()
        let before = await simulator.state().associations
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered", "--output", "json"],
            environment: simulator.environment, home: home)
        let undo = ["undo", try document(run).runId, "--yes", "--output", "json"]
        #expect(try document(try await BuiltProgram.run(undo, environment: simulator.environment, home: home)).alreadyAssociated == [])
        #expect(await simulator.state().associations == before)
        let sent = await calls(simulator, "Batch")
        let again = try await BuiltProgram.run(undo, environment: simulator.environment, home: home)
        #expect(again.status == 0 && again.errors.contains("already exist (scan-0001); nothing is sent for them."))
        #expect(try document(again).alreadyAssociated?.count == 30)
        #expect(await calls(simulator, "Batch") == sent)
        await simulator.stop()
    }

    @Test func resultsOfAnUndoAreRefusedAndOnesOwnFailuresAreTaken() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "payments-nightly", "--yes", "--allow-uncovered", "--output", "csv"],
            environment: simulator.environment,
            home: home)
        #expect(run.status == 1)
        let failed = run.output.split(separator: "\r\n").count { $0.contains(",failed,") }
        let results = try home.write("results.csv", run.output)
        let retry = try await BuiltProgram.run(
            ["disassociate", "--from", results, "--dry-run"], environment: simulator.environment, home: home)
        #expect(retry.status == 0 && retry.output.contains("Plan     disassociate \(failed) association"), "\(retry.errors)")
        #expect(retry.output.contains("of the results need nothing any more and are left out; \(failed) "))
        let undo = try await BuiltProgram.run(["undo", "2", "--yes", "--output", "csv"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        let undone = try home.write("undone.csv", undo.output)
        let sent = await calls(simulator, "Batch")
        let refused = try await BuiltProgram.run(
            ["disassociate", "--from", undone, "--yes", "--allow-uncovered"], environment: simulator.environment, home: home)
        #expect(refused.status == 252 && refused.errors.contains("these are results of an associate run"))
        #expect(await calls(simulator, "Batch") == sent)
        await simulator.stop()
    }

    @Test func aNameIsRefusedWhenNamesCannotBeListed() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let name = try #require(await simulator.state().projects.map(\.name).sorted().first)
        await simulator.setFaults(try FaultPlan(parsing: ["deny:ListCoverage"]))
        let result = try await BuiltProgram.run(
            ["disassociate", "--project", name, "--yes", "--allow-uncovered"], environment: simulator.environment)
        #expect(result.status == 254)
        #expect(result.errors.contains("The project '\(name)' cannot be found by its name, because not all names could be listed"))
        #expect(result.errors.contains("inspector2:ListCoverage"))
        #expect(await calls(simulator, "Batch") == 0)
        await simulator.stop()
    }

    @Test func aChosenNumberOfAttemptsEndsAThrottledListing() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        await simulator.setFaults(try FaultPlan(parsing: ["throttle=1"]))
        var chosen = simulator.environment
        chosen["AWS_MAX_ATTEMPTS"] = "2"
        let result = try await BuiltProgram.run(["list"], environment: chosen)
        #expect(result.status == 254 && result.errors.contains("ThrottlingException"))
        #expect(await calls(simulator, "ListCodeSecurityScanConfigurations") == 2)
        await simulator.stop()
    }
}
