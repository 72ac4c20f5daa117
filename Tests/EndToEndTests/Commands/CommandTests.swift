import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// The built program without a terminal: what it prints, and how it ends.
@Suite struct CommandTests {
    @Test func listPrintsEveryAssociationOfTheSimulator() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let result = try await BuiltProgram.run(["list", "--output", "json"], environment: simulator.environment)
        #expect(result.status == 0, "\(result.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(document["account"] as? String == simulator.options.accountId)
        #expect(document["region"] as? String == simulator.options.region)
        let configurations = try #require(document["configurations"] as? [[String: Any]])
        let counts = configurations.compactMap { ($0["associations"] as? [Any])?.count }
        let truth = await simulator.state()
        #expect(counts.reduce(0, +) == truth.associations.count)
        await simulator.stop()
    }

    @Test func noCredentialsEndsWith253AndSaysWhatWasTried() async throws {
        let result = try await BuiltProgram.run(["list", "--region", "us-east-1"])
        #expect(result.status == 253)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("AWS_ACCESS_KEY_ID"))
        #expect(result.errors.contains("aws configure"))
    }

    @Test func noRegionEndsWith253AndNamesAllFourPlaces() async throws {
        let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret"]
        let result = try await BuiltProgram.run(["list"], environment: keys)
        #expect(result.status == 253)
        for place in ["--region", "AWS_REGION", "AWS_DEFAULT_REGION", "profile"] { #expect(result.errors.contains(place)) }
    }

    @Test func anUnknownProfileEndsWith253() async throws {
        let result = try await BuiltProgram.run(["list", "--profile", "nobody"])
        #expect(result.status == 253)
        #expect(result.errors.contains("nobody"))
    }

    @Test func anUnreachableEndpointEndsWith255AndNamesIt() async throws {
        let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_MAX_ATTEMPTS": "1"]
        let result = try await BuiltProgram.run(
            ["list", "--region", "us-east-1", "--endpoint-url", "http://127.0.0.1:9"], environment: keys)
        #expect(result.status == 255)
        #expect(result.errors.contains("127.0.0.1:9"))
    }

    @Test func aRefusedSignatureEndsWith254() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        var wrong = simulator.environment
        wrong["AWS_SECRET_ACCESS_KEY"] = "not-the-secret"
        let result = try await BuiltProgram.run(["list"], environment: wrong)
        #expect(result.status == 254)
        #expect(result.errors.contains("InvalidSignatureException"))
        await simulator.stop()
    }

    @Test func anUnknownConfigurationEndsWith252AndNamesTheOnesThereAre() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let result = try await BuiltProgram.run(["list", "nothing-like-it"], environment: simulator.environment)
        #expect(result.status == 252)
        #expect(result.errors.contains("payments-nightly"))
        await simulator.stop()
    }

    @Test func anUnknownOptionEndsWith252() async throws {
        let result = try await BuiltProgram.run(["list", "--no-such-option"])
        #expect(result.status == 252)
        #expect(result.errors.contains("--no-such-option"))
    }

    @Test(
        arguments: [
            ([], "Specify --configuration, --project, --filter or --from."),
            (["--from", "in.csv", "--project", "acme/ledger"], "--from and --project cannot be combined."),
            (["--from", "-"], "add --yes or --dry-run"),
            (["--configuration", "mobile", "--verify-for", "86401"], "--verify-for takes 0 to 86,400 seconds, not 86401."),
            (["--configuration", "mobile", "--give-up-after", "0"], "--give-up-after takes 1 to 86,400 seconds, not 0."),
        ] as [([String], String)]) func whatCannotBeAskedForEndsWith252AndSaysWhy(arguments: [String], words: String) async throws
    {
        let result = try await BuiltProgram.run(["disassociate"] + arguments)
        #expect(result.status == 252)
        #expect(result.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(result.errors)")
    }

    @Test func listTakesTheOptionOfDisassociateToo() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let named = try await BuiltProgram.run(["list", "mobile", "--output", "csv"], environment: simulator.environment)
        let option = try await BuiltProgram.run(
            ["list", "--configuration", "mobile", "--output", "csv"], environment: simulator.environment)
        #expect(named.status == 0 && named.output.split(whereSeparator: \.isNewline).count > 10)
        #expect(option.output == named.output)
        await simulator.stop()
    }

    @Test func helpKeepsItsIndentation() async throws {
        let help = try await BuiltProgram.run(["simulate", "--help"]).output
        let lines = help.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 80 })
        let faults = lines.drop { !$0.hasPrefix("Faults for") }.dropFirst().prefix { !$0.hasPrefix("USAGE") }
        #expect(faults.count > 24 && faults.allSatisfy { $0.hasPrefix("  ") })
    }

    @Test(arguments: [["list"], ["disassociate", "--configuration", "mobile", "--yes", "--allow-uncovered"], ["--demo"]])
    func aLogFileThatCannotBeOpenedEndsWith252(command: [String]) async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let result = try await BuiltProgram.run(command + ["--log-file", "/nowhere/log"], environment: simulator.environment)
        #expect(result.status == 252)
        let sentence = "The log file /nowhere/log cannot be written: No such file or directory. Nothing was sent."
        #expect(result.errors == "scanconfig: \(sentence)\n")
        #expect(await simulator.calls().isEmpty)
        await simulator.stop()
    }

    @Test(arguments: ["list --output json", "manual", "runs", "--help"])
    func outputThatCannotBeWrittenEndsWith255(command: String) async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let environment = BuiltProgram.isolated(simulator.environment, home: try TemporaryFolder())
        let script = "'\(BuiltProgram.path)' \(command) >/dev/full"
        let result = try await Program.run("/bin/sh", ["-c", script], environment: environment)
        #expect(result.status == 255)
        #expect(result.errors == "scanconfig: Standard output cannot be written: No space left on device.\n")
        await simulator.stop()
    }

    @Test func aReaderThatGoesAwayIsNoError() async throws {
        let script = "{ '\(BuiltProgram.path)' manual; echo left with $? >&2; } | true"
        let environment = BuiltProgram.isolated([:], home: try TemporaryFolder())
        #expect(try await Program.run("/bin/sh", ["-c", script], environment: environment).errors == "left with 0\n")
    }

    @Test(arguments: [
        ("--port", "99999"), ("--port", "-1"), ("--configurations", "-1"), ("--configurations", "501"), ("--projects", "-1"),
        ("--projects", "9223372036854775807"), ("--sharing", "0"), ("--latency", "-1"), ("--latency", "9223372036854775807"),
        ("--rate", "0"), ("--rate", "-2"), ("--rate", "nan"), ("--accounts", "0"), ("--accounts", "10"), ("--sharing", "501"),
    ]) func whatCannotBeSimulatedEndsWith252AndNamesTheOption(option: String, value: String) async throws {
        let environment = BuiltProgram.isolated([:], home: try TemporaryFolder())
        let arguments = ["120", BuiltProgram.path, "simulate", "\(option)=\(value)"]
        let result = try await Program.run("/usr/bin/timeout", arguments, environment: environment)
        #expect(result.status == 252)
        #expect(result.errors.contains("scanconfig: \(option) takes "))
    }

    @Test func theUIWithoutATerminalPointsToTheCommands() async throws {
        let result = try await BuiltProgram.run(["--demo"])
        #expect(result.status == 252)
        #expect(result.errors.contains("scanconfig list"))
    }
}
