import Foundation
import InspectorSimulator
import TestSupport
import Testing

@testable import scanconfig

/// Misspelt commands, options and names are told their nearest neighbours, and never all there is.
@Suite struct MistakeTests {
    @Test(arguments: [
        (["lst"], "There is no command \"lst\". Did you mean list? scanconfig --help lists the commands."),
        (["runs", "exprt"], "There is no command \"exprt\". Did you mean export? scanconfig runs --help lists the commands."),
        (
            ["disassociate", "--confguration", "x"],
            "There is no option \"--confguration\". Did you mean --configuration? scanconfig disassociate --help lists the options."
        ),
        (["--red-only"], "There is no option \"--red-only\". Did you mean --read-only? scanconfig --help lists the options."),
        (["list", "--output", "cvs"], "--output does not take \"cvs\". Did you mean csv? Choose from table, json and csv."),
        (
            ["show", "x", "--output=htm"],
            "--output does not take \"htm\". Did you mean html? Choose from table, json, csv, markdown and html."
        ),
        (["list", "--color", "nevr"], "--color does not take \"nevr\". Choose from on, off and auto."),
        (["help", "lst"], "There is no command \"lst\". Did you mean list? scanconfig --help lists the commands."),
        (["help", "runs", "exprt"], "There is no command \"exprt\". Did you mean export? scanconfig runs --help lists the commands."),
        (["runs", "2026"], "There is no command \"2026\". scanconfig show 2026 shows a run. scanconfig runs --help lists the commands."),
        (
            ["--profile", "ops", "list", "--output", "csv"],
            "list is a command, and options stand behind it: scanconfig list --profile ops --output csv"
        ),
        (["list", "--qqq=1"], "There is no option \"--qqq\". scanconfig list --help lists the options."),
    ]) func theNearestIsNamed(words: [String], sentence: String) async throws {
        #expect(CommandLineMistake(words)?.sentence == sentence)
        let result = try await BuiltProgram.run(words)
        #expect(result.status == 252 && result.errors == "scanconfig: \(sentence)\n", "\(result.errors)")
    }

    @Test(arguments: [
        [], ["list", "mobile"], ["--demo"], ["runs", "export", "a", "b"], ["disassociate", "--from", "-"], ["help", "list"],
        ["list", "--", "--x"],
        ["list", "--output=csv", "--help"], ["--profile", "list"], ["help", "runs", "export"], ["list", "--output", "json"],
        ["--generate-completion-script", "bash"],
    ]) func whatIsKnownIsNoMistake(words: [String]) {
        #expect(CommandLineMistake(words) == nil)
    }

