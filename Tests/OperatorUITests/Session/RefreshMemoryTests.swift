import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A day of refreshing takes no more room than the first listing.
@Suite struct RefreshMemoryTests {
    private func refresh(_ app: inout App, _ count: Int, _ name: (Int) -> String) {
        let generation = app.generation
        let all = [Fixture.nightly]
        let arn = Fixture.nightly.scanConfigurationArn
        let projects = (0..<count).map(Fixture.project)
        let events: [InventoryEvent] = [
            .configurations(all, isLast: true), .associations(scanConfigurationArn: arn, projects, isLast: true),
            .coverage((0..<count).map { Fixture.details($0, name($0)) }), .finished,
        ]
        for event in events { _ = app.update(.inventoryArrived(generation: generation, event)) }
        app.recomputeLists()
        app.press(keys: .character("r"))
    }

    @Test func namesThatStayTakeNoMoreRoom() {
        var app = Fixture.connected()
        refresh(&app, 500) { "Acme/Repository-\($0)" }
        let (size, ranking) = (app.index.nameSize, app.index.ranking)
        for _ in 0..<60 { refresh(&app, 500) { "Acme/Repository-\($0)" } }
        #expect(app.index.nameSize == size && app.index.ranking == ranking)
    }

    @Test func namesThatChangeAreFoundAndTakeTwiceTheirRoomAtMost() throws {
        var app = Fixture.connected()
        for round in 0..<40 {
            refresh(&app, 500) { "Acme/Repository-\($0)-\(round)" }
            #expect(app.index.nameSize < 2 * 500 * 24 + 4_096)
        }
        let number = try #require(app.inventory.resources.knownNumber(of: Fixture.project(7)))
        #expect(app.index.matches(number, try #require(SearchText("repository-7-39"))))
        #expect(!app.index.matches(number, try #require(SearchText("repository-7-38"))))
    }

    @Test func aRepeatedErrorIsKeptOnce() {
        var app = Fixture.connected()
        let error = ListingError.repeatedToken(operation: "ListCoverage")
        for _ in 0..<50 { _ = app.update(.inventoryArrived(generation: 1, .coverageFailed(error))) }
        #expect(app.problems.count == 1)
    }
}
