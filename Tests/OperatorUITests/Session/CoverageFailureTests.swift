import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A session that may not list the coverage, or gets only part of it: everything works, and one line says what is missing.
@Suite struct CoverageFailureTests {
    /// An app that has listed the account, with the events given in place of those about the coverage.
    private func app(columns: Int, _ coverage: [InventoryEvent]) -> App {
        var app = Fixture.connected(columns: columns)
        let events = Fixture.events.prefix(4) + coverage + [.finished]
        for event in events { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        app.press(keys: .enter)
        return app
    }

    private static let failure = InventoryEvent.coverageFailed(.repeatedToken(operation: "ListCoverage"))

    @Test(arguments: [60, 80, 160]) func oneLineSaysWhatIsMissingAndWhereTheReasonIs(columns: Int) {
        let app = app(columns: columns, [Self.failure])
        #expect(app.lines.filter { $0.contains("Names and scan states could not be listed: ! shows why.") }.count == 1)
        #expect(app.problems.count == 1 && app.inventory.isComplete)
    }

    @Test(arguments: [60, 80, 160]) func whatCameBeforeTheFailureIsShownAndTheLineSaysSo(columns: Int) {
        let app = app(columns: columns, [.coverage([Fixture.details(2, "acme/ledger")]), Self.failure])
        #expect(app.lines.filter { $0.contains("Not all names and scan states could be listed: ! shows why.") }.count == 1)
        #expect(app.lines.contains { $0.contains("acme/ledger") })
    }
}
