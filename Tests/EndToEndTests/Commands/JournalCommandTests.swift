import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Journals that are damaged, empty names, runs that were undone, copies, and other places for journals.
@Suite struct JournalCommandTests {
    private func journals(_ home: TemporaryFolder) throws -> [URL] {
        let folder = home.file(".local/state/scanconfig/runs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return names.filter { $0.hasSuffix(".jsonl") }.map { folder.appendingPathComponent($0) }
    }

    /// A run over a configuration that is done, and its id.
    private func done(_ simulator: Simulator, _ home: TemporaryFolder, _ arguments: String...) async throws -> String {
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered", "--output", "json"] + arguments,
            environment: simulator.environment,
            home: home)
        #expect(run.status == 0, "\(run.errors)")
        return try PrintedRun(run.output).runId
    }

    private func batchCalls(_ simulator: Simulator) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix("Batch") }
    }

    /// A run that was killed once the first answers were in its journal.
    private func killed(_ simulator: Simulator, _ home: TemporaryFolder) async throws -> String {
        let isAnswered: @Sendable () async -> Bool = {
            guard let file = try? journals(home).first, let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
            return text.contains(#""event":"answered""#)
        }
        simulator.hold(.changes, after: 1)
        _ = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered"], environment: simulator.environment, home: home,
            killedWhen: isAnswered)
        simulator.dropHeld(.changes)
        simulator.release(.changes)
        return try #require(try journals(home).last).deletingPathExtension().lastPathComponent
    }

    @Test func aDamagedJournalIsShownAndNotBuiltOn() async throws {
        let simulator = try await Simulator.start(.willing(projects: 60))
        let home = try TemporaryFolder()
        let associated = await simulator.state().associations
        let run = try await done(simulator, home)
        let file = try journals(home)[0]
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        lines.swapAt(2, 3)
        try lines.joined(separator: "\n").write(to: file, atomically: false, encoding: .utf8)
        let before = try Data(contentsOf: file)
        let sent = await batchCalls(simulator)
        let show = try await BuiltProgram.run(["show", run, "--output", "json"], home: home)
        #expect(show.status == 255)
        let document = try PrintedRun(show.output)
        #expect(document.remarks.contains { $0.contains("lines 3, 5") && $0.contains("scanconfig verify \(run)") }, "\(document.remarks)")
        #expect(document.successfulAssociations.count + document.unresolvedAssociations.count == 60)
        for command in ["resume", "undo"] {
            for name in [[run], []] where command == "undo" || !name.isEmpty {
                let result = try await BuiltProgram.run([command, "--yes"] + name, environment: simulator.environment, home: home)
                #expect(result.status == 255)
                #expect(result.errors.contains("lines 3, 5 cannot be trusted"), "\(result.errors)")
            }
        }
        let runs = try await BuiltProgram.run(["runs"], home: home)
        #expect(runs.output.contains("damaged: lines 3, 5"))
        #expect(runs.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(runs.output)")
        #expect(await batchCalls(simulator) == sent)
        #expect(try Data(contentsOf: file) == before)
        let verified = try await BuiltProgram.run(["verify", run], environment: simulator.environment, home: home)
        #expect(verified.status == 0, "\(verified.errors)")
        let found = try await BuiltProgram.run(["show", run], home: home)
        #expect(found.status == 0 && found.output.contains("everything was listed again since"))
        let undo = try await BuiltProgram.run(["undo", run, "--yes"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(await simulator.state().associations == associated)
        await simulator.stop()
    }

    @Test(arguments: ["show", "resume", "undo"]) func anEmptyNameIsNoRun(_ command: String) async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let home = try TemporaryFolder()
        _ = try await done(simulator, home)
        let sent = await batchCalls(simulator)
        let yes = command == "show" ? [] : ["--yes"]
        let result = try await BuiltProgram.run([command, ""] + yes, environment: simulator.environment, home: home)
        #expect(result.status == 252)
        #expect(result.errors.contains("The name of the run is empty"))
        #expect(await batchCalls(simulator) == sent)
        await simulator.stop()
    }

    @Test func resumeWithNothingLeftSaysSoInALine() async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let home = try TemporaryFolder()
        let none = try await BuiltProgram.run(["resume"], environment: simulator.environment, home: home)
        #expect(none.status == 0 && none.output.isEmpty)
        #expect(none.errors.contains("No run of this account and region has anything left to do"))
        let run = try await done(simulator, home)
        for name in [[], [run]] {
            let result = try await BuiltProgram.run(["resume"] + name, environment: simulator.environment, home: home)
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("left to do"), "\(result.errors)")
        }
        await simulator.stop()
    }

    @Test func bareUndoTakesTheNewestRunOnceAndResumeAsks() async throws {
        let simulator = try await Simulator.start(.willing(projects: 1_000))
        let home = try TemporaryFolder()
        let before = await simulator.state().associations
        let run = try await killed(simulator, home)
        let stopped = try await BuiltProgram.run(["resume", "--dry-run"], environment: simulator.environment, home: home)
        #expect(stopped.status == 0, "\(stopped.errors)")
        let undo = try await BuiltProgram.run(["undo", "--yes"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(undo.errors.contains("Undoing run \(run)"))
        #expect(await simulator.state().associations.count > before.count - 1_000)
        let show = try await BuiltProgram.run(["show", run], home: home)
        #expect(show.output.contains("! Undone by run "))
        let again = try await BuiltProgram.run(["undo", "--yes"], environment: simulator.environment, home: home)
        #expect(again.status == 252)
        #expect(again.errors.contains("was undone already"))
        let dry = try await BuiltProgram.run(["resume", "--dry-run"], environment: simulator.environment, home: home)
        #expect(dry.status == 0 && dry.errors.contains("Run \(run) was undone by run "), "\(dry.errors)")
        let dryUndo = try await BuiltProgram.run(["undo", run, "--dry-run"], environment: simulator.environment, home: home)
        #expect(dryUndo.errors.contains("It was undone before, by run "), "\(dryUndo.errors)")
        let table = try await BuiltProgram.run(["runs"], home: home)
        #expect(table.output.contains("undone by ") && table.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(table.output)")
        let sent = await batchCalls(simulator)
        let refused = try await BuiltProgram.run(["resume"], environment: simulator.environment, home: home)
        #expect(refused.status == 252)
        #expect(refused.errors.contains("Run \(run) was undone by run ") && refused.errors.contains("Give --yes"))
        #expect(await batchCalls(simulator) == sent)
        let resumed = try await BuiltProgram.run(["resume", "--yes", "--output", "json"], environment: simulator.environment, home: home)
        #expect(resumed.status == 0, "\(resumed.errors)")
        let report = try PrintedRun(resumed.output)
        #expect(report.successfulAssociations.count == 1_000 && report.remarks.isEmpty)
        await simulator.stop()
    }

    @Test func aRunInProgressIsNeitherUndoneNorResumed() async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let home = try TemporaryFolder()
        let run = try await done(simulator, home)
        let sent = await batchCalls(simulator)
        let (journal, _) = try await JournalStore(folder: home.file(".local/state/scanconfig/runs").path).resume(run)
        for command in [["undo", run, "--yes"], ["undo", run, "--dry-run"], ["resume", run]] {
            let result = try await BuiltProgram.run(command, environment: simulator.environment, home: home)
            #expect(result.status == 255, "\(command)")
            #expect(result.errors.contains("Another process is working on this run"), "\(result.errors)")
        }
        let bare = try await BuiltProgram.run(["undo", "--yes"], environment: simulator.environment, home: home)
        #expect(bare.status == 252 && bare.errors.contains("running elsewhere"))
        #expect(try await BuiltProgram.run(["runs"], home: home).output.contains("running elsewhere"))
        await journal.close()
        #expect(await batchCalls(simulator) == sent)
        await simulator.stop()
    }

    @Test func journalsLeaveTheMachineAndAreUsedElsewhere() async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let (home, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
        let before = await simulator.state().associations
        let run = try await done(simulator, home)
        try FileManager.default.createDirectory(atPath: elsewhere.path + "/state/runs", withIntermediateDirectories: true)
        let copy = elsewhere.path + "/state/runs/\(run).jsonl"
        let export = try await BuiltProgram.run(["runs", "export", run, copy], home: home)
        #expect(export.status == 0, "\(export.errors)")
        #expect(export.output.contains("Copied the journal of run \(run)") && export.output.contains("its last checksum is "))
        let twice = try await BuiltProgram.run(["runs", "export", run, copy], home: home)
        #expect(twice.status == 252 && twice.errors.contains("it exists already"))
        try FileManager.default.removeItem(at: journals(home)[0])
        let undo = try await BuiltProgram.run(
            ["undo", run, "--yes", "--state-dir", elsewhere.path + "/state"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(await simulator.state().associations == before)
        var variables = simulator.environment
        variables["SCANCONFIG_STATE_DIR"] = elsewhere.path + "/state"
        let runs = try await BuiltProgram.run(["runs"], environment: variables, home: home)
        #expect(runs.output.contains(run) && runs.output.contains("undone by "))
        #expect(try journals(home).isEmpty)
        await simulator.stop()
    }

    @Test func theWayOnNamesTheStateFolderToo() async throws {
        var options = SimulatorOptions.willing(projects: 20)
        options.faults = try FaultPlan(parsing: ["deny:BatchDisassociateCodeSecurityScanConfiguration"])
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        let folder = home.path + "/it's"
        let command = ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered"]
        let run = try await BuiltProgram.run(command + ["--state-dir", folder], environment: simulator.environment, home: home)
        let hint = try #require(run.errors.firstMatch(of: /Resume it with scanconfig (resume .*)\./)?.1, "\(run.errors)")
        await simulator.setFaults(FaultPlan())
        let variables = BuiltProgram.isolated(simulator.environment, home: home)
        let resumed = try await Program.run("/bin/sh", ["-c", "'\(BuiltProgram.path)' \(hint)"], environment: variables)
        #expect(resumed.status == 0, "\(resumed.errors)")
        await simulator.stop()
    }

    @Test func whatJournalsTakeOnTheDiskIsTold() async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let home = try TemporaryFolder()
        let none = try await BuiltProgram.run(["runs", "--disk"], home: home)
        #expect(none.output == "No run yet.\n")
        let run = try await done(simulator, home)
        let size = try Data(contentsOf: journals(home)[0]).count
        let csv = try await BuiltProgram.run(["runs", "--disk", "--output", "csv"], home: home)
        #expect(csv.output.contains("\(run),") && csv.output.contains(",complete,\(size)\r\n"))
        let table = try await BuiltProgram.run(["runs", "--disk"], home: home)
        #expect(table.output.contains("1 journal in \(home.path)/.local/state/scanconfig/runs: \(size / 1_000)."))
        #expect(table.output.contains("Nothing deletes them"))
        #expect(csv.output.contains("RUN,STARTED,") && table.output.contains(" BEGAN (UTC) "))
        let json = try await BuiltProgram.run(["runs", "--output", "json"], home: home)
        #expect(json.output.contains("\"bytes\" : \(size)"))
        #expect(json.output.contains("\"integrity\" : \"checked\""))
        await simulator.stop()
    }

    @Test func aStateFolderWithoutANameOrNotInUTF8IsRefused() async throws {
        let home = try TemporaryFolder()
        let empty = try await BuiltProgram.run(["runs", "--state-dir", ""], home: home)
        #expect(empty.status == 252)
        let script = "'\(BuiltProgram.path)' runs --state-dir \"$(printf '/tmp/\\377')\""
        let option = try await Program.run("/bin/bash", ["-c", script], environment: BuiltProgram.isolated([:], home: home))
        #expect(option.status == 253)
        let variable = "XDG_STATE_HOME=\"$(printf '\(home.path)/\\377')\" '\(BuiltProgram.path)' runs"
        let environment = try await Program.run("/bin/bash", ["-c", variable], environment: BuiltProgram.isolated([:], home: home))
        #expect(environment.status == 253)
        #expect(environment.errors.contains("XDG_STATE_HOME names is not UTF-8"), "\(environment.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
    }
}
