import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct ProjectIndexTests {
    @Test func namesThatArriveLaterAreMergedIntoTheOrder() {
        var (inventory, index) = (Inventory(), ProjectIndex())
        inventory.apply(.configurations([Fixture.nightly], isLast: true))
        let arn = Fixture.nightly.scanConfigurationArn
        inventory.apply(.associations(scanConfigurationArn: arn, (0..<50).map(Fixture.project), isLast: true))
        index.append(from: inventory)
        index.updateRankings()
        #expect(index.ranking == (0..<50).map { ResourceNumber($0) })
        for number in [7, 40, 3] {
            inventory.apply(.coverage([Fixture.details(number, "Repo-\(99 - number)")]))
            index.record(ResourceNumber(number), in: inventory)
            index.updateRankings()
        }
        let rest = (0..<50).filter { ![7, 40, 3].contains($0) }.map { ResourceNumber($0) }
        #expect(index.ranking == [40, 7, 3] + rest)
        #expect(index.idRanking == (0..<50).map { ResourceNumber($0) })
    }

    @Test func caseAndOtherScriptsAreFolded() throws {
        var (inventory, index) = (Inventory(), ProjectIndex())
        inventory.apply(.coverage([Fixture.details(1, "ÄRGER/Größe")]))
        index.append(from: inventory)
        #expect(index.matches(0, try #require(SearchText("ärger"))))
        #expect(index.matches(0, try #require(SearchText("GRÖSSE"))) == false)
        #expect(index.matches(0, try #require(SearchText("GRÖß"))))
    }
}
