import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Projects that are moved to another scan configuration, with the built program.
@Suite struct MoveCommandTests {
    /// Three configurations, each with four projects of its own.
    private func options(projectLimit: Int = 100, sharing: Int = 1) -> SimulatorOptions {
        var options = SimulatorOptions(configurations: 3 * sharing, projects: 4)
        (options.sharing, options.projectLimit) = (sharing, projectLimit)
        return options
    }

    private func arn(_ simulator: Simulator, _ place: Int) async -> String {
        await simulator.state().configurations[place].scanConfigurationArn
    }

    /// Which batch calls had an effect: + for those that associate.
    private func effects(_ simulator: Simulator) async -> String {
        await simulator.calls().filter { !$0.applied.isEmpty }.map { $0.operation.hasPrefix("BatchA") ? "+" : "-" }.joined()
    }

    @Test func projectsMoveInTwoStagesAndAnUndoGoesBackTheOtherWayRound() async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let before = await simulator.state().associations
        let move = ["move", "--to", "scan-0002", "--configuration", "scan-0001", "--yes", "--output", "json"]
        let result = try await BuiltProgram.run(move, environment: simulator.environment, home: home)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("scanconfig: Associating 4 first.\nscanconfig: Disassociating 4.\n"), "\(result.errors)")
        let report = try PrintedRun(result.output)
        #expect(report.successes.map(\.change) == Array(repeating: "associate", count: 4) + Array(repeating: "disassociate", count: 4))
        #expect(report.notAssociated == [] && report.alreadyAssociated == [])
        let (first, second) = (await arn(simulator, 0), await arn(simulator, 1))
        let state = await simulator.state()
        #expect(state.associations(of: first).isEmpty && state.associations(of: second).count == 8)
        let undo = try await BuiltProgram.run(["undo", "--yes"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(undo.output.contains("4 associated, 4 disassociated."))
        #expect(await simulator.state().associations == before)
        #expect(await effects(simulator) == "+-+-")
        await simulator.stop()
    }

    @Test func whatCannotBeCoveredStaysAndIsRetriedWhenThereIsRoom() async throws {
        let (simulator, home) = (try await Simulator.start(options(projectLimit: 6)), try TemporaryFolder())
        let move = ["move", "--to", "scan-0002", "--configuration", "scan-0001", "--yes", "--output", "json"]
        let result = try await BuiltProgram.run(move, environment: simulator.environment, home: home)
        #expect(
            result.status == 1 && result.errors.contains("Disassociating 2; 2 stay, because their projects are not covered for certain."))
        #expect(!result.errors.contains("Resume it"), "a resume could not associate them either")
        let advice =
            "2 associations were held back, because their projects could not be associated first. Once that is settled, scanconfig retry"
        #expect(result.errors.contains(advice), "\(result.errors)")
        let runs = try await BuiltProgram.run(["runs"], environment: simulator.environment, home: home)
        #expect(runs.output.contains(#/ move +4 +2 +0 /#) && runs.output.contains("\n  held back by that: 2\n"), "\(runs.output)")
        let resume = try await BuiltProgram.run(["resume", "2"], environment: simulator.environment, home: home)
        #expect(
            resume.status == 0 && resume.errors.contains("has nothing left to do: ") && resume.errors.contains(advice), "\(resume.errors)")
        let report = try PrintedRun(result.output)
        #expect(report.failedAssociations.map(\.statusCode) == [.quotaExceeded, .quotaExceeded])
        #expect(report.notSentAssociations.map(\.resource) == report.failedAssociations.map(\.resource))
        #expect(report.notSentAssociations[0].reason?.contains("QUOTA_EXCEEDED: A scan configuration can have at most 6") == true)
        let own = await simulator.state().associations(of: await arn(simulator, 1)).prefix(2)
        await simulator.otherOperator(disassociates: Array(own))
        let retry = ["retry", report.runId, "--failed", "QUOTA_EXCEEDED", "--yes"]
        let again = try await BuiltProgram.run(retry, environment: simulator.environment, home: home)
        #expect(again.status == 0 && again.output.contains("2 associated, 2 disassociated."), "\(again.errors)\(again.output)")
        let first = await arn(simulator, 0)
        #expect(await simulator.state().associations(of: first).isEmpty)
        await simulator.stop()
    }

    @Test func aProjectInFourConfigurationsIsNamedInThePlan() async throws {
        let simulator = try await Simulator.start(options(sharing: 4))
        let plan = ["move", "--to", "scan-0005", "--configuration", "scan-0001", "--dry-run"]
        let result = try await BuiltProgram.run(plan, environment: simulator.environment)
        #expect(result.status == 0)
        #expect(result.output.contains("! 4 projects are in 4 scan configurations, the most there can be"), "\(result.output)")
        #expect(result.output.contains("CHANGE        TO") && result.output.contains("disassociate  scan-0005"))
        await simulator.stop()
    }

    @Test(arguments: ["json", "csv"]) func onePersonPlansAMoveAndAnotherSendsIt(format: String) async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let command = ["move", "--to", "scan-0003", "--project", "*", "--configuration", "scan-0001", "--dry-run", "--output", format]
        let planned = try await BuiltProgram.run(command, environment: simulator.environment, home: home)
        let path = try home.write("plan", planned.output)
        for other in [["disassociate"], ["associate"]] {
            let refused = try await BuiltProgram.run(other + ["--from", path, "--dry-run"], environment: simulator.environment, home: home)
            #expect(refused.status == 252 && refused.errors.contains(" of a move run, and only those of "), "\(refused.errors)")
        }
        let both = try await BuiltProgram.run(
            ["move", "--to", "scan-0002", "--from", path, "--dry-run"], environment: simulator.environment, home: home)
        #expect(both.status == 252 && both.errors.contains("says itself where its projects move: omit --to."), "\(both.errors)")
        #expect(await effects(simulator).isEmpty)
        let sent = try await BuiltProgram.run(["move", "--from", path, "--yes"], environment: simulator.environment, home: home)
        #expect(sent.status == 0 && sent.output.contains("4 associated, 4 disassociated."), "\(sent.errors)")
        let third = await arn(simulator, 2)
        #expect(await simulator.state().associations(of: third).count == 8)
        #expect(await effects(simulator) == "+-")
        await simulator.stop()
    }

    @Test func onlyWhatWouldBeUncoveredIsCovered() async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let (second, third) = (await arn(simulator, 1), await arn(simulator, 2))
        let kept = await simulator.state().associations(of: await arn(simulator, 0)).prefix(3).map(\.resource)
        await simulator.otherOperator(associates: kept.map { Association(scanConfigurationArn: third, resource: $0) })
        let command = ["disassociate", "--configuration", "scan-0001", "--cover-with", "scan-0002", "--yes"]
        let result = try await BuiltProgram.run(command, environment: simulator.environment, home: home)
        #expect(result.status == 0 && result.output.contains("1 associated, 4 disassociated."), "\(result.errors)\(result.output)")
        #expect(await simulator.state().associations(of: second).count == 5)
        let covered = ["disassociate", "--configuration", "scan-0003", "--in-more-than", "1", "--cover-with", "scan-0002", "--dry-run"]
        let none = try await BuiltProgram.run(covered, environment: simulator.environment, home: home)
        #expect(none.status == 252 && none.errors.contains("No project there is in more than 1"), "\(none.errors)")
        await simulator.stop()
    }

    @Test func aPlanWhoseCoversWereTakenOutIsRefused() async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let command = ["move", "--to", "scan-0003", "--configuration", "scan-0001", "--dry-run", "--output", "csv"]
        let planned = try await BuiltProgram.run(command, environment: simulator.environment, home: home)
        let rows = planned.output.split(separator: "\r\n")
        let cover = try #require(rows.firstIndex { $0.contains(",associate") })
        let path = try home.write("plan", (rows[..<cover] + rows[(cover + 1)...]).map { $0 + "\r\n" }.joined())
        let refused = try await BuiltProgram.run(["move", "--from", path, "--yes"], environment: simulator.environment, home: home)
        #expect(
            refused.status == 252 && refused.errors.contains("the plan associates nothing first for 1 project that would lose"),
            "\(refused.errors)")
        let allowed = try await BuiltProgram.run(
            ["move", "--from", path, "--yes", "--allow-uncovered"], environment: simulator.environment, home: home)
        #expect(allowed.status == 252 && allowed.errors.contains("There is no option \"--allow-uncovered\""), "\(allowed.errors)")
        #expect(await effects(simulator).isEmpty)
        let kept = try await BuiltProgram.run(
            ["move", "--from", path, "--yes", "--keep-coverage"], environment: simulator.environment, home: home)
        #expect(kept.status == 0 && kept.output.contains("3 associated, 3 disassociated."), "\(kept.errors)")
        await simulator.stop()
    }

    @Test func aConfigurationCannotCoverWhatLeavesIt() async throws {
        let simulator = try await Simulator.start(options())
        let command = ["disassociate", "--configuration", "scan-0001", "--cover-with", "scan-0001", "--yes"]
        let result = try await BuiltProgram.run(command, environment: simulator.environment)
        #expect(
            result.status == 252
                && result.errors.contains("The configuration that is to cover the projects is the one they leave"))
        let more = try await BuiltProgram.run(
            command.dropLast() + ["--configuration", "scan-0002", "--dry-run"], environment: simulator.environment)
        #expect(
            more.output.contains("! 4 associations with scan-0001 stay: it is to cover their projects."), "\(more.output)\(more.errors)")
        #expect(await effects(simulator).isEmpty)
        await simulator.stop()
    }

    @Test func progressSaysBothStagesAndTheVerificationBetween() async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let move = ["move", "--to", "scan-0002", "--configuration", "scan-0001", "--yes", "--progress", "plain"]
        let result = try await BuiltProgram.run(move, environment: simulator.environment, home: home)
        let said = [
            "scanconfig: Associating 4 first.", "Verifying what was associated, before anything is disassociated.",
            "scanconfig: Disassociating 4.", "Verifying what was disassociated, and that its projects are still covered.",
        ]
        let lines = result.errors.split(separator: "\n").map(String.init)
        #expect(lines.suffix(said.count) == said[...], "\(result.errors)")
        #expect(!result.errors.contains("Sending"))
        let run = try await BuiltProgram.run(["verify", "2", "--progress", "plain"], environment: simulator.environment, home: home)
        #expect(run.status == 0 && !run.errors.contains("Verifying 0"), "\(run.errors)")
        await simulator.stop()
    }

    @Test func adviceForWhatIsMissing() async throws {
        let (simulator, home) = (try await Simulator.start(options()), try TemporaryFolder())
        let ids = try home.write("ids", await simulator.state().projectIds(of: await arn(simulator, 0)).joined(separator: "\n"))
        let cases = [
            (["--configuration", "scan-0001"], "Specify --to"), (["--from", ids, "--configuration", "scan-0001"], "add --to."),
            (["--to", "scan-*", "--configuration", "scan-0001"], "'scan-*' is a pattern, and one configuration is meant here"),
            (["--to", "*-0002", "--configuration", "scan-0001"], "'*-0002' is a pattern, and one configuration is meant here"),
            (["--to", "scan-0001", "--configuration", "scan-0001"], "is the one they leave"),
            (["--to", "scan-0001"], "Specify --configuration"),
        ]
        for (options, words) in cases {
            let result = try await BuiltProgram.run(["move"] + options + ["--dry-run"], environment: simulator.environment, home: home)
            #expect(result.status == 252 && result.errors.contains(words), "\(options): \(result.errors)")
        }
        await simulator.stop()
    }
}
