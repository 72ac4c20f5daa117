import Foundation
import InspectorCore
import Testing

/// The README's filters are the table's.
@Suite struct ReadmeFiltersTests {
    @Test func theTableIsTheOneThatTheParserIsMadeFrom() throws {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "<!-- filters -->\n"))
        let end = try #require(text.range(of: "\n<!-- end of filters -->"))
        #expect(String(text[start.upperBound..<end.lowerBound]) == FilterReference.markdown)
    }
}
