import Foundation
import Testing

@testable import OperatorUI

/// The README's keys are the key table's.
@Suite struct ReadmeKeysTests {
    @Test func everyKeyIsInTheReadme() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "\n## Keys\n"))
        let keys = text[start.upperBound...].prefix(while: { $0 != "#" })
        let named = Set(keys.matches(of: /`([^`]+)`/).map { String($0.1) })
        for name in KeyTable.bindings.flatMap({ $0.name.split(separator: " ") }) { #expect(named.contains(String(name)), "\(name)") }
        #expect(named.subtracting([".csv", ".json", "!word"]).count == Set(KeyTable.bindings.flatMap { $0.name.split(separator: " ") }).count)
    }
}
