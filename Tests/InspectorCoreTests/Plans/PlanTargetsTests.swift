import BitCollections
import Runtime
import Testing

@testable import InspectorCore

/// Targets kept as numbers are the same as targets made one by one.
@Suite struct PlanTargetsTests {
    /// Projects in random configurations, most of them with names, some of which differ in case or are those of several projects.
    private static func inventory(_ random: inout RunRandom) -> Inventory {
        var inventory = Inventory()
        let configurations = (1...4).map { InventoryTests.configuration($0, name: ["b", "A", "a", "c"][$0 - 1]) }
        inventory.apply(.configurations(configurations, isLast: true))
        for configuration in configurations {
            let projects = (0..<60).filter { _ in random.next() % 3 == 0 }
            let page = projects.map { MadePlan.association($0).resource }
            inventory.apply(.associations(scanConfigurationArn: configuration.scanConfigurationArn, page, isLast: true))
        }
        let names = ["acme/ledger", "Acme/Ledger", "acme/Ünit", "acme/ledger-api", "z", "acme/led"]
        let details = (0..<50).map { number in
            ProjectDetails(
                projectId: MadePlan.projectId(number), projectName: names[Int(random.next() % UInt64(names.count))],
                words: [.provider: number % 3 == 0 ? "GITHUB" : "GITLAB_SELF_MANAGED", .account: "123456789012"],
                lastScan: number % 5 == 0 ? .never : .at(Int64(number) * 100_000))
        }
        inventory.apply(.coverage(details))
        inventory.apply(.finished)
        return inventory
    }

    private static func facts(_ inventory: Inventory) -> PlanFacts {
        PlanFacts(inventory: inventory, account: nil, region: "us-east-1", caller: nil, now: 4_000_000)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func numbersAndValuesMakeTheSamePlan(seed: UInt64) throws {
        var random = RunRandom(seed: seed)
        let inventory = Self.inventory(&random)
        let all = inventory.listed.flatMap(inventory.associationIDs).filter { _ in random.next() % 2 == 0 }
        let made = all.map(inventory.planTarget)
        let listed = inventory.planTargets(
            all.map(inventory.association).shuffled(using: &random) + all.prefix(3).map(inventory.association))
        #expect(listed.listed?.repeated == min(3, all.count))
        let planner = Planner(facts: Self.facts(inventory))
        var (one, other) = (
            planner.draft(.disassociate, targets: made + made.prefix(3)), planner.draft(.disassociate, targets: listed)
        )
        try #require(one.whole.targets.listed == nil && other.whole.targets.listed != nil)
        #expect(one.whole.targets.map(\.association.resource).count == all.count)
        try Self.expectTheSame(one, other)
        for place in all.indices where random.next() % 4 == 0 {
            one.setLeftOut(place, true)
            other.setLeftOut(place, true)
        }
        try Self.expectTheSame(one, other)
        #expect(one.plan.targets == other.plan.targets && other.plan.targets.listed != nil)
        #expect(one.leaveOutUncovered() == other.leaveOutUncovered())
        try Self.expectTheSame(one, other)
    }

    private static func expectTheSame(_ one: PlanDraft, _ other: PlanDraft) throws {
        #expect(one.whole.targets == other.whole.targets)
        #expect(Array(one.whole.targets.associations) == other.whole.targets.map(\.association))
        #expect(one.groups == other.groups && one.phrase == other.phrase && one.count == other.count)
        #expect(one.coverageSummary == other.coverageSummary)
        #expect(
            one.whole.targets.indices.allSatisfy { one.fate(of: $0) == other.fate(of: $0) && one.remarks(on: $0) == other.remarks(on: $0) })
        for fate in PlanCoverage.Fate.allCases {
            #expect(Set(one.coverage.projects(of: fate)) == Set(other.coverage.projects(of: fate)))
        }
    }

    @Test func whatIsDoneAlreadyIsLeftOutOfBoth() {
        var random = RunRandom(seed: 3)
        let inventory = Self.inventory(&random)
        let all = inventory.listed.flatMap(inventory.associationIDs).map(inventory.association)
        var facts = Self.facts(inventory)
        facts.alreadyDone = Set(all.filter { _ in random.next() % 3 == 0 })
        let one = Planner(facts: facts).plan(.disassociate, targets: all.map { inventory.planTarget($0) })
        let other = Planner(facts: facts).plan(.disassociate, targets: inventory.planTargets(all))
        #expect(one.targets == other.targets && one.alreadyDone == other.alreadyDone)
        #expect(one.warnings.map(\.words) == other.warnings.map(\.words))
        #expect(other.alreadyDone.count == facts.alreadyDone.count && other.alreadyDone.listed != nil)
    }

    @Test func whatNoListingHasIsATargetToo() {
        let targets = InventoryTests.listed().planTargets([MadePlan.association(77), MadePlan.association(78, configuration: 5)])
        #expect(targets.map(\.association) == [MadePlan.association(77), MadePlan.association(78, configuration: 5)])
        #expect(targets.listed != nil && targets.allSatisfy { $0.projectName == nil && $0.configurationName == nil })
    }

    @Test func aChangeOfOneTargetChangesNoOther() {
        let inventory = InventoryTests.listed()
        let listed = inventory.planTargets(inventory.listed.flatMap(inventory.associationIDs).map(inventory.association))
        var changed = listed
        changed[1].projectName = "renamed"
        #expect(changed != listed && changed.count == 3 && changed[0] == listed[0] && changed[2] == listed[2])
        changed.removeFirst(2)
        #expect(changed == [listed[2]])
    }

    @Test func aJournalGivesBackWhatItWasGiven() throws {
        var random = RunRandom(seed: 9)
        let inventory = Self.inventory(&random)
        let plan = Planner(facts: Self.facts(inventory)).plan(
            .disassociate, targets: inventory.planTargets(inventory.listed.flatMap(inventory.associationIDs).map(inventory.association)))
        let read = try Self.read(plan)
        #expect(read.targets == plan.targets && read.targets.listed != nil)
        var twoNames = plan
        let last = try #require(plan.targets.indices.last)
        twoNames.targets[last].projectName = "another name"
        twoNames.targets.append(twoNames.targets[0])
        #expect(try Self.read(twoNames).targets == twoNames.targets)
    }

    private static func read(_ plan: Plan) throws -> Plan {
        let line = JournalLine.header(run: "r", plan: plan, at: "now").bytes(after: nil).bytes
        return try #require(line.dropLast().withUnsafeBufferPointer { JournalLine($0)?.plan })
    }
}
