import AWSClient
import InspectorCore
import JSON
import Testing

@Suite struct PlannerTests {
    private func configuration(_ number: Int, _ name: String, owner: String = "123456789012", scope: String? = nil) -> ScanConfiguration {
        ScanConfiguration(
            scanConfigurationArn: MadePlan.arn(number), name: name, ownerAccountId: owner, periodicScanFrequency: "WEEKLY",
            scopeSettings: scope.map(ScopeSettings.init))
    }

    private func facts(_ all: [ScanConfiguration], counts: [String: Int] = [:], isComplete: Bool = true) -> PlanFacts {
        PlanFacts(
            account: "123456789012", region: "us-east-1",
            configurations: Dictionary(uniqueKeysWithValues: all.map { ($0.scanConfigurationArn, $0) }),
            projects: counts.mapValues { PlannedProject(configurations: $0) },
            isComplete: isComplete)
    }

    private func target(_ project: Int, _ configuration: Int, name: String? = nil) -> PlanTarget {
        PlanTarget(association: MadePlan.association(project, configuration: configuration), projectName: name)
    }

    @Test func sortsByConfigurationThenProject() {
        let planner = Planner(facts: facts([configuration(1, "zebra"), configuration(2, "apple")]))
        let plan = planner.plan(.disassociate, targets: [target(1, 1, name: "b"), target(2, 1, name: "a"), target(3, 2)])
        #expect(plan.targets.map(\.configurationName) == ["apple", "zebra", "zebra"])
        #expect(plan.targets.map(\.projectName) == [nil, "a", "b"])
        #expect(plan.warnings.isEmpty)
    }

    @Test func caseDoesNotDecideTheOrder() {
        let planner = Planner(facts: facts([configuration(1, "Zebra"), configuration(2, "apple")]))
        let targets = [target(1, 1, name: "b"), target(2, 1, name: "A"), target(3, 1, name: "C"), target(4, 1), target(5, 2)]
        let plan = planner.plan(.disassociate, targets: targets)
        #expect(plan.targets.map(\.configurationName) == ["apple", "Zebra", "Zebra", "Zebra", "Zebra"])
        #expect(plan.targets.map(\.projectName) == [nil, "A", "b", "C", nil], "as in the lists: what has no name is last")
    }

    @Test func theAccountIsThatOfTheConfigurationsWhereNobodyElseTellsIt() {
        let facts = PlanFacts(account: nil, region: "us-east-1", configurations: [:], isComplete: false)
        let plan = Planner(facts: facts).plan(.disassociate, targets: [target(1, 1)])
        #expect(plan.account == "123456789012")
        #expect(!plan.warnings.contains(.accountUnknown))
        var organization = target(1, 1)
        organization.association.scanConfigurationArn.replace("owner/123456789012", with: "owner/o-abcdefghij")
        let unknown = Planner(facts: facts).plan(.disassociate, targets: [organization])
        #expect(unknown.account == nil)
        #expect(unknown.warnings.first == .accountUnknown)
    }

    @Test func countsARepeatedTargetOnce() {
        let planner = Planner(facts: facts([configuration(1, "one")]))
        let plan = planner.plan(.disassociate, targets: [target(1, 1), target(1, 1), target(1, 1)])
        #expect(plan.targets.count == 1)
        #expect(plan.warnings == [.repeatedTargets(count: 2)])
    }

    @Test func warnsOfDefaultAndOrganizationConfigurations() {
        let all = [configuration(1, "default", scope: "ALL"), configuration(2, "organization", owner: "o-abcdefghij")]
        let planner = Planner(facts: facts(all))
        let targets = [target(1, 1), target(2, 1), target(3, 2)]
        let organization = PlanWarning.organizationLevel(name: "organization", targets: 1)
        #expect(
            planner.plan(.disassociate, targets: targets).warnings == [.defaultConfiguration(name: "default", targets: 2), organization])
        #expect(
            planner.plan(.associate, targets: targets).warnings == [.associatesByItself(configuration: "default"), organization])
    }

    @Test func warnsOfProjectsLeftWithNoConfiguration() {
        let counts = [MadePlan.projectId(1): 2, MadePlan.projectId(2): 2, MadePlan.projectId(3): 1]
        let planner = Planner(facts: facts([configuration(1, "a"), configuration(2, "b")], counts: counts))
        let targets = [target(1, 1), target(1, 2), target(2, 1), target(3, 2), target(4, 1)]
        #expect(
            planner.plan(.disassociate, targets: targets).warnings == [
                .lastConfiguration(projects: [MadePlan.projectId(1), MadePlan.projectId(3)])
            ])
        #expect(planner.plan(.associate, targets: targets).warnings.isEmpty)
    }

    @Test func saysWhatIsNotKnown() {
        var facts = facts([], isComplete: false)
        facts.namesKnown = false
        var draft = Planner(facts: facts).draft(.disassociate, targets: [target(1, 1), target(2, 1), target(3, 1)])
        draft.hide([0, 1, 2])
        #expect(draft.plan.warnings == [.hiddenByFilter(targets: 3), .namesMissing, .listingIncomplete])
    }

    @Test func warnsOfAConfigurationThatIsNotListed() {
        let plan = Planner(facts: facts([])).plan(.disassociate, targets: [target(1, 1)])
        #expect(plan.warnings == [.unknownConfiguration(scanConfigurationArn: MadePlan.arn(1), targets: 1)])
    }

    @Test func leavesResourcesOfUnknownKindsOut() {
        let unknown = Association(scanConfigurationArn: MadePlan.arn(1), resource: .unknown(member: "x", value: .null))
        let plan = Planner(facts: facts([configuration(1, "one")])).plan(.disassociate, targets: [PlanTarget(association: unknown)])
        #expect(plan.targets.isEmpty)
        #expect(plan.warnings == [.unmatchedLeftOut(configuration: "one", resources: ["x: null"], count: 1)])
    }
}
