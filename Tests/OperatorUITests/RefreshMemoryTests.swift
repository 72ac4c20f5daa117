import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A day of refreshing takes no more room than the first listing.
@Suite struct RefreshMemoryTests {
    private func refresh(_ state: inout State, _ count: Int, _ name: (Int) -> String) {
        let generation = state.generation
        let all = [Fixture.nightly]
        let arn = Fixture.nightly.scanConfigurationArn
        let projects = (0..<count).map(Fixture.project)
        let events: [InventoryEvent] = [
            .configurations(all, isLast: true), .associations(scanConfigurationArn: arn, projects, isLast: true),
            .names((0..<count).map { Fixture.details($0, name($0)) }), .finished,
        ]
        for event in events { _ = update(&state, .inventoryArrived(generation: generation, event)) }
        state.settle()
        state.press(keys: .character("r"))
    }

    @Test func namesThatStayTakeNoMoreRoom() {
        var state = Fixture.connected()
        refresh(&state, 500) { "Acme/Repository-\($0)" }
        let (size, ranking) = (state.index.nameSize, state.index.ranking)
        for _ in 0..<60 { refresh(&state, 500) { "Acme/Repository-\($0)" } }
        #expect(state.index.nameSize == size && state.index.ranking == ranking)
    }

    @Test func namesThatChangeAreFoundAndTakeTwiceTheirRoomAtMost() throws {
        var state = Fixture.connected()
        for round in 0..<40 {
            refresh(&state, 500) { "Acme/Repository-\($0)-\(round)" }
            #expect(state.index.nameSize < 2 * 500 * 24 + 4_096)
        }
        let number = try #require(state.inventory.resources.knownNumber(of: Fixture.project(7)))
        #expect(state.index.matches(number, try #require(SearchWord("repository-7-39"))))
        #expect(!state.index.matches(number, try #require(SearchWord("repository-7-38"))))
    }

    @Test func anErrorThatComesAgainIsKeptOnce() {
        var state = Fixture.connected()
        let error = ListingError.repeatedToken(operation: "ListCoverage")
        for _ in 0..<50 { _ = update(&state, .inventoryArrived(generation: 1, .namesFailed(error))) }
        #expect(state.problems.count == 1)
    }
}
