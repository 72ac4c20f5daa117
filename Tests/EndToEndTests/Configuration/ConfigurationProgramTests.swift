import Foundation
import Glibc
import TestSupport
import Testing

/// The built program with a configuration file.
@Suite(.timeLimit(.minutes(2))) struct ConfigurationProgramTests {
    private static let wrong = "{\n  // mine\n  keys: { plan: 'y' },\n}\n"

    private func home(_ text: String?) throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        if let text { try home.write(".config/scanconfig/config.json5", text) }
        return home
    }

    @Test(arguments: [
        [], ["--demo"], ["ui"], ["config"], ["disassociate", "--project", "x", "--yes"], ["undo"], ["resume"], ["verify", "2026"],
    ])
    func aWrongFileIsRefusedByEveryCommandThatReadsIt(arguments: [String]) async throws {
        let simulated = [
            "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
        ]
        let result = try await BuiltProgram.run(arguments, environment: simulated, home: home(Self.wrong))
        #expect(result.status == 253, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(
            result.errors.contains(
                "scanconfig: The configuration file ~/.config/scanconfig/config.json5 is invalid: line 3, keys.plan: y always means send."))
        #expect(result.errors.contains("--no-config ignores the file."))
    }

    @Test func itIsIgnoredOnDemand() async throws {
        let result = try await BuiltProgram.run(["--demo", "--no-config"], home: home(Self.wrong))
        #expect(result.status == 252 && !result.errors.contains("configuration file"), "\(result.errors)")
        let text = try await BuiltProgram.run(["config", "--no-config"], home: home(Self.wrong))
        #expect(text.status == 0 && text.output.hasPrefix("// The defaults of scanconfig."))
    }

    @Test func commandsThatReadNothingOfItDoNotMind() async throws {
        #expect(try await BuiltProgram.run(["runs"], home: home(Self.wrong)).status == 0)
        #expect(try await BuiltProgram.run(["--help"], home: home(Self.wrong)).status == 0)
    }

    @Test func whatIsPrintedIsAFileThatSaysTheSame() async throws {
        let folder = try home("{verifyFor: 7, keys: {plan: 'D'}}")
        let first = try await BuiltProgram.run(["config"], home: folder)
        #expect(first.status == 0 && first.output.hasPrefix("// Every setting, with the values of ~/.config/scanconfig/config.json5.\n"))
        #expect(first.output.contains("\n    verifyFor: 7,\n") && first.output.contains("\n        plan: [\"D\"],"))
        try folder.write(".config/scanconfig/config.json5", first.output)
        #expect(try await BuiltProgram.run(["config"], home: folder).output == first.output)
    }

    @Test func allMistakesAreNamed() async throws {
        let result = try await BuiltProgram.run(["config"], home: home("{\n verifyFor: -1,\n colours: {},\n keys: { quit: [] } }"))
        #expect(result.status == 253)
        #expect(
            result.errors == """
                scanconfig: The configuration file ~/.config/scanconfig/config.json5 has 3 mistakes:
                  line 2, verifyFor: 0 to 86,400 seconds are possible, as a whole number.
                  line 3: There is no member "colours". Did you mean colors?
                  line 4, keys.quit: It needs a key.
                --no-config ignores the file.

                """)
    }

    @Test func onlyAFileIsRead() async throws {
        let folder = try home(nil)
        try #require(mkfifo(folder.file("pipe").path, 0o600) == 0)
        try folder.write("large", String(repeating: " ", count: 1 << 20) + " ")
        try Data([0x7B, 0xFF, 0x7D]).write(to: folder.file("bytes"))
        for (name, words) in [
            ("~/pipe", "it is a pipe or a device"), ("/dev/zero", "it is a pipe or a device"), ("~", "it is a directory"),
            ("~/large", "it is larger than 1 MiB"), ("~/bytes", "it is not UTF-8 text"), ("~/nowhere", "there is no such file"),
        ] {
            let result = try await BuiltProgram.run(["config"], environment: ["SCANCONFIG_CONFIG": name], home: folder)
            #expect(result.status == 253 && result.errors.contains(words), "\(name): \(result.errors)")
        }
        let null = try await BuiltProgram.run(["config"], environment: ["SCANCONFIG_CONFIG": "/dev/null"], home: folder)
        #expect(null.status == 0, "\(null.errors)")
    }
}

/// The configuration in a terminal.
@Suite(.serialized) struct ConfigurationJourneys {
    private func write(_ text: String) -> String {
        "mkdir -p .config/scanconfig && echo '\(text)' > .config/scanconfig/config.json5 && "
    }

    @Test func aKeyThatIsBoundAnewWorksAndIsShown() async throws {
        let script = write("{ keys: { plan: \"D\", help: \"F1\" } }") + "\(BuiltProgram.path) --demo"
        try await Journey.travel(rows: 60, script: script) { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "payments-nightly")
            try await terminal.press("a")
            try await terminal.wait("hints with the new keys") { $0.hold("D disassociate") && $0.hold("f1 help") }
            try await terminal.press("d")
            try await terminal.wait(for: "No command is on this key: F1 lists the keys.")
            try await terminal.press("F1")
            try await terminal.wait("help with the new keys") { screen in screen.contains { $0.hasPrefix("  D  ") } }
            try await terminal.press("Escape", "D")
            try await terminal.wait(for: "and Enter to send")
        }
    }

    @Test func coloursAreThoseOfTheFileUnlessColoursAreOff() async throws {
        let configuration = write("{ colors: { key: \"bright-red dim\" } }")
        for (options, color) in [("", true), ("--color off", false), ("--no-config", nil)] as [(String, Bool?)] {
            try await Journey.travel(script: configuration + "TERM=tmux-256color \(BuiltProgram.path) --demo \(options)") { journey in
                try await journey.terminal.wait(for: "payments-nightly")
                let screen = try await journey.terminal.styledScreen()
                #expect(screen.contains(/\x1b\[([0-9;]*;)?2[;m]/) == (color != nil), "\(options)")
                #expect(screen.contains(/\x1b\[[0-9;]*91m/) == (color == true), "\(options)")
            }
        }
    }
}
