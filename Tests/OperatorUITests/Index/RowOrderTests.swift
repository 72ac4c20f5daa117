import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The order of rows, held against a plain sort of them.
@Suite struct RowOrderTests {
    /// Projects 0…59, of which some have names; configuration c has every project that c + 2 divides.
    private func app() -> App {
        let configurations = [Fixture.nightly, Fixture.standard, Fixture.empty]
        var events: [InventoryEvent] = [.configurations(configurations, isLast: true)]
        for (place, configuration) in configurations.enumerated() {
            let projects = (0..<60).filter { $0 % (place + 2) == 0 }.reversed().map(Fixture.project)
            events.append(.associations(scanConfigurationArn: configuration.scanConfigurationArn, projects, isLast: true))
        }
        events += [.coverage((0..<60).filter { $0 % 4 == 0 }.map { Fixture.details($0, "acme/repository-\($0 * 37 % 60)") }), .finished]
        var app = Fixture.connected(columns: 300)
        for event in events { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        app.press(keys: .enter)
        return app
    }

    private func rows(_ app: App) -> [AssociationID] {
        if case .projects(let projects) = app.screen { Array(projects.list.rows) } else { [] }
    }

    private func name(_ id: AssociationID, _ app: App) -> String {
        app.inventory.projectName(of: id.resource) ?? "\u{10FFFF}"
    }

    private func id(_ id: AssociationID, _ app: App) -> String {
        app.inventory.association(id).resource.projectId ?? ""
    }

    private func configuration(_ id: AssociationID, _ app: App) -> String {
        app.inventory.entries[Int(id.configuration)].configuration.name
    }

    @Test func everyColumnOrdersAsAPlainSortDoes() {
        var app = app()
        let all = rows(app)
        let byName = all.sorted { (name($0, app), id($0, app), $0.configuration) < (name($1, app), id($1, app), $1.configuration) }
        #expect(all == byName && Set(all).count == 30 + 20 + 15)
        app.press(keys: .character("S"), .character("d"))
        #expect(rows(app) == all.sorted { (id($0, app), $0.configuration) < (id($1, app), $1.configuration) })
        app.press(keys: .character("S"), .character("c"))
        #expect(
            rows(app)
                == byName.enumerated().sorted { (configuration($0.1, app), $0.0) < (configuration($1.1, app), $1.0) }.map(\.1))
        app.press(keys: .character("S"), .character("i"))
        let count = { (id: AssociationID) in app.inventory.configurationCount(of: id.resource) }
        #expect(rows(app) == byName.enumerated().sorted { (count($0.1), $0.0) < (count($1.1), $1.0) }.map(\.1))
        app.press(keys: .character("="))
        #expect(rows(app) == byName.enumerated().sorted { (count($0.1), $0.0) < (count($1.1), $1.0) }.map(\.1).reversed())
    }

    @Test func everyColumnCanBeTurnedRound() {
        var app = app()
        for _ in ProjectColumn.allCases {
            let rows = rows(app)
            app.press(keys: .character("="))
            #expect(self.rows(app) == rows.reversed())
            app.press(keys: .character("="), .character("s"))
        }
    }

    @Test(arguments: [false, true])
    func projectsThatAreNotRankedYetAreLeftOut(isReversed: Bool) {
        let app = app()
        let groups = AssociationScope.all.groups(in: app.session)
        let ranking = Array(app.index.ranking.dropFirst(7).dropLast(5))
        let expected = rows(app).filter { ranking.contains($0.resource) }
        #expect(Array(groups.rows(of: ranking, isReversed: isReversed)) == (isReversed ? expected.reversed() : expected))
        #expect(groups.rows(byConfigurations: [0, 1, 2], isReversed: isReversed).isEmpty)
    }

    @Test func rowsThatArriveBetweenTwoFramesAreOrderedAtOnce() {
        var app = app()
        let arn = Fixture.empty.scanConfigurationArn
        _ = app.session.list()
        let page = InventoryEvent.associations(scanConfigurationArn: arn, [Fixture.project(77)], isLast: true)
        _ = app.update(.inventoryArrived(generation: 1, page))
        app.press(keys: .character("s"), .character("s"))
        #expect(rows(app).contains { id($0, app) == Fixture.project(77).projectId })
    }
}
