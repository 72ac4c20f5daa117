import Testing

@testable import InspectorCore

/// What an operator starts from, and when it is proven.
@Suite struct CoverageViewsTests {
    private static let now: Int64 = 1_800_000_000
    private static let day: Int64 = 86_400

    private static func row(_ number: Int, _ reason: String = "SUCCESSFUL", days: Int64? = 1, seconds: Int64 = 0) -> ProjectDetails {
        ProjectDetails(
            projectId: InventoryTests.project(number).projectId ?? "", projectName: "acme/\(number)",
            words: [.reason: reason, .statusCode: "ACTIVE"], lastScan: days.map { .at(now - $0 * day - seconds) } ?? .never)
    }

    private static let rows = [
        row(1, days: 90), row(2, "ACCESS_DENIED", days: 90, seconds: 1), row(3, "ACCESS_DENIED", days: nil), row(4, "NEW_WORD", days: 400),
        row(5, "INTERNAL_ERROR"), row(6, "INTERNAL_ERROR", days: 91), row(7, "NO_SCAN_CONFIGURATION_ASSOCIATED", days: nil),
        row(8, "SUCCESSFUL", days: 200),
    ]

    /// Configurations 1 (projects 1 to 5) and 2 (projects 2, 6 and 9); the coverage has 1 to 8, of which 7 and 8 are in none.
    private static func inventory(
        coverage: ListingState = .complete, associations: ListingState = .complete, unmatched: Bool = false
    ) -> Inventory {
        let (one, two) = (InventoryTests.configuration(1), InventoryTests.configuration(2))
        let error = ListingError.repeatedToken(operation: "a listing")
        var inventory = Inventory()
        inventory.apply(.configurations([one, two], isLast: true))
        inventory.apply(InventoryTests.page(one, [1, 2, 3, 4, 5]))
        inventory.apply(InventoryTests.page(two, [2, 6, 9], isLast: associations == .complete))
        if unmatched { inventory.apply(.associations(scanConfigurationArn: two.scanConfigurationArn, [.missing], isLast: true)) }
        inventory.apply(.coverage(rows))
        if case .failed = associations {
            inventory.apply(.associationsFailed(scanConfigurationArn: two.scanConfigurationArn, error))
        }
        if case .failed = coverage { inventory.apply(.coverageFailed(error)) }
        if coverage != .loading { inventory.apply(.finished) }
        return inventory
    }

    private static let failed = ListingState.failed(.repeatedToken(operation: "a listing"))

    private func numbers(_ view: CoverageView, _ inventory: Inventory) -> [Int] {
        let members = inventory.members(of: view, now: Self.now).projects
        return (1...9).filter { number in
            inventory.resources.knownNumber(of: InventoryTests.project(number)).map { members.contains(Int($0)) } ?? false
        }
    }

    private func isProven(_ view: CoverageView, _ inventory: Inventory) -> Bool { inventory.members(of: view, now: Self.now).isProven }

    private static let views: [(CoverageView, [Int])] = [
        (.inSeveralConfigurations, [2]), (.notScanned(days: 90), [2, 4, 6]), (.scanFailing, [2, 3, 5, 6]),
        (.scanFailingBecause("ACCESS_DENIED"), [2, 3]), (.scanFailingBecause("INTERNAL_ERROR"), [5, 6]), (.scanFailingBecause("OTHER"), []),
        (.withoutConfiguration, [7, 8]),
    ]

    @Test(arguments: views) func withEveryListingCompleteTheyAreProven(view: CoverageView, expected: [Int]) {
        let inventory = Self.inventory()
        #expect(numbers(view, inventory) == expected)
        #expect(isProven(view, inventory))
    }

    @Test(arguments: [failed, .loading]) func withoutTheWholeCoverageNothingFollowsFromASilentOne(coverage: ListingState) {
        let inventory = Self.inventory(coverage: coverage)
        #expect(numbers(.inSeveralConfigurations, inventory) == [2] && isProven(.inSeveralConfigurations, inventory))
        #expect(numbers(.notScanned(days: 90), inventory) == [] && !isProven(.notScanned(days: 90), inventory))
        #expect(numbers(.scanFailing, inventory) == [2, 3, 5, 6] && !isProven(.scanFailing, inventory))
        #expect(numbers(.withoutConfiguration, inventory) == [] && !isProven(.withoutConfiguration, inventory))
    }

    @Test(arguments: [failed, .loading]) func withoutAllAssociationsNoProjectIsWithoutConfiguration(associations: ListingState) {
        let inventory = Self.inventory(associations: associations)
        #expect(numbers(.inSeveralConfigurations, inventory) == [2] && !isProven(.inSeveralConfigurations, inventory))
        #expect(numbers(.notScanned(days: 90), inventory) == [2, 4, 6] && isProven(.notScanned(days: 90), inventory))
        #expect(isProven(.scanFailing, inventory))
        #expect(numbers(.withoutConfiguration, inventory) == [] && !isProven(.withoutConfiguration, inventory))
    }

    @Test func aRowThatMayBeAnyProjectProvesNoneToBeWithoutConfiguration() {
        let inventory = Self.inventory(unmatched: true)
        #expect(inventory.isComplete && numbers(.withoutConfiguration, inventory) == [])
        #expect(!isProven(.withoutConfiguration, inventory) && !isProven(.inSeveralConfigurations, inventory))
    }

    @Test func aDateThatCannotBeReadIsNoOldScan() {
        var inventory = Self.inventory()
        inventory.beginRefresh()
        #expect(!isProven(.notScanned(days: 90), inventory))
        inventory.apply(.coverage([ProjectDetails(projectId: MadePlan.projectId(2), projectName: nil, lastScan: .unknown)]))
        inventory.apply(.finished)
        #expect(numbers(.notScanned(days: 90), inventory) == [])
    }

    @Test func reasonsComeByHowOftenTheyAre() {
        var inventory = Self.inventory()
        #expect(inventory.failingReasons().map(\.reason) == ["ACCESS_DENIED", "INTERNAL_ERROR"])
        #expect(inventory.failingReasons().map(\.members.projects.count) == [2, 2])
        inventory.beginRefresh()
        inventory.apply(.coverage([Self.row(3, "INTERNAL_ERROR"), Self.row(2, "ACCESS_DENIED"), Self.row(5, "INTERNAL_ERROR")]))
        inventory.apply(.finished)
        #expect(inventory.failingReasons().map(\.reason) == ["INTERNAL_ERROR", "ACCESS_DENIED"])
    }

    @Test func aViewsRowsAreAllAssociationsOfItsProjects() {
        let inventory = Self.inventory()
        let members = inventory.members(of: .notScanned(days: 90), now: Self.now)
        #expect(inventory.associationCount(of: members.projects) == 4)
    }
}
