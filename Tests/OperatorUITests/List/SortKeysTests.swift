import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// S with a letter, < and >.
@Suite struct SortKeysTests {
    private func all(columns: Int = 119) -> App {
        var app = Covered.listed(columns: columns)
        app.press(keys: .enter)
        return app
    }

    @Test func aLetterSortsByItsColumn() {
        var app = all()
        app.press(keys: .character("S"))
        #expect(app.lines[22].hasPrefix(" Sort by:"))
        #expect(app.lines[23].contains("p PROJECT") && app.lines[23].contains("l LAST SCAN"))
        app.press(keys: .character("l"))
        #expect(app.prompt == nil && app.projects?.list.order == SortOrder(.lastScan))
        #expect(app.names.map { $0.suffix(4) } == ["cart", "edge", "docs", "ling", "ling", "/api", "/api", "ront"])
        app.press(keys: .character("S"), .escape)
        #expect(app.prompt == nil && app.projects?.list.order == SortOrder(.lastScan))
    }

    @Test func aHiddenColumnIsShownWhenItSorts() {
        var app = all(columns: 60)
        #expect(!app.lines[1].contains("LAST SCAN") && app.lines[1].contains("  SCAN"))
        app.press(keys: .character("S"))
        #expect(app.lines.contains { $0.contains("l LAST SCAN") })
        app.press(keys: .character("l"))
        #expect(app.lines[1].contains("LAST SCAN▲"))
    }

    @Test func anotherLetterIsNoCommand() {
        var app = all()
        app.press(keys: .character("S"), .character("z"), .enter, .character(" "))
        #expect(app.marks.isEmpty && app.screens.count == 2)
        #expect(app.notice?.text.hasPrefix("Press the letter of a column: p PROJECT, c CONFIGURATION") == true)
        _ = app.update(.pasted("l"))
        #expect(app.projects?.list.order == SortOrder(.name))
    }

    @Test func leftAndRightEndAtTheEdges() {
        var app = all()
        app.press(keys: .character("<"))
        #expect(app.notice?.text == "There is no other column to the left to sort by.")
        app.press(keys: .character(">"), .character(">"))
        #expect(app.projects?.list.order.column == .count)
        for _ in 0..<9 { app.press(keys: .character(">")) }
        #expect(app.notice?.text == "There is no other column to the right to sort by.")
        #expect(app.projects?.list.order.column == .account)
        app.press(keys: .character("<"))
        #expect(app.projects?.list.order.column == .visibility)
    }

    @Test func configurationsHaveLettersToo() {
        var app = Covered.listed()
        app.press(keys: .character("S"), .character("a"))
        #expect(app.configurations.list.order.column == .associations)
    }

    @Test func noTwoColumnsShareALetter() {
        #expect(Set(ProjectColumn.allCases.map(\.letter)).count == ProjectColumn.allCases.count)
        #expect(Set(ConfigurationColumn.allCases.map(\.letter)).count == ConfigurationColumn.allCases.count)
    }

    /// Every column of facts orders projects as a plain sort of what it shows does.
    @Test(arguments: [ProjectColumn.scan, .provider, .visibility, .account, .lastScan]) func factsOrderAsAPlainSortDoes(
        column: ProjectColumn
    ) {
        let app = all()
        let facts = app.inventory.facts
        let key: (ResourceNumber) -> String = { project in
            switch column {
            case .provider: facts.text(.provider, of: project) ?? "~"
            case .visibility: facts.text(.visibility, of: project) ?? "~"
            case .account: facts.text(.account, of: project) ?? "~"
            case .scan:
                ["no access": "0b", "disconnected": "0a", "pending": "1", "unconfigured": "2", "ok": "3"][facts.scanWord(of: project).word]
                    ?? "4"
            case .lastScan:
                switch facts.scanTime(of: project) {
                case .never: "0"
                case .at(let time): "1\(time)"
                case .unknown: "2"
                }
            case .name, .configuration, .id, .count, .status: ""
            }
        }
        let expected = app.index.ranking.enumerated().sorted { (key($0.1), $0.0) < (key($1.1), $1.0) }.map(\.1)
        #expect(ProjectOrder(app.session.account).projects(by: column) == expected)
    }

    @Test func oCopiesTheConsolesAddress() {
        var app = all()
        let address = "https://us-east-1.console.aws.amazon.com/inspector/v2/home?region=us-east-1"
        #expect(app.press(keys: .character("o")) == [.copy(address)])
        #expect(app.notice?.text == "Copied \(address) (if your terminal supports OSC 52): choose Code Security there.")
    }
}
