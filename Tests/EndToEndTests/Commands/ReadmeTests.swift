import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// What the README says is so.
@Suite struct ReadmeTests {
    private static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    private static let text = (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

    /// The lines of the code block behind a remark.
    private static func block(_ remark: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "<!-- \(remark) -->") else { return [] }
        return Array(lines[(start + 2)...].prefix { $0 != "```" })
    }

    @Test func everyCommandWorks() async throws {
        let commands = Self.block("tested commands")
        #expect(commands.count > 10)
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: home.file("scanconfig").path, withDestinationPath: BuiltProgram.path)
        var environment = BuiltProgram.isolated(simulator.environment, home: home)
        environment["PATH"] = "\(home.path):/usr/bin:/bin"
        let steps = commands.map { "\($0)\n[ $? -le 1 ] || { echo \"status $? of: \"'\($0.replacing("'", with: "?"))' >&2; exit 1; }" }
        let script = try home.write("commands.sh", "cd \"$HOME\"\nset -o pipefail\n\(steps.joined(separator: "\n"))\n")
        let result = try await Program.run("/bin/bash", [script], environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        let calls = await simulator.calls().filter { $0.operation.hasPrefix("Batch") }
        #expect(calls.contains { $0.operation == "BatchDisassociateCodeSecurityScanConfiguration" })
        #expect(calls.contains { $0.operation == "BatchAssociateCodeSecurityScanConfiguration" })
        await simulator.stop()
    }

    @Test func everyPictureIsThere() {
        let pictures = Self.text.matches(of: /\]\((screenshots\/[^)]*)\)/).map { String($0.1) }
        #expect(pictures.count > 10)
        for picture in pictures {
            #expect(FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(picture).path), "\(picture)")
        }
    }
}
