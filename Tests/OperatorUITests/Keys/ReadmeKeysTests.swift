import Foundation
import Testing

@testable import OperatorUI

/// The keys in the README are those of the key table; names of variables stand there too.
@Suite struct ReadmeKeysTests {
    @Test func everyKeyIsInTheReadme() throws {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "\n## Keys\n"))
        let keys = text[start.upperBound...].prefix(while: { $0 != "#" })
        let named = Set(keys.matches(of: /`([^`]+)`/).map { String($0.1) })
        let bound = Set(KeyTable.bindings.flatMap { $0.name.split(separator: " ").map(String.init) })
        #expect(named.filter { !$0.hasPrefix("$") } == bound)
    }
}
