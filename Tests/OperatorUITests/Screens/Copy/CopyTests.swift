import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What c copies.
@Suite struct CopyTests {
    private func opened(_ keys: Key...) -> App {
        var app = Fixture.listed()
        app.press(keys: .down, .enter)
        for key in keys { app.press(keys: key) }
        app.press(keys: .character("c"))
        return app
    }

    @Test func ofAnAssociationThereIsTheIdTheNameAndTheARN() {
        var app = opened()
        #expect(app.lines.contains { $0.contains("i    project ID") && $0.contains(Fixture.project(2).projectId ?? "?") })
        #expect(app.lines.contains { $0.contains("n    name") && $0.contains("acme/ledger") })
        #expect(!app.words.contains("marked project IDs"))
        #expect(app.press(keys: .character("n")) == [.copy("acme/ledger")])
        #expect(app.projects != nil, "the menu is closed")
        #expect(app.press(keys: .character("c"), .character("a")) == [.copy(Fixture.nightly.scanConfigurationArn)])
        #expect(app.press(keys: .character("c"), .character("c")) == [.copy(Fixture.project(2).projectId ?? "")])
    }

    @Test func marksAreCopiedTogether() {
        var app = opened(.character("a"))
        #expect(app.words.contains("marked project IDs of 3 associations"))
        let ids = [1, 2, 3].compactMap { Fixture.project($0).projectId }
        #expect(app.press(keys: .character("m")) == [.copy(ids.joined(separator: "\n"))])
        #expect(app.notice?.text.hasPrefix("Copied 3 IDs") == true)
    }

    @Test func whatTheClipboardDoesNotTakeIsOfferedAsAFile() {
        var app = Fixture.listed()
        let many = (10..<3_000).map(Fixture.project)
        let arn = Fixture.empty.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .enter, .character("a"), .enter, .character("c"))
        #expect(app.press(keys: .character("m")).isEmpty)
        #expect(app.prompt?.text == "ids.csv")
        app.press(keys: .control("u"))
        app.type("ids.json")
        guard case .export(let export)? = app.press(keys: .enter).first else {
            Issue.record("\(app.lines)")
            return
        }
        #expect(export.count == 2_994)
    }

    @Test func escapeCopiesNothing() {
        var app = opened()
        #expect(app.press(keys: .escape).isEmpty)
        #expect(app.projects != nil)
    }
}
