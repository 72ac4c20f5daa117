import Testing
import TextSafety

@testable import InspectorCore

/// On the command line a filter chooses nothing by halves.
struct FilterNeedTests {
    private static let error = ListingError.repeatedToken(operation: "ListCoverage")

    private static func inventory(_ end: InventoryEvent?) -> Inventory {
        var inventory = Inventory()
        inventory.apply(.configurations([InventoryTests.configuration(1)], isLast: true))
        inventory.apply(InventoryTests.page(InventoryTests.configuration(1), [1, 2]))
        if let end { inventory.apply(end) }
        inventory.apply(.finished)
        return inventory
    }

    private static func count(_ text: String, _ inventory: Inventory) throws(FilterGap) -> Int {
        try FilterParser.parse(text, in: .commandLine).expression.rows(among: inventory.associationIDs(of: 0), of: inventory, now: 0).count
    }

    @Test(arguments: ["ledger", "!ledger", "name:a", "scan:ok", "reason:x", "scanned>1d", "scanned:never", "provider:x", "account:1"])
    func whatNeedsTheCoverageIsRefusedWithoutIt(text: String) {
        let gap = FilterGap(.coverage, in: Self.inventory(.coverageFailed(Self.error)))
        #expect(throws: gap) { try Self.count(text, Self.inventory(.coverageFailed(Self.error))) }
        #expect(throws: Never.self) { try Self.count(text, Self.inventory(nil)) }
        #expect(gap.sentence.contains("what ListCoverage says of all projects") && gap.sentence.hasSuffix(Self.error.sentence))
    }

    @Test(arguments: ["in:1", "in>1", "!in<2"]) func whatNeedsEveryListingIsRefusedWithoutIt(text: String) {
        let arn = InventoryTests.configuration(1).scanConfigurationArn
        let failed = Self.inventory(.associationsFailed(scanConfigurationArn: arn, Self.error))
        #expect(throws: FilterGap(.associations, in: failed)) { try Self.count(text, failed) }
        #expect(throws: Never.self) { try Self.count(text, Self.inventory(.coverageFailed(Self.error))) }
    }

    @Test(arguments: [("id:0001", 1), ("config:configuration", 2), ("!id:0001", 1)]) func idsAndConfigurationsNeedNeither(
        text: String, rows: Int
    ) throws {
        #expect(try Self.count(text, Self.inventory(.coverageFailed(Self.error))) == rows)
    }

    @Test func whatIsMissingIsSaidBesideACount() {
        var inventory = Inventory()
        inventory.apply(.configurations([InventoryTests.configuration(1)], isLast: true))
        #expect(FilterNeed.allCases.map { $0.gapWords(in: inventory) } == ["names and scans still to come", "associations still to come"])
        let failed = Self.inventory(.coverageFailed(Self.error))
        #expect(FilterNeed.allCases.map { $0.gapWords(in: failed) } == ["names and scans incomplete", nil])
    }
}
