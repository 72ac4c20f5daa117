import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// The completion scripts: accepted by their shells, and useful in one of them.
@Suite struct CompletionTests {
    private static let isInCI = ProcessInfo.processInfo.environment["CI"] != nil

    @Test(arguments: ["bash", "zsh", "fish"]) func theShellAcceptsItsScript(shell: String) async throws {
        let result = try await BuiltProgram.run(["--generate-completion-script", shell])
        #expect(result.status == 0)
        #expect(result.output.contains("disassociate"))
        guard Self.isInCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else { return }
        let folder = try TemporaryFolder()
        let path = try folder.write("script", result.output)
        let checked = try await Program.run(
            "/usr/bin/env", [shell, "-n", path], environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path])
        #expect(checked.status == 0)
        #expect(checked.errors.isEmpty, "\(checked.errors)")
    }

    /// What bash offers for the last of the words.
    private func offers(_ words: [String], home: TemporaryFolder) async throws -> [String] {
        let script = try await BuiltProgram.run(["--generate-completion-script", "bash"]).output
        let path = try home.write("completions.bash", script)
        let all = [BuiltProgram.path] + words
        let code = """
            source \(path)
            COMP_WORDS=(\(all.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count)
            COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            _scanconfig '\(BuiltProgram.path)' "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try await Program.run("/bin/bash", ["-c", code], environment: BuiltProgram.isolated([:], home: home))
        return result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func bashOffersCommandsOptionsFormatsProfilesAndRuns() async throws {
        let home = try TemporaryFolder()
        try home.write(".aws/config", "[profile audit]\nregion = us-east-1\n[profile ops]\nregion = us-east-1\n")
        let simulator = try await Simulator.start(SimulatorOptions())
        let run = ["disassociate", "--configuration", "mobile", "--yes", "--allow-uncovered", "--output", "csv"]
        _ = try await BuiltProgram.run(run, environment: simulator.environment, home: home)
        await simulator.stop()
        #expect(try await Set(offers([""], home: home)).isSuperset(of: ["list", "disassociate", "undo", "manual"]))
        #expect(try await offers(["disassociate", "--dr"], home: home) == ["--dry-run"])
        #expect(try await offers(["list", "--output", ""], home: home) == ["table", "json", "csv"])
        #expect(try await offers(["list", "--profile", ""], home: home) == ["audit", "ops"])
        #expect(try await offers(["list", "--profile", "o"], home: home) == ["ops"])
        let names = try await offers(["list", ""], home: home)
        #expect(names.contains("mobile") && names.contains("payments-nightly"), "\(names)")
        #expect(try await offers(["disassociate", "--configuration", "mob"], home: home) == ["mobile"])
        let runs = try await offers(["show", ""], home: home).filter { !$0.hasPrefix("-") }
        #expect(runs.count == 1)
        #expect(try await BuiltProgram.run(["show", runs[0]], home: home).output.contains("mobile"))
        #expect(try await offers(["runs", "export", ""], home: home).contains(runs[0]))
        let elsewhere = home.file(".local/state/scanconfig").path
        let away = try TemporaryFolder()
        #expect(try await offers(["show", ""], home: away).filter { !$0.hasPrefix("-") } == [])
        #expect(try await offers(["show", "--state-dir", elsewhere, ""], home: away).contains(runs[0]))
    }
}
