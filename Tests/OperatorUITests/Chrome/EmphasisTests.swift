import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What a filter found stands out in the rows.
@Suite struct EmphasisTests {
    private func emphasized(_ line: Line, _ words: String...) -> [String] {
        line.emphasizing(words.compactMap { SearchText($0).map { Emphasis(text: $0) } }).spans.filter(\.style.isUnderlined).map(\.text)
    }

    @Test func everyPlaceStandsOutWhateverItsCase() {
        #expect(emphasized(Line("Ledger and ledgers"), "ledger") == ["Ledger", "ledger"])
        #expect(emphasized(Line("acme/ledger"), "led", "dger", "acme") == ["acme", "ledger"])
        #expect(emphasized(Line("GRÖẞE größe"), "größe") == ["GRÖẞE", "größe"])
        #expect(emphasized(Line("İstanbul ledger"), "ledger") == ["ledger"])
        #expect(emphasized(Line("nothing"), "x") == [])
    }

    @Test func theLineStaysTheSameText() throws {
        let line = Line([Span("● ", .marked), Span("acme/ledger  ", .text), Span("ACCESS_DENIED", .warning)])
        let shown = line.emphasizing([Emphasis(text: try #require(SearchText("c")))])
        #expect(shown.text == line.text)
        #expect(shown.spans.contains(Span("CC", Style.warning.reversed)))
    }

    @Test func aWordsBeginningIsEnoughForCodes() throws {
        let text = try #require(SearchText("active"))
        let shown = Line("INACTIVE ACTIVE").emphasizing([Emphasis(text: text, atWordStart: true)])
        #expect(shown.spans.map(\.text) == ["INACTIVE ", "ACTIVE"])
    }

    @Test func aFieldsTextStandsOutInItsColumnAlone() throws {
        let text = try #require(SearchText("ab"))
        let line = Line([Span("  ab "), Span("ab日 "), Span("ab ab")])
        let columns = [ColumnCells(.name, at: 2, width: 2), ColumnCells(.configuration, at: 5, width: 4)]
        func underlined(_ column: ProjectColumn?) -> [Bool] {
            let shown = line.emphasizing([Emphasis(text: text, column: column)], columns: columns)
            #expect(shown.text == line.text)
            return shown.spans.filter { $0.text == "ab" }.map(\.style.isUnderlined)
        }
        #expect(underlined(.name).filter(\.self).count == 1)
        #expect(underlined(.configuration).filter(\.self).count == 1)
        #expect(underlined(.status).filter(\.self).count == 2)
        #expect(underlined(nil).filter(\.self).count == 4)
        #expect(underlined(.provider).allSatisfy { !$0 })
    }

    @Test func aFilterOfConfigurationsUnderlinesThoseAlone() {
        var app = Fixture.listed()
        app.press(keys: .enter)
        app.type("/config:pay")
        let row = app.view().lines[2]
        #expect(row.spans.filter(\.style.isUnderlined).map(\.text) == ["pay"])
    }

    @Test func rowsOfAFilterShowWhereItHolds() {
        var app = Fixture.listed()
        app.press(keys: .enter)
        app.type("/pay !refunds in>1")
        let row = app.view().lines[2]
        #expect(row.spans.filter(\.style.isUnderlined).map(\.text) == ["pay", "pay"])
        app.press(keys: .escape)
        #expect(!app.view().lines[2].spans.contains { $0.style.isUnderlined })
    }

    @Test func everyRoleHasAWayToStandOut() {
        for role in Style.Role.allCases {
            let style = Style(role: role)
            #expect(style.emphasized != style && style.emphasized.role == role)
        }
    }
}
