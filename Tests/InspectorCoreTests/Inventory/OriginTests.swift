import BitCollections
import InspectorCore
import Testing

/// What several sessions list stays apart, though it has the same names and IDs.
@Suite struct OriginTests {
    private static let arns = ["arn:aws:inspector2:us-east-1:1:c/a", "arn:aws:inspector2:us-east-1:2:c/b"]

    private func configuration(_ arn: String) -> ScanConfiguration {
        ScanConfiguration(scanConfigurationArn: arn, name: "nightly", ownerAccountId: "1")
    }

    private func project(_ number: Int) -> AssociationResource {
        .projectId("project-00000000-0000-4000-8000-00000000000\(number)")
    }

    /// Both sessions have projects 1 and 2 in a configuration of their own, or in the same one.
    private func listed(_ arns: [String] = arns) -> Inventory {
        var inventory = Inventory(sessions: 2)
        for origin in OriginNumber(0)..<2 {
            inventory.apply(.configurations([configuration(arns[Int(origin)])], isLast: true), from: origin)
            inventory.apply(
                .associations(scanConfigurationArn: arns[Int(origin)], [project(1), project(2)], isLast: true), from: origin)
            inventory.apply(.coverage([ProjectDetails(projectId: project(1).projectId ?? "", projectName: "one")]), from: origin)
            inventory.apply(.finished, from: origin)
        }
        return inventory
    }

    @Test(arguments: [arns, [arns[0], arns[0]]]) func aProjectOfTwoSessionsIsTwo(arns: [String]) throws {
        var inventory = listed(arns)
        let ids = try (OriginNumber(0)..<2).map { origin in
            try #require(inventory.id(of: Association(scanConfigurationArn: arns[Int(origin)], resource: project(1)), in: origin))
        }
        #expect(ids[0].configuration != ids[1].configuration && ids[0].resource != ids[1].resource)
        #expect(ids.allSatisfy { inventory.configurationCount(of: $0.resource) == 1 })
        inventory.remove([ids[0]])
        #expect(!inventory.contains(ids[0]) && inventory.contains(ids[1]))
        #expect(inventory.configurationCount(of: ids[1].resource) == 1)
    }

    @Test func oneSessionIsLookedAtAsIfItWereAlone() {
        let inventory = listed()
        #expect(inventory.associationCount == 4 && inventory.only(1).associationCount == 2)
        #expect(inventory.only(1).listed == [1] && inventory.only(1).account == nil)
        #expect(inventory.members(of: .inSeveralConfigurations, now: 0).projects.isEmpty, "not in two configurations of one account")
    }

    /// Whoever looks at one session is not told that what others list is gone.
    @Test func whatIsNotLookedAtIsNotGone() throws {
        var inventory = listed()
        inventory.show(only: 0)
        let other = try #require(inventory.id(of: Association(scanConfigurationArn: Self.arns[1], resource: project(1)), in: 1))
        #expect(inventory.contains(other))
        #expect(inventory.associated(among: [Int(other.resource)], of: other.configuration).count == 1)
    }

    @Test func aListingThatFailsProvesNothingInItsSessionAlone() {
        var inventory = listed()
        inventory.beginRefresh(of: 1)
        #expect(inventory.provesAbsence(in: 0) && !inventory.provesAbsence(in: 1) && !inventory.provesAbsence)
        #expect(inventory.configurationsState == .loading && inventory.only(0).configurationsState == .complete)
        #expect(inventory.only(0).isComplete && inventory.only(1).isLoading)
        inventory.apply(.finished, from: 0)
        #expect(inventory.only(0).knowsAllNames && !inventory.only(1).knowsAllNames)
    }

    @Test func aNewListingForgetsTheCoverageOfItsSessionAlone() {
        var inventory = listed()
        inventory.beginRefresh(of: 1)
        inventory.apply(.finished, from: 1)
        #expect(inventory.facts.isCovered(0) && inventory.facts.covered.count == 1)
    }

    @Test func forgettingOneSessionKeepsTheOthers() {
        var inventory = listed()
        inventory.forget(0)
        #expect(inventory.associationCount == 2 && inventory.extent(of: 0).configurations == 0)
        #expect(inventory.facts.covered.count == 1 && inventory.only(0).configurationsState == .loading)
    }

    /// In a plan over both, only what complete listings prove counts as losing its last configuration.
    @Test func aPlanProvesCoverageSessionBySession() throws {
        var inventory = listed()
        inventory.beginRefresh(of: [Self.arns[1]], in: 1)
        let facts = PlanFacts(inventory: inventory, account: nil, region: "", caller: nil, now: 0)
        let rows = [ConfigurationNumber(0): inventory.entries[0], 1: inventory.entries[1]].mapValues { entry in
            entry.associated(among: .init(0..<inventory.resources.count))
        }
        let draft = Planner(facts: facts).draft(.disassociate, targets: inventory.planTargets(rows))
        #expect(draft.count == 4 && draft.coverage.count(of: .loses) == 2 && draft.coverage.count(of: .unknown) == 2)
        #expect(draft.groups.map(\.scanConfigurationArn) == Self.arns, "by session")
    }
}