    @Test(arguments: [
        (["disassociate", "--from", ""], "--from is empty."), (["disassociate", "--configuration", " "], "--configuration is empty."),
        (["disassociate", "--project", ""], "--project is empty."), (["list", ""], "The name of a configuration is empty."),
        (["list", "--configuration", ""], "--configuration is empty."), (["retry", "x", "--failed", ""], "--failed is empty."),
        (["runs", "export", "x", ""], "The name of the file is empty."), (["list", "--profile", ""], "--profile is empty."),
        (["list", "--log-file", ""], "--log-file is empty."), (["list", "--ca-bundle", ""], "--ca-bundle is empty."),
        (["list", "--filter", ""], "--filter is empty."), (["runs", "--state-dir", ""], "--state-dir is empty."),
        (["list", "--endpoint-url", ""], "--endpoint-url is empty."), (["list", "--region", ""], "--region is empty."),
    ]) func whatIsEmptyIsNamed(words: [String], sentence: String) async throws {
        let result = try await BuiltProgram.run(words)
        #expect(
            result.status == 252 && result.errors.hasPrefix("scanconfig: \(sentence) Give it a value, or omit it.\n"), "\(result.errors)")
    }

    @Test func aRunIsToldItsNearest() async throws {
        try await withSimulator(SimulatorOptions(seed: 7, configurations: 2, projects: 5)) { simulator in
            let home = try TemporaryFolder()
            let run = ["disassociate", "--filter", "in>1", "--yes", "--allow-uncovered", "--verify-for", "0"]
            let done = try await BuiltProgram.run(run, environment: simulator.environment, home: home)
            let id = try #require(
                try await BuiltProgram.run(["runs", "--output", "csv"], home: home).output.split(separator: "\r\n").last?.split(
                    separator: ","
                ).first, "\(done.errors)")
            let shown = try await BuiltProgram.run(["show", "x" + id.dropFirst()], home: home)
            #expect(shown.status == 252 && shown.errors.contains("Did you mean \(id)?"), "\(shown.errors)")
        }
    }

    @Test func namesOfConfigurationsAndProjects() async throws {
        try await withSimulator(SimulatorOptions(seed: 7, configurations: 200, projects: 400)) { simulator in
            let home = try TemporaryFolder()
            func errors(_ words: [String]) async throws -> String {
                try await BuiltProgram.run(words, environment: simulator.environment, home: home).errors
            }
            let unknown = try await errors(["list", "zzz"])
            #expect(unknown.contains("No configuration is named 'zzz'. There are: ") && unknown.count < 250, "\(unknown)")
            #expect(unknown.contains("scanconfig list shows all."))
            let near = try await errors(["list", "scan-00001"])
            #expect(near.contains("Did you mean") && near.count < 250, "\(near)")
        }
    }

    @Test func examplesComeFirstAndOptionsOfEveryCommandLast() async throws {
        let help = try await BuiltProgram.run(["list", "--help"]).output
        let places = ["Examples:", "USAGE:", "OPTIONS:", "CONNECTION AND SESSION OPTIONS:", "--profile <name>"].map {
            help.range(of: $0)?.lowerBound
        }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(help)")
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 80 } && lines.suffix(2).map(\.isEmpty) == [false, true], "\(help)")
    }

    @Test func tablesForSpreadsheetsBeginWithTheirMark() async throws {
        try await withSimulator(SimulatorOptions(seed: 7, configurations: 2, projects: 5)) { simulator in
            let home = try TemporaryFolder()
            let list = try await BuiltProgram.run(["list", "--output", "csv", "--bom"], environment: simulator.environment, home: home)
            #expect(list.output.hasPrefix("\u{FEFF}scanConfigurationArn,"))
            let path = try home.write("list.csv", list.output)
            let plan = try await BuiltProgram.run(
                ["disassociate", "--from", path, "--dry-run"], environment: simulator.environment, home: home)
            #expect(plan.status == 0, "\(plan.errors)")
            let refused = try await BuiltProgram.run(["list", "--bom"], environment: simulator.environment, home: home)
            #expect(refused.status == 252 && refused.errors.contains("--bom needs --output csv."))
            let dry = try await BuiltProgram.run(
                ["disassociate", "--from", path, "--dry-run", "--output", "csv", "--bom"], environment: simulator.environment, home: home)
            #expect(dry.output.hasPrefix("\u{FEFF}scanConfigurationArn,"), "\(dry.errors)")
            let sent = try await BuiltProgram.run(
                ["disassociate", "--from", path, "--yes", "--allow-uncovered", "--output", "csv", "--bom", "--verify-for", "0"],
                environment: simulator.environment, home: home)
            #expect(sent.output.hasPrefix("\u{FEFF}scanConfigurationArn,"), "\(sent.errors)")
            let nothing = try await BuiltProgram.run(
                ["disassociate", "--from", path, "--yes", "--output", "csv", "--bom"], environment: simulator.environment, home: home)
            #expect(nothing.output.hasPrefix("\u{FEFF}scanConfigurationArn,"), "\(nothing.errors)")
        }
    }
}

/// Every command that writes a table takes the mark, and only with one.
@Suite struct MarkBeforeTablesTests {
    @Test(arguments: [
        ["list"], ["disassociate", "--project", "x"], ["runs"], ["show", "x"], ["verify", "x"], ["watch", "x"], ["resume"], ["retry", "x"],
        ["undo"],
    ]) func theMarkNeedsATable(words: [String]) async throws {
        for output in [[], ["--output", "json"]] {
            let result = try await BuiltProgram.run(words + ["--bom"] + output)
            #expect(
                result.status == 252 && result.errors.hasPrefix("scanconfig: --bom needs --output csv.\n"), "\(words): \(result.errors)")
        }
        let taken = try await BuiltProgram.run(words + ["--bom", "--output", "csv", "--qqq"])
        #expect(taken.errors.contains("There is no option \"--qqq\"."), "\(words): \(taken.errors)")
    }
}

private func withSimulator(_ options: SimulatorOptions, _ body: (Simulator) async throws -> Void) async throws {
    let simulator = try await Simulator.start(options)
    do { try await body(simulator) } catch {
        await simulator.stop()
        throw error
    }
    await simulator.stop()
}
