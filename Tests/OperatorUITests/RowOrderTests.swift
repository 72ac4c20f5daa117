import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The order of rows, held against a plain sort of them.
@Suite struct RowOrderTests {
    /// Projects 0…59, of which some have names; configuration c has every project that c + 2 divides.
    private func state() -> State {
        let configurations = [Fixture.nightly, Fixture.standard, Fixture.empty]
        var events: [InventoryEvent] = [.configurations(configurations, isLast: true)]
        for (place, configuration) in configurations.enumerated() {
            let projects = (0..<60).filter { $0 % (place + 2) == 0 }.reversed().map(Fixture.project)
            events.append(.associations(scanConfigurationArn: configuration.scanConfigurationArn, projects, isLast: true))
        }
        events += [.names((0..<60).filter { $0 % 4 == 0 }.map { Fixture.details($0, "acme/repository-\($0 * 37 % 60)") }), .finished]
        var state = Fixture.connected()
        for event in events { _ = update(&state, .inventoryArrived(generation: 1, event)) }
        state.settle()
        state.press(keys: .enter)
        return state
    }

    private func rows(_ state: State) -> [AssociationID] {
        if case .projects(let list) = state.screen { Array(list.rows) } else { [] }
    }

    private func name(_ id: AssociationID, _ state: State) -> String {
        state.inventory.projectName(of: id.resource) ?? "\u{10FFFF}"
    }

    private func id(_ id: AssociationID, _ state: State) -> String {
        state.inventory.association(id).resource.projectId ?? ""
    }

    private func configuration(_ id: AssociationID, _ state: State) -> String {
        state.inventory.entries[Int(id.configuration)].configuration.name
    }

    @Test func everyColumnOrdersAsAPlainSortDoes() {
        var state = state()
        let all = rows(state)
        let byName = all.sorted { (name($0, state), id($0, state), $0.configuration) < (name($1, state), id($1, state), $1.configuration) }
        #expect(all == byName && Set(all).count == 30 + 20 + 15)
        state.press(keys: .character("s"))
        #expect(rows(state) == all.sorted { (id($0, state), $0.configuration) < (id($1, state), $1.configuration) })
        state.press(keys: .character("s"))
        #expect(
            rows(state)
                == byName.enumerated().sorted { (configuration($0.1, state), $0.0) < (configuration($1.1, state), $1.0) }.map(\.1))
        state.press(keys: .character("s"))
        let count = { (id: AssociationID) in state.inventory.configurationCount(of: id.resource) }
        #expect(rows(state) == byName.enumerated().sorted { (count($0.1), $0.0) < (count($1.1), $1.0) }.map(\.1))
        state.press(keys: .character("S"))
        #expect(rows(state) == byName.enumerated().sorted { (count($0.1), $0.0) < (count($1.1), $1.0) }.map(\.1).reversed())
    }

    @Test func everyColumnCanBeTurnedRound() {
        var state = state()
        for _ in ProjectColumn.allCases {
            let rows = rows(state)
            state.press(keys: .character("S"))
            #expect(self.rows(state) == rows.reversed())
            state.press(keys: .character("S"), .character("s"))
        }
    }

    @Test(arguments: [false, true])
    func projectsThatAreNotRankedYetAreLeftOut(isReversed: Bool) {
        let state = state()
        let groups = ProjectGroups(state.inventory, .all)
        let ranking = Array(state.index.ranking.dropFirst(7).dropLast(5))
        let expected = rows(state).filter { ranking.contains($0.resource) }
        #expect(Array(groups.rows(of: ranking, isReversed: isReversed)) == (isReversed ? expected.reversed() : expected))
        #expect(groups.rows(byConfigurations: [0, 1, 2], isReversed: isReversed).isEmpty)
    }

    @Test func rowsThatArriveBetweenTwoFramesAreOrderedAtOnce() {
        var state = state()
        let arn = Fixture.empty.scanConfigurationArn
        state.inventory.beginRefresh()
        let page = InventoryEvent.associations(scanConfigurationArn: arn, [Fixture.project(77)], isLast: true)
        _ = update(&state, .inventoryArrived(generation: 1, page))
        state.press(keys: .character("s"), .character("s"))
        #expect(rows(state).contains { id($0, state) == Fixture.project(77).projectId })
    }
}
