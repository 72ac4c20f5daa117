import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Help says of filters what their table says.
@Suite struct FilterHelpTests {
    @Test(arguments: [60, 80, 300]) func everyWayToWriteATermIsInHelp(columns: Int) {
        var app = Fixture.listed(columns: columns, rows: 300)
        app.press(keys: .character("?"))
        if columns == 300 { app.press(keys: .character("?")) }
        let words = app.words
        for row in FilterReference.rows() {
            for example in row.examples { #expect(app.lines.contains { $0.hasPrefix("  \(example)") }, "\(example)") }
            if columns == 300 { #expect(words.contains(row.meaning), "\(row.meaning)") }
        }
        if columns < 120 { #expect(words.contains(FilterReference.rule)) }
    }
}
