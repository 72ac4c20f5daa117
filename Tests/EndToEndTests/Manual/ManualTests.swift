import ArgumentParser
import Foundation
import OperatorUI
import TestSupport
import Testing

@testable import scanconfig

/// The manual page: whole, and without anything that a formatter complains about.
@Suite struct ManualTests {
    private static let isInCI = ProcessInfo.processInfo.environment["CI"] != nil

    private func manual() async throws -> String {
        let result = try await BuiltProgram.run(["manual"])
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// The page as a reader sees it, without emphasis and line breaks.
    private func read(_ page: String, with formatter: [String]) async throws -> String {
        let result = try await Program.run(
            "/usr/bin/env", formatter, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"], input: page)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty, "\(result.errors)")
        let plain = result.output.replacing(/.\u{8}|\e\[[0-9;]*m/, with: "")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: [["groff", "-man", "-ww", "-Tutf8"], ["mandoc", "-man", "-Tutf8"]])
    func holdsEveryCommandOptionAndKey(formatter: [String]) async throws {
        guard Self.isInCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/\(formatter[0])") else { return }
        let page = try await read(try await manual(), with: formatter)
        let help = try await BuiltProgram.run(["--help"]).output
        let commands = help.matches(of: /^[ ]{2}([a-z]+)( \(default\))?[ ]{2}/.anchorsMatchLineEndings()).map { String($0.output.1) }
        #expect(Set(commands).isSuperset(of: ["ui", "list", "disassociate", "runs", "show", "resume", "undo", "simulate", "manual"]))
        for command in commands {
            #expect(page.contains("scanconfig \(command)"), "\(command)")
            for option in try await BuiltProgram.run([command, "--help"]).output.matches(of: /--[a-z][a-z-]+/) {
                #expect(page.contains(option.output), "\(option.output) of \(command)")
            }
        }
        #expect(page.contains("scanconfig runs export [options] <run> <file>"))
        for binding in KeyTable.bindings { #expect(page.contains("\(binding.name) \(binding.help)"), "\(binding.name)") }
        for title in ["SYNOPSIS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"] { #expect(page.contains(title)) }
        for status in [0, 1, 130, 252, 253, 254, 255] { #expect(page.firstRange(of: "\(status) ") != nil) }
    }

    @Test func noFormatterComplains() async throws {
        guard Self.isInCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") else { return }
        let result = try await Program.run(
            "/usr/bin/mandoc", ["-Tlint", "-Wwarning"], environment: ["PATH": "/usr/bin:/bin"], input: try await manual())
        #expect(result.output + result.errors == "")
    }

    @Test func everyExampleIsOneThatTheProgramTakes() async throws {
        let commands = ["", "ui", "list", "disassociate", "runs", "runs export", "show", "resume", "undo", "simulate", "manual"]
        var count = 0
        for command in commands {
            let help = try await BuiltProgram.run(command.split(separator: " ").map(String.init) + ["--help"]).output
            for example in help.matches(of: /^[ ]{2}scanconfig ([^|>]+?)([ ]{2}.*|[|>].*)?$/.anchorsMatchLineEndings()) {
                let words = example.output.1.split(separator: " ").map(String.init)
                if words[0] == "--generate-completion-script" { continue }
                #expect(throws: Never.self, "\(example.output.0)") { try Scanconfig.parseAsRoot(words) }
                count += 1
            }
        }
        #expect(count > 20)
    }

    @Test func isASCII() async throws {
        #expect(try await manual().utf8.allSatisfy { $0 == UInt8(ascii: "\n") || (0x20...0x7E).contains($0) })
    }
}
