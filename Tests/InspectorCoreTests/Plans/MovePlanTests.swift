import InspectorCore
import Testing

/// Plans that move projects to another configuration.
@Suite struct MovePlanTests {
    private func facts(_ counts: [Int: Int], present: [Int] = [], scope: String? = nil, room: Int? = nil) -> PlanFacts {
        let configurations = (1...4).map { number in
            ScanConfiguration(
                scanConfigurationArn: MadePlan.arn(number), name: "scan-\(number)", ownerAccountId: "123456789012",
                periodicScanFrequency: "WEEKLY",
                scopeSettings: number == 4 ? scope.map(ScopeSettings.init) : nil)
        }
        let known = counts.map { (MadePlan.projectId($0), PlannedProject(configurations: $1)) }
        var facts = PlanFacts(
            account: "123456789012", region: "us-east-1",
            configurations: Dictionary(uniqueKeysWithValues: configurations.map { ($0.scanConfigurationArn, $0) }),
            projects: Dictionary(uniqueKeysWithValues: known), isComplete: true)
        facts.present = Set(present.map { MadePlan.association($0, configuration: 4) })
        facts.rooms = room.map { [MadePlan.arn(4): $0] } ?? [:]
        return facts
    }

    /// A draft that moves associations, pairs of project and configuration, to configuration 4.
    private func draft(_ targets: [(Int, Int)], _ facts: PlanFacts, covering: MoveDestination.Covering = .every) -> PlanDraft {
        Planner(facts: facts).draft(
            moving: targets.map { PlanTarget(association: MadePlan.association($0, configuration: $1)) },
            to: MoveDestination(scanConfigurationArn: MadePlan.arn(4), covering: covering))
    }

    private func pairs(_ plan: Plan) -> [String] {
        plan.targets.map { target in
            let project = (0..<9).first { MadePlan.projectId($0) == target.association.resource.projectId } ?? -1
            let configuration = (1...4).first { MadePlan.arn($0) == target.association.scanConfigurationArn } ?? -1
            return "\(plan.change(of: target) == .associate ? "+" : "-")\(project)/\(configuration)"
        }
    }

    @Test func eachProjectIsAssociatedOnceAndFirst() {
        let draft = draft([(1, 1), (1, 2), (2, 1)], facts([1: 2, 2: 1]))
        #expect(pairs(draft.plan) == ["+1/4", "+2/4", "-1/1", "-2/1", "-1/2"])
        #expect(draft.coverage.count(of: .keeps) == 2 && draft.coverCount == 2 && draft.callCount == 2)
        #expect(draft.phrase == "create 2 associations, then disassociate 3 associations (2 projects) in 2 configurations")
        #expect(draft.plan.phrase == draft.phrase)
        #expect((0..<5).map { draft.cover(of: $0)?.association.resource.projectId } == [nil, nil] + [1, 2, 1].map(MadePlan.projectId))
    }

    @Test func onlyUncoveredProjectsAreCoveredWhereThatIsAsked() {
        let draft = draft([(1, 1), (2, 1), (3, 1)], facts([1: 2, 2: 1]), covering: .uncovered)
        #expect(pairs(draft.plan) == ["+2/4", "+3/4", "-1/1", "-2/1", "-3/1"], "of project 3 it is not known")
    }

    @Test func whatTheDestinationHasAlreadyStays() {
        let draft = draft([(1, 1), (1, 4), (2, 4)], facts([1: 2, 2: 1], present: [1, 2]))
        #expect(pairs(draft.plan) == ["-1/1"] && draft.plan.warnings.contains(.stays(configuration: "scan-4", targets: 2)))
        #expect(draft.plan.alreadyDone.map(\.change) == [.associate])
        #expect(draft.cover(of: 0)?.association == MadePlan.association(1, configuration: 4))
    }

