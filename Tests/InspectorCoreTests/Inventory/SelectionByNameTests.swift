import Testing
import TextSafety

@testable import InspectorCore

/// Names are looked up only where all of them are known: one of two of a name is not to be taken without a word.
@Suite struct SelectionByNameTests {
    private let error = ListingError.repeatedToken(operation: "ListCoverage")

    /// Two configurations; ListCoverage told one name, and failed then.
    private var inventory: Inventory {
        var inventory = Inventory()
        inventory.apply(.configurations([InventoryTests.configuration(1), InventoryTests.configuration(2)], isLast: true))
        inventory.apply(InventoryTests.page(InventoryTests.configuration(1), [1, 2]))
        inventory.apply(InventoryTests.page(InventoryTests.configuration(2), [2]))
        let id = InventoryTests.project(1).projectId ?? ""
        inventory.apply(.coverage([ProjectDetails(projectId: id, projectName: "acme/ledger")]))
        inventory.apply(.coverageFailed(error))
        inventory.apply(.finished)
        return inventory
    }

    private func select(_ projects: [String], _ configurations: [String] = []) throws(SelectionError) -> Int {
        try TargetSelection(configurations: configurations, projects: projects).associations(in: inventory).count
    }

    @Test(arguments: ["acme/ledger", "acme/other", "project-", "", "PROJECT-00000000-0000-4000-8000-000000000001"])
    func aNameIsRefusedWithTheListingThatFailed(name: String) throws {
        let refusal = SelectionError.namesIncomplete(name, error)
        #expect(throws: refusal) { try select([name]) }
        #expect(throws: refusal) { try select([try #require(InventoryTests.project(1).projectId), name]) }
        #expect(refusal.listing == error)
        let words = "The project '\(name)' cannot be found by its name, because not all names could be listed: give its ID instead."
        #expect(refusal.sentence == "\(words) \(error.sentence)")
    }

    @Test func idsNeedNoNames() throws {
        #expect(try select([try #require(InventoryTests.project(2).projectId)]) == 2)
        #expect(try select([], ["configuration-1"]) == 2)
    }

    @Test func aConfigurationsNameIsRefusedWhenNotAllWereListed() throws {
        var inventory = Inventory()
        inventory.apply(.configurations([InventoryTests.configuration(1)], isLast: false))
        inventory.apply(InventoryTests.page(InventoryTests.configuration(1), [1]))
        inventory.apply(.failed(error))
        inventory.apply(.finished)
        let refusal = SelectionError.configurationsIncomplete("configuration-1", error)
        #expect(throws: refusal) { try inventory.resolve(configurations: ["configuration-1"]) }
        #expect(throws: refusal) { try inventory.arns(of: ["configuration-1"]) }
        #expect(refusal.sentence.contains("give its ARN instead. \(error.sentence)"))
        let (listed, other) = (InventoryTests.configuration(1).scanConfigurationArn, InventoryTests.configuration(2).scanConfigurationArn)
        #expect(try inventory.resolve(configurations: [listed]) == [0])
        #expect(try inventory.arns(of: [other, listed, other]) == [other, listed])
    }

    @Test func anArnThatACompleteListingDoesNotShowIsUnknown() {
        let other = InventoryTests.configuration(3).scanConfigurationArn
        #expect(throws: SelectionError.noSuchConfiguration(other, known: ["configuration-1", "configuration-2"])) {
            try inventory.arns(of: [other])
        }
    }

    @Test func aNameThatThereIsNoRoomForLeavesNamesIncomplete() {
        var block = NameBlock(capacity: 8)
        block.record("acme/one", for: 0)
        #expect(!block.isFull)
        block.record("acme/two", for: 1)
        #expect(block.isFull && block.name(of: 1) == nil && block.name(of: 0) == "acme/one")
    }
}
