import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// `disassociate`, `runs`, `show`, `resume` and `undo` of the built program, held against what the simulator knows.
@Suite struct RunCommandTests {
    private func document(_ result: ProgramResult) throws -> PrintedRun {
        try PrintedRun(result.output)
    }

    @Test func theReportIsTheTruthAndUndoRestoresIt() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let before = await simulator.state().associations
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "payments-nightly", "--yes", "--allow-uncovered", "--output", "json"],
            environment: simulator.environment,
            home: home)
        #expect(run.status == 1)
        let report = try document(run)
        let after = await simulator.state().associations
        #expect(Set(report.successfulAssociations) == before.subtracting(after))
        let failed = report.failedAssociations.map { Association(scanConfigurationArn: $0.scanConfigurationArn, resource: $0.resource) }
        #expect(after.isSuperset(of: failed))
        #expect(report.failedAssociations.contains { $0.statusCode == .accessDenied && $0.statusMessage != nil })
        #expect(report.unresolvedAssociations.isEmpty && report.notSentAssociations.isEmpty)

        let undo = try await BuiltProgram.run(["undo", report.runId, "--yes"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(!undo.errors.contains("associated already"))
        #expect(await simulator.state().associations == before)
        let again = try await BuiltProgram.run(["undo", report.runId, "--dry-run"], environment: simulator.environment, home: home)
        #expect((again.output + again.errors).contains("already exist (payments-nightly); nothing is sent for them."))
        let runs = try await BuiltProgram.run(["runs", "--output", "csv"], environment: simulator.environment, home: home)
        #expect(runs.output.split(separator: "\r\n").count == 3)
        await simulator.stop()
    }

    /// What is longer than the terminal is wide would stay on it for good, a line for each second.
    @Test func progressKeepsToItsLine() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        await simulator.setFaults(try FaultPlan(parsing: ["lag-listings=6"]))
        let arguments = "disassociate --configuration payments-nightly --yes --allow-uncovered --verify-for 60"
        let terminal = try await TmuxTerminal(
            columns: 75, environment: simulator.environment, home: try TemporaryFolder(),
            command: "'\(BuiltProgram.path)' \(arguments) >/dev/null")
        func waiting(_ screen: [String]) -> [String] { screen.filter { $0.contains("not confirmed yet") } }
        let first = waiting(try await terminal.wait("the first line") { !waiting($0).isEmpty })
        let later = try await terminal.wait("another second") { ![[], first].contains(waiting($0)) }
        #expect(waiting(later).count == 1 && waiting(later)[0].hasSuffix("…"), "\(later)")
        try await terminal.close()
        await simulator.stop()
    }

    /// The only journal, to which a run that sends anything adds before it does.
    private func journal(_ home: TemporaryFolder) throws -> Data {
        try Data(contentsOf: journalFile(home))
    }

    private func journalFile(_ home: TemporaryFolder) throws -> URL {
        let folder = home.file(".local/state/scanconfig/runs")
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".jsonl") })
        return folder.appendingPathComponent(file)
    }

    /// Runs a command and kills it when one of its calls is answered and another is under way, which is lost.
    private func kill(_ command: [String], _ simulator: Simulator, home: TemporaryFolder) async throws {
        simulator.hold(.changes, after: 1)
        let isTime: @Sendable () async -> Bool = { await simulator.calls().count { $0.operation.hasPrefix("Batch") } > 1 }
        let status = try await BuiltProgram.run(command, environment: simulator.environment, home: home, killedWhen: isTime)
        #expect(status == SIGKILL)
        simulator.dropHeld(.changes)
        simulator.release(.changes)
    }

    /// Puts an escape sequence into the time at which the only run began; without checksums, as in version 1, nobody notices.
    private func forgeTime(_ home: TemporaryFolder) throws {
        let file = try journalFile(home)
        let text = try String(contentsOf: file, encoding: .utf8).replacing(/,"checksum":"[0-9a-f]+"/, with: "")
            .replacing(#""version":2"#, with: #""version":1"#)
        try text.replacing(#""at":""#, with: #""at":"\u001b[31m"#, maxReplacements: 1).write(to: file, atomically: false, encoding: .utf8)
    }

    @Test func whatIsLeftOfARunIsShownAndAnnounced() async throws {
        let simulator = try await Simulator.start(.willing(projects: 60))
        let home = try TemporaryFolder()
        let all = ["disassociate", "--configuration", "scan-0001", "--configuration", "scan-0002", "--yes", "--allow-uncovered"]
        try await kill(all, simulator, home: home)
        let journal = try journal(home)
        let left = try await BuiltProgram.run(["resume", "--dry-run"], environment: simulator.environment, home: home)
        #expect(left.status == 0, "\(left.errors)")
        #expect(left.errors.contains("Dry run: nothing was sent."))
        #expect(left.output.contains("Plan     disassociate"))
        #expect(try self.journal(home) == journal)
        try forgeTime(home)
        let resumed = try await BuiltProgram.run(["resume"], environment: simulator.environment, home: home)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.errors.contains("Resuming run ") && resumed.errors.contains("region us-east-1"))
        #expect(resumed.errors.contains("begun \u{FFFD}[31m2") && !resumed.errors.contains("\u{1B}"), "\(resumed.errors)")
        #expect(await simulator.state().associations.isEmpty)
        await simulator.stop()
    }

    @Test func aWrongClockIsCorrectedAndTold() async throws {
        var options = SimulatorOptions()
        options.faults = try FaultPlan(parsing: ["clock=900"])
        let simulator = try await Simulator.start(options)
        let list = try await BuiltProgram.run(["list"], environment: simulator.environment, home: TemporaryFolder())
        #expect(list.status == 0)
        #expect(list.errors.contains("about 15 min behind the service's"))
        await simulator.stop()
    }

    @Test func aClockAheadOfTheCredentialsEndIsCorrectedAndTold() async throws {
        var options = SimulatorOptions()
        options.faults = try FaultPlan(parsing: ["clock=-18000"])
        let simulator = try await Simulator.start(options)
        let variables = simulator.environment.merging(
            ["AWS_CREDENTIAL_EXPIRATION": Date(timeIntervalSinceNow: -14_400).formatted(.iso8601)]
        ) { $1 }
        let list = try await BuiltProgram.run(["list"], environment: variables, home: TemporaryFolder())
        #expect(list.status == 0, "\(list.errors)")
        #expect(list.errors.contains("about 300 min ahead of the service's"))
        await simulator.stop()
    }

    @Test func credentialsThatHaveEndedAreNamedOnceTheServiceHasSaidSo() async throws {
        var options = SimulatorOptions()
        options.faults = try FaultPlan(parsing: ["expire-after=0"])
        let simulator = try await Simulator.start(options)
        let variables = simulator.environment.merging(
            ["AWS_CREDENTIAL_EXPIRATION": Date(timeIntervalSinceNow: -60).formatted(.iso8601)]
        ) { $1 }
        let list = try await BuiltProgram.run(["list"], environment: variables, home: TemporaryFolder())
        #expect(list.status == 253)
        #expect(list.errors.contains("The credentials from environment have expired."), "\(list.errors)")
        await simulator.stop()
    }

    @Test func aPlanThatNamesItsAccountIsNotTakenBySessionsThatDoNotKnowTheirs() async throws {
        var options = SimulatorOptions.willing(projects: 3)
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        let one = ["disassociate", "--configuration", "scan-0001"]
        let plan = try await BuiltProgram.run(one + ["--dry-run", "--output", "json"], environment: simulator.environment, home: home)
        #expect(plan.status == 0, "\(plan.errors)")
        let path = try home.write("plan.json", plan.output)
        options.faults = try FaultPlan(parsing: ["deny:GetCallerIdentity", "deny:ListCodeSecurityScanConfigurations"])
        await simulator.setFaults(options.faults)
        let refused = try await BuiltProgram.run(
            ["disassociate", "--from", path, "--yes", "--allow-uncovered"], environment: simulator.environment, home: home)
        #expect(refused.status == 252, "\(refused.errors)")
        #expect(refused.errors.contains("for account 123456789012, and this session's account is not known"))
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await simulator.stop()
    }

    @Test func aRunOfAnotherAccountIsNotResumedWhenSTSCannotBeAsked() async throws {
        var options = SimulatorOptions.willing(projects: 60)
        options.accountId = "999999999999"
        let theirs = try await Simulator.start(options)
        let home = try TemporaryFolder()
        try await kill(["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered"], theirs, home: home)
        await theirs.stop()
        options.accountId = "123456789012"
        options.faults = try FaultPlan(parsing: ["deny:GetCallerIdentity"])
        let ours = try await Simulator.start(options)
        let bare = try await BuiltProgram.run(["resume"], environment: ours.environment, home: home)
        #expect(bare.status == 0)
        #expect(bare.errors.contains("1 run of other accounts or regions: name the one you mean."), "\(bare.errors)")
        let resumed = try await BuiltProgram.run(["resume", "2"], environment: ours.environment, home: home)
        #expect(resumed.status == 252)
        #expect(resumed.errors.contains("for account 999999999999, and this session's account is 123456789012"))
        #expect(await ours.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await ours.stop()
    }

    @Test func aDryRunSendsNothingAndItsPlanIsTakenBack() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let plan = try await BuiltProgram.run(
            ["disassociate", "--configuration", "mobile", "--dry-run", "--output", "json"], environment: simulator.environment, home: home)
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        let path = try home.write("plan.json", plan.output)
        let elsewhere = plan.output.replacingOccurrences(of: "\"us-east-1\"", with: "\"eu-west-1\"")
        let wrong = try home.write("elsewhere.json", elsewhere)
        let refused = try await BuiltProgram.run(
            ["disassociate", "--from", wrong, "--yes", "--allow-uncovered"], environment: simulator.environment, home: home)
        #expect(refused.status == 252)
        #expect(refused.errors.contains("eu-west-1"))
        let applied = try await BuiltProgram.run(
            ["disassociate", "--from", path, "--yes", "--allow-uncovered", "--output", "json"], environment: simulator.environment,
            home: home)
        #expect(try document(applied).successfulAssociations.count + document(applied).failedAssociations.count == 64)
        await simulator.stop()
    }

    @Test func badInputNamesItsLineAndSendsNothing() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let path = try home.write("ids.txt", "project-00000000-0000-4000-8000-000000000001\nnonsense\n")
        let result = try await BuiltProgram.run(
            ["disassociate", "--configuration", "mobile", "--from", path, "--yes", "--allow-uncovered"], environment: simulator.environment,
            home: home)
        #expect(result.status == 252)
        #expect(result.errors.contains("ids.txt, line 2"))
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await simulator.stop()
    }

    @Test func aFileThatNamesItsConfigurationsTakesNoConfiguration() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let targets = await simulator.state().associations.prefix(2)
        let rows = targets.map { "\($0.scanConfigurationArn),\($0.resource.projectId ?? "")\n" }.joined()
        let path = try home.write("targets.csv", "scanConfigurationArn,projectId\n\(rows)")
        let result = try await BuiltProgram.run(
            ["disassociate", "--configuration", "mobile", "--from", path, "--yes", "--allow-uncovered"], environment: simulator.environment,
            home: home)
        #expect(result.status == 252)
        #expect(result.errors.contains("omit --configuration"))
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await simulator.stop()
    }

    @Test func whatAFileSaysCannotCommandTheTerminal() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let path = try home.write("plan.json", #"{"region":"\u001b[31mx","disassociateConfigurationRequests":[]}"#)
        let inputs = [["--from", path], ["--configuration", "\u{1B}[31mx"], ["--project", "\u{1B}[31mx"], ["--output", "\u{1B}[31mx"]]
        for input in inputs {
            let result = try await BuiltProgram.run(
                ["disassociate", "--dry-run"] + input, environment: simulator.environment, home: home)
            #expect(result.status == 252)
            #expect(result.errors.contains("\u{FFFD}[31mx") && !result.errors.contains("\u{1B}"), "\(result.errors.debugDescription)")
            #expect(result.errors.hasSuffix("\n"))
        }
        await simulator.stop()
    }

    @Test func withoutATerminalAndWithoutYesNothingIsSent() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let result = try await BuiltProgram.run(
            ["disassociate", "--configuration", "mobile"], environment: simulator.environment)
        #expect(result.status == 252)
        #expect(result.errors.contains("--yes"))
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await simulator.stop()
    }

    @Test func aReportThatCannotBeWrittenIsStillToBeHad() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let script = "'\(BuiltProgram.path)' disassociate --configuration mobile --yes --allow-uncovered >/dev/full"
        let environment = BuiltProgram.isolated(simulator.environment, home: home)
        let result = try await Program.run("/bin/sh", ["-c", script], environment: environment)
        #expect(result.status == 255)
        let run = try #require(result.errors.firstMatch(of: /scanconfig show (\S+) reports it/)?.1)
        let shown = try await BuiltProgram.run(["show", String(run)], home: home)
        #expect(shown.status == 0 && shown.output.contains("disassociated"))
        await simulator.stop()
    }

    @Test func withoutAJournalNothingIsSent() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        var broken = simulator.environment
        broken["XDG_STATE_HOME"] = "/proc/nowhere"
        let result = try await BuiltProgram.run(
            ["disassociate", "--configuration", "mobile", "--yes", "--allow-uncovered"], environment: broken)
        #expect(result.status == 255)
        #expect(result.errors.contains("Nothing is sent without a journal"))
        #expect(await simulator.calls().allSatisfy { !$0.operation.hasPrefix("Batch") })
        await simulator.stop()
    }
}