    @Test func whatCannotWorkIsSaid() {
        let draft = draft([(1, 1), (2, 1)], facts([1: 4, 2: 1], scope: "ALL", room: 1))
        #expect(
            draft.warnings == [
                .associatesByItself(configuration: "scan-4"), .noRoom(configuration: "scan-4", targets: 2, room: 1),
                .full(configuration: "scan-4", targets: 1),
            ])
        #expect(draft.remarks(on: 0) == [.full] && draft.remarks(on: 1) == [])
    }

    @Test func theTargetsOfAProjectLeaveAndComeBackTogether() {
        var draft = draft([(1, 1), (1, 2), (2, 1)], facts([1: 2, 2: 1]))
        let whole = draft
        draft.setLeftOut(2, true)
        #expect(pairs(draft.plan) == ["+1/4", "+2/4", "-2/1", "-1/2"], "the project still loses another one")
        draft.setLeftOut(4, true)
        #expect(pairs(draft.plan) == ["+2/4", "-2/1"])
        draft.setLeftOut(0, false)
        #expect(draft == whole)
        draft.setLeftOut(1, true)
        #expect(pairs(draft.plan) == ["+1/4", "-1/1", "-1/2"])
    }

    @Test func aDestinationOfAnotherAccountIsSaid() {
        var facts = facts([1: 1])
        facts.account = "210987654321"
        let warning = PlanWarning.otherAccount(configuration: "scan-4", owner: "123456789012")
        #expect(draft([(1, 1)], facts).warnings.contains(warning))
        let target = PlanTarget(association: MadePlan.association(1, configuration: 4))
        #expect(!Planner(facts: facts).plan(.disassociate, targets: [target]).warnings.contains(warning))
        #expect(Planner(facts: facts).plan(.associate, targets: [target]).warnings.contains(warning))
    }

    @Test func aConfigurationDoesNotCoverWhatLeavesIt() {
        let draft = draft([(1, 4), (2, 4), (3, 1)], facts([1: 1, 2: 2, 3: 2], present: [1, 2]), covering: .uncovered)
        #expect(draft.whole.action == .disassociate && pairs(draft.plan) == ["-3/1", "-2/4"], "project 1 would have none")
        #expect(draft.plan.warnings.contains(.stays(configuration: "scan-4", targets: 1)))
        #expect(draft.coverage.count(of: .loses) == 0)
    }

    @Test func aConfigurationThatNeverScansIsSaid() {
        var facts = facts([1: 1])
        func warnings(_ frequency: String?, _ events: [String]?, undoing run: String? = nil) -> [PlanWarning] {
            facts.configurations[MadePlan.arn(4)]?.periodicScanFrequency = frequency
            facts.configurations[MadePlan.arn(4)]?.continuousIntegrationScanSupportedEvents = events
            let target = PlanTarget(association: MadePlan.association(1, configuration: 4))
            return Planner(facts: facts).draft(.associate, targets: [target], undoing: run).warnings
        }
        let warning = PlanWarning.scansNothing(configuration: "scan-4", targets: 1)
        for (frequency, events) in [(nil, nil), ("NEVER", nil), ("NEVER", [])] as [(String?, [String]?)] {
            #expect(warnings(frequency, events) == [warning])
        }
        #expect(warnings("WEEKLY", nil).isEmpty && warnings("NEVER", ["PUSH"]).isEmpty && warnings("NEVER", nil, undoing: "r").isEmpty)
        #expect(draft([(1, 1)], facts).warnings.contains(warning))
        #expect(
            !Planner(facts: facts).plan(.disassociate, targets: [PlanTarget(association: MadePlan.association(1, configuration: 4))])
                .warnings.contains(warning))
    }

    @Test func whereNothingIsUncoveredNothingIsAssociated() {
        let draft = draft([(1, 1)], facts([1: 2]), covering: .uncovered)
        #expect(draft.whole.action == .disassociate && pairs(draft.plan) == ["-1/1"])
    }

    @Test func aPlanOfAMoveFromElsewhereKeepsWhatCoversItsTargets() {
        let covers = [1, 2].map { PlanTarget(association: MadePlan.association($0, configuration: 4)) }
        var facts = facts([1: 2, 2: 1, 3: 1], present: [1])
        facts.alreadyDone = [MadePlan.association(2, configuration: 1)]
        let targets = [1, 2, 3].map { PlanTarget(association: MadePlan.association($0, configuration: 1)) }
        let draft = Planner(facts: facts).draft(moving: targets, after: covers)
        #expect(pairs(draft.plan) == ["-1/1", "-3/1"], "of project 2 nothing is left to disassociate")
        #expect(draft.plan.alreadyDone.count == 2 && draft.coverage.count(of: .loses) == 1)
    }

    /// A run was interrupted after it had an effect: what is left of it is counted by what was there before.
    @Test func whatAnInterruptedMoveDidIsNotCountedTwice() {
        let configurations = (1...4).map { InventoryTests.configuration($0) }
        var inventory = Inventory()
        inventory.apply(.configurations(configurations, isLast: true))
        for (configuration, projects) in zip(configurations, [[2], [2], [2], [1, 2]]) {
            inventory.apply(InventoryTests.page(configuration, projects))
        }
        inventory.apply(.finished)
        func target(_ project: Int, _ configuration: Int, _ change: AssociationChange) -> PlanTarget {
            let arn = configurations[configuration - 1].scanConfigurationArn
            return PlanTarget(
                association: Association(scanConfigurationArn: arn, resource: InventoryTests.project(project)), change: change)
        }
        // Project 1 left configuration 1 already; project 2 is in configuration 4 already.
        let rest = [target(2, 4, .associate), target(1, 1, .disassociate), target(2, 1, .disassociate)]
        var facts = PlanFacts(
            inventory: inventory, account: "123456789012", region: "us-east-1", caller: nil, now: 0)
        func draft() -> PlanDraft { Planner(facts: facts).draft(.move, targets: rest) }
        func isFull(_ draft: PlanDraft) -> Bool { draft.warnings.contains { if case .full = $0 { true } else { false } } }
        #expect(draft().coverage.count(of: .loses) == 1 && isFull(draft()))
        facts.countAsBefore(rest, of: .move, in: inventory)
        #expect(draft().coverage.count(of: .loses) == 0 && draft().coverage.count(of: .keeps) == 2 && !isFull(draft()))
    }
}
