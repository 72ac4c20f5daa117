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
        (["list", "--qqq=1"], "There is no option \"--qqq\". scanconfig list --help lists the options."),
    ]) func theNearestIsNamed(words: [String], sentence: String) async throws {
        #expect(CommandLineMistake(words)?.sentence == sentence)
        let result = try await BuiltProgram.run(words)
        #expect(result.status == 252 && result.errors == "scanconfig: \(sentence)\n", "\(result.errors)")
    }

    @Test(arguments: [
        [], ["list", "mobile"], ["--demo"], ["runs", "export", "a", "b"], ["disassociate", "--from", "-"], ["help", "list"],
        ["list", "--", "--x"],
        ["list", "--output=csv", "--help"], ["--generate-completion-script", "bash"],
    ]) func whatIsKnownIsNoMistake(words: [String]) {
        #expect(CommandLineMistake(words) == nil)
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
        let places = ["Examples:", "USAGE:", "OPTIONS:", "CONNECTION AND SESSION OPTIONS:", "--profile"].map {
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
        }
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
