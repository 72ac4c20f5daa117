import AWSClient
import BitCollections
import FoundationEssentials
import InspectorSimulator
import Logging
import Testing
import TextSafety

@testable import InspectorCore

/// The coverage of the simulator over HTTP: late, cut off, or at odds with the associations.
@Suite struct CoverageListingTests {
    private func withInventory(
        _ faults: [String] = [], _ body: (Simulator, inout Inventory, InventoryLoader) async throws -> Void
    ) async throws {
        var options = SimulatorOptions(seed: 4)
        options.faults = try FaultPlan(parsing: faults)
        let simulator = try await Simulator.start(options)
        let variables = Dictionary(uniqueKeysWithValues: simulator.clientEnvironment)
        let session = try AWSSession.open(
            options: ClientOptions(), environment: Environment(variables: variables, homeDirectory: nil), logger: Logger(label: "test"))
        let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
        var inventory = Inventory()
        await loader.load { inventory.apply($0) }
        try await body(simulator, &inventory, loader)
        await session.shutdown()
        await simulator.stop()
    }

    private static func now() -> Int64 { Int64(Date().timeIntervalSince1970) }

    @Test func theDemoHasSomethingToFindInEveryView() async throws {
        try await withInventory { _, inventory, _ in
            func count(_ view: CoverageView) -> Int { inventory.members(of: view, now: Self.now()).projects.count }
            #expect(count(.inSeveralConfigurations) > 200)
            #expect((100...400).contains(count(.notScanned(days: 90))))
            #expect(count(.scanFailing) > 40)
            #expect(count(.withoutConfiguration) == 41)
            #expect(inventory.failingReasons().count >= 4)
            #expect(inventory.facts.values(.account).count == 3 && inventory.facts.values(.visibility).count == 2)
            let numbers = (0..<ResourceNumber(inventory.resources.count))
            #expect(numbers.contains { inventory.facts.scanTime(of: $0) == .never })
            #expect(numbers.contains { inventory.facts.onDemandScanTime(of: $0).seconds != nil })
        }
    }

    @Test func aTeamHasOldProjectsOfBothKinds() async throws {
        try await withInventory { _, inventory, _ in
            let old = inventory.members(of: .notScanned(days: 90), now: Self.now()).projects
            let team = try #require(inventory.configurations(named: "payments-nightly").first)
            let counts = inventory.entries[Int(team)].associated(among: old).map { inventory.configurationCount(of: ResourceNumber($0)) }
            #expect(counts.contains(1) && counts.contains { $0 > 1 })
        }
    }

    @Test func aCoverageThatIsCutOffLeavesWhatCameAndSaysSo() async throws {
        try await withInventory(["coverage-ends-after=2"]) { simulator, inventory, _ in
            #expect(inventory.isComplete && !inventory.knowsAllFacts)
            #expect(inventory.facts.covered.count == 400)
            guard case .failed(.call(let error)) = inventory.coverageState else { throw Unexpected() }
            #expect(error.sentence.contains("ListCoverage"))
            #expect(inventory.members(of: .withoutConfiguration, now: Self.now()) == ViewMembers(isProven: false))
        }
    }

    @Test func aRefreshThatIsCutOffTakesNothingAway() async throws {
        try await withInventory { simulator, inventory, loader in
            let before = inventory.facts
            await simulator.setFaults(try FaultPlan(parsing: ["coverage-ends-after=1"]))
            inventory.beginRefresh()
            var refreshed = inventory
            await loader.load { refreshed.apply($0) }
            #expect(refreshed.facts.covered == before.covered && !refreshed.knowsAllFacts)
        }
    }

    @Test func projectsThatTheCoverageLacksAreUnknownAndNothingElse() async throws {
        try await withInventory(["coverage:missing=0.2"]) { _, inventory, _ in
            let numbers = (0..<ResourceNumber(inventory.resources.count))
            let unknown = numbers.filter { !inventory.facts.isCovered($0) }
            #expect(inventory.knowsAllFacts && (100...300).contains(unknown.count))
            #expect(unknown.allSatisfy { inventory.facts.scanTime(of: $0) == .unknown && inventory.projectName(of: $0) == nil })
            let old = inventory.members(of: .notScanned(days: 90), now: Self.now()).projects
            #expect(unknown.allSatisfy { !old.contains(Int($0)) })
        }
    }

    @Test func projectsThatOnlyTheCoverageHasAreInNoConfiguration() async throws {
        try await withInventory(["coverage:extra=0.1"]) { _, inventory, _ in
            let members = inventory.members(of: .withoutConfiguration, now: Self.now())
            #expect(members.isProven && members.projects.count > 41 + 50)
            #expect(members.projects.contains { inventory.projectName(of: ResourceNumber($0))?.hasSuffix("-fork") == true })
        }
    }

    @Test func aNameThatChangesIsTheNewestOne() async throws {
        try await withInventory(["coverage:renamed=0.3"]) { _, inventory, loader in
            func renamed(_ inventory: Inventory) -> Int {
                (0..<ResourceNumber(inventory.resources.count)).count { inventory.projectName(of: $0)?.hasSuffix("-renamed") == true }
            }
            #expect(renamed(inventory) > 150)
            inventory.beginRefresh()
            var refreshed = inventory
            await loader.load { refreshed.apply($0) }
            #expect(renamed(refreshed) == 0)
        }
    }

    @Test func factsThatCannotBeReadCostNoRow() async throws {
        try await withInventory(["coverage:unreadable=0.3", "coverage:new-reason=0.2"]) { _, inventory, _ in
            let numbers = (0..<ResourceNumber(inventory.resources.count))
            #expect(inventory.knowsAllFacts && inventory.knowsAllNames && numbers.allSatisfy(inventory.facts.isCovered))
            let unknown = numbers.filter { inventory.facts.scanTime(of: $0) == .unknown }
            #expect(unknown.count > 150 && unknown.allSatisfy { inventory.facts.text(.visibility, of: $0) == nil })
            let strange = numbers.filter { inventory.facts.text(.reason, of: $0) == "QUARANTINED_BY_POLICY" }
            #expect(strange.count > 100)
            #expect(strange.allSatisfy { inventory.facts.scanWord(of: $0).word == "quarantined by policy" })
        }
    }

    private struct Unexpected: Error {}
}
