import InspectorCore
import Testing

/// A plan that is edited before it is sent.
@Suite struct PlanDraftTests {
    private func configuration(_ number: Int, owner: String = "123456789012", scope: String? = nil) -> ScanConfiguration {
        ScanConfiguration(
            scanConfigurationArn: MadePlan.arn(number), name: "scan-\(number)", ownerAccountId: owner, periodicScanFrequency: "WEEKLY",
            scopeSettings: scope.map(ScopeSettings.init))
    }

    /// A draft of these associations, pairs of project and configuration, of projects with so many configurations each.
    private func draft(
        _ targets: [(Int, Int)], counts: [Int: Int], isComplete: Bool = true, unmatched: [String] = [], action: RunAction = .disassociate
    ) -> PlanDraft {
        let all = [configuration(1, scope: "ALL"), configuration(2, owner: "o-abcdefghij"), configuration(3)]
        let known = counts.map { (MadePlan.projectId($0), PlannedProject(configurations: $1)) }
        let facts = PlanFacts(
            account: "123456789012", region: "us-east-1",
            configurations: Dictionary(uniqueKeysWithValues: all.map { ($0.scanConfigurationArn, $0) }),
            projects: Dictionary(uniqueKeysWithValues: known), isComplete: isComplete, unmatchedListings: unmatched)
        let associations = targets.map { PlanTarget(association: MadePlan.association($0, configuration: $1)) }
        return Planner(facts: facts).draft(action, targets: associations)
    }

    @Test func whatIsLeftOutIsNotInThePlan() {
        var draft = draft([(1, 1), (2, 2), (3, 3)], counts: [1: 2, 2: 2, 3: 2])
        draft.setLeftOut(0, true)
        draft.setLeftOut(0, true)
        #expect(
            draft.plan.targets.map(\.association) == [MadePlan.association(2, configuration: 2), MadePlan.association(3, configuration: 3)])
        #expect(draft.count == 2 && draft.extent == "2 associations (2 projects) in 2 configurations")
        #expect(draft.plan.warnings == [.organizationLevel(name: "scan-2", targets: 1)], "nothing of the default configuration is left")
        draft.setLeftOut(0, false)
        #expect(draft == self.draft([(1, 1), (2, 2), (3, 3)], counts: [1: 2, 2: 2, 3: 2]))
    }

    @Test func aProjectLosesItsLastConfigurationOnlyWithAllOfItsTargets() {
        var draft = draft([(1, 2), (1, 3), (2, 3)], counts: [1: 2, 2: 2])
        #expect(draft.coverage.projects(of: .loses) == [MadePlan.projectId(1)])
        #expect(draft.remarks(on: 0) == [.lastConfiguration, .organizationLevel] && draft.remarks(on: 2) == [])
        draft.setLeftOut(1, true)
        #expect(draft.coverage.count(of: .loses) == 0 && draft.coverage.count(of: .keeps) == 2)
        #expect(draft.remarks(on: 0) == [.organizationLevel])
        #expect(draft.remarks(on: 1) == [.lastConfiguration], "that is why it is left out")
        draft.setLeftOut(0, true)
        #expect(draft.coverage.projectCount == 1)
    }

    @Test func leavingOutUncoveredOnesKeepsEveryProjectCovered() {
        var draft = draft([(1, 2), (1, 3), (2, 3), (3, 1), (4, 1)], counts: [1: 2, 2: 2, 3: 1, 4: 3])
        #expect(draft.uncoveredWords == "2 projects that would lose their last scan configuration")
        #expect(draft.leaveOutUncovered() == 3)
        #expect(
            Set(draft.plan.targets.map(\.association)) == [
                MadePlan.association(2, configuration: 3), MadePlan.association(4, configuration: 1),
            ])
        #expect(draft.uncoveredWords == nil)
        #expect(!draft.plan.warnings.contains { if case .lastConfiguration = $0 { true } else { false } })
        #expect(draft.leaveOutUncovered() == 0)
    }

    @Test(arguments: [(false, []), (true, ["scan-3"])]) func whatTheListingsDoNotTellCountsAsLost(isComplete: Bool, unmatched: [String]) {
        var draft = draft([(1, 3), (2, 3), (3, 3)], counts: [1: 1, 2: 2], isComplete: isComplete, unmatched: unmatched)
        #expect(draft.coverage.count(of: .loses) == 0 && draft.coverage.count(of: .unknown) == 2)
        #expect(draft.coverage.projects(of: .keeps) == [MadePlan.projectId(2)], "a listed configuration is proof enough")
        #expect(draft.uncoveredWords?.hasPrefix("2 projects that may lose their last scan configuration") == true)
        #expect(draft.leaveOutUncovered() == 2)
        #expect(draft.plan.targets.map(\.association) == [MadePlan.association(2, configuration: 3)])
    }

    @Test func anUndoLeavesNothingUncovered() {
        var draft = draft([(1, 1)], counts: [1: 1], action: .associate)
        #expect(draft.uncoveredWords == nil && draft.leaveOutUncovered() == 0 && draft.remarks(on: 0) == [])
    }

    @Test func hiddenOnesAreCountedWhileTheyAreSent() {
        var draft = draft([(1, 3), (2, 3)], counts: [1: 2, 2: 2])
        draft.hide([0, 1])
        draft.setLeftOut(1, true)
        #expect(draft.plan.warnings == [.hiddenByFilter(targets: 1)])
        #expect(draft.remarks(on: 1) == [.hidden])
    }
}
