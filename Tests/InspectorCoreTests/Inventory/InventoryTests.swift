import Testing
import TextSafety

@testable import InspectorCore

@Suite struct InventoryTests {
    static func configuration(_ number: Int, name: String? = nil) -> ScanConfiguration {
        let uuid = "00000000-0000-4000-8000-00000000000\(number)"
        return ScanConfiguration(
            scanConfigurationArn: "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/\(uuid)",
            name: name ?? "configuration-\(number)", ownerAccountId: "123456789012")
    }

    static func project(_ number: Int) -> AssociationResource {
        .projectId("project-00000000-0000-4000-8000-00000000000\(number)")
    }

    static func page(_ configuration: ScanConfiguration, _ projects: [Int], isLast: Bool = true) -> InventoryEvent {
        .associations(scanConfigurationArn: configuration.scanConfigurationArn, projects.map(project), isLast: isLast)
    }

    /// 1 has projects 1 and 2, 2 has project 2.
    static func listed() -> Inventory {
        var inventory = Inventory()
        inventory.apply(.configurations([configuration(1), configuration(2)], isLast: true))
        inventory.apply(page(configuration(1), [1, 2]))
        inventory.apply(page(configuration(2), [2]))
        let details = ProjectDetails(projectId: project(1).projectId ?? "", projectName: "acme/one", words: [.provider: "GITHUB"])
        inventory.apply(.coverage([details]))
        inventory.apply(.finished)
        return inventory
    }

    private func count(_ project: Int, in inventory: Inventory) throws -> Int {
        inventory.configurationCount(of: try #require(inventory.resources.knownNumber(of: Self.project(project))))
    }

    @Test func countsSayInHowManyConfigurationsAProjectIs() throws {
        let inventory = Self.listed()
        #expect(inventory.associationCount == 3)
        #expect(try count(1, in: inventory) == 1)
        #expect(try count(2, in: inventory) == 2)
        #expect(inventory.isComplete)
    }

    @Test func aListingIsNotCompleteBeforeItsLastPage() {
        var inventory = Inventory()
        inventory.apply(.configurations([Self.configuration(1)], isLast: true))
        inventory.apply(Self.page(Self.configuration(1), [1], isLast: false))
        #expect(inventory.isLoading && !inventory.isComplete)
        inventory.apply(Self.page(Self.configuration(1), [1, 2]))
        #expect(inventory.isComplete)
        #expect(inventory.associationCount == 2)
    }

    @Test func aRefreshKeepsWhatIsKnownUntilTheLastPage() throws {
        var inventory = Self.listed()
        let id = try #require(
            inventory.id(of: Association(scanConfigurationArn: Self.configuration(1).scanConfigurationArn, resource: Self.project(2))))
        inventory.beginRefresh()
        inventory.apply(.configurations([Self.configuration(2)], isLast: false))
        inventory.apply(Self.page(Self.configuration(1), [3], isLast: false))
        #expect(inventory.associationCount == 3)
        inventory.apply(.configurations([Self.configuration(1)], isLast: true))
        inventory.apply(Self.page(Self.configuration(1), [2]))
        #expect(inventory.entries[0].associations.map { inventory.resources[$0] } == [Self.project(3), Self.project(2)])
        #expect(try count(1, in: inventory) == 0)
        #expect(try count(3, in: inventory) == 1)
        #expect(inventory.association(id).resource == Self.project(2))
    }

    @Test func anAssociationMadeDuringARefreshOutlivesIt() throws {
        var inventory = Self.listed()
        inventory.beginRefresh()
        let arn = Self.configuration(2).scanConfigurationArn
        let made = try #require(inventory.id(of: Association(scanConfigurationArn: arn, resource: Self.project(1))))
        inventory.insert(made)
        inventory.apply(.configurations([Self.configuration(1), Self.configuration(2)], isLast: true))
        inventory.apply(Self.page(Self.configuration(2), [2]))
        #expect(inventory.contains(made))
        #expect(inventory.associationIDs(of: made.configuration).contains(made))
        #expect(try count(1, in: inventory) == 2)
    }

    @Test func aConfigurationThatIsGoneIsNotListed() {
        var inventory = Self.listed()
        inventory.beginRefresh()
        inventory.apply(.configurations([Self.configuration(2)], isLast: true))
        #expect(inventory.listed == [1])
    }

    @Test func aConfigurationThatIsGoneDoesNotCoverItsProjectsAnyMore() throws {
        var inventory = Self.listed()
        #expect(try count(2, in: inventory) == 2)
        inventory.beginRefresh()
        inventory.apply(.configurations([Self.configuration(2)], isLast: true))
        #expect(try count(2, in: inventory) == 1)
    }

    @Test func aConfigurationThatIsListedTwiceIsOne() {
        var inventory = Self.listed()
        inventory.beginRefresh()
        inventory.apply(.configurations([Self.configuration(1), Self.configuration(2)], isLast: false))
        inventory.apply(.configurations([Self.configuration(2)], isLast: true))
        #expect(inventory.listed == [0, 1])
    }

    @Test func associationsThatAreGoneLeaveAndComeBack() throws {
        var inventory = Self.listed()
        let id = try #require(
            inventory.id(of: Association(scanConfigurationArn: Self.configuration(1).scanConfigurationArn, resource: Self.project(2))))
        inventory.remove([id, id])
        #expect(inventory.associationCount == 2)
        #expect(try count(2, in: inventory) == 1)
        inventory.insert(id)
        inventory.insert(id)
        #expect(try count(2, in: inventory) == 2)
    }

    @Test func aSelectionIsAllOrNothing() throws {
        let inventory = Self.listed()
        let both = try TargetSelection(configurations: ["configuration-1"], projects: ["acme/one"]).associations(in: inventory)
        #expect(both.map { inventory.association($0).resource } == [Self.project(1)])
        let byProject = TargetSelection(configurations: [], projects: [try #require(Self.project(2).projectId)])
        #expect(try byProject.associations(in: inventory).count == 2)
        #expect(throws: SelectionError.noSuchProject("acme/two", configurations: ["configuration-1"])) {
            try TargetSelection(configurations: ["configuration-1"], projects: ["acme/one", "acme/two"]).associations(in: inventory)
        }
        #expect(throws: SelectionError.noSuchConfiguration("nothing", known: ["configuration-1", "configuration-2"])) {
            try TargetSelection(configurations: ["nothing"], projects: []).associations(in: inventory)
        }
    }

    @Test func aKnownProjectThatIsNotAssociatedIsNamedAndNotThere() throws {
        var inventory = Self.listed()
        let (third, arn) = (Self.project(3), Self.configuration(1).scanConfigurationArn)
        let id = try #require(third.projectId)
        let byId = TargetSelection(configurations: ["configuration-1"], projects: [id])
        #expect(try byId.associations(in: inventory).isEmpty)
        #expect(try byId.notAssociated(in: inventory) == [Association(scanConfigurationArn: arn, resource: third)])
        let alone = TargetSelection(configurations: [], projects: [id])
        #expect(throws: SelectionError.noSuchProject(id, configurations: [])) { try alone.associations(in: inventory) }
        inventory.apply(.coverage([ProjectDetails(projectId: id, projectName: "acme/three")]))
        #expect(try alone.associations(in: inventory).isEmpty && alone.notAssociated(in: inventory).isEmpty)
        let byName = TargetSelection(configurations: ["configuration-1"], projects: ["acme/three", "acme/one"])
        #expect(try byName.associations(in: inventory).count == 1)
        #expect(try byName.notAssociated(in: inventory) == [Association(scanConfigurationArn: arn, resource: third)])
    }

    @Test func aNameThatSeveralConfigurationsHaveIsAmbiguous() {
        var inventory = Inventory()
        inventory.apply(.configurations([Self.configuration(1, name: "same"), Self.configuration(2, name: "same")], isLast: true))
        #expect(throws: SelectionError.ambiguousConfiguration("same", count: 2)) { try inventory.resolve(configurations: ["same"]) }
    }

    @Test func aNameThatSeveralProjectsHaveIsAmbiguous() throws {
        var inventory = Self.listed()
        let ids = try [1, 2].map { try #require(Self.project($0).projectId) }
        inventory.apply(.coverage([ProjectDetails(projectId: ids[1], projectName: "acme/one", words: [.provider: "GITLAB_SELF_MANAGED"])]))
        let error = SelectionError.ambiguousProject("acme/one", ids: ids)
        #expect(error.sentence.contains(ids[0]) && error.sentence.contains(ids[1]))
        #expect(throws: error) { try TargetSelection(configurations: [], projects: ["acme/one"]).associations(in: inventory) }
        let one = try TargetSelection(configurations: ["configuration-2"], projects: ["acme/one"]).associations(in: inventory)
        #expect(one.map { inventory.association($0).resource } == [Self.project(2)])
        #expect(try TargetSelection(configurations: [], projects: [ids[0]]).associations(in: inventory).count == 1)
    }

    @Test func aPlanOfTheInventoryWarnsOfProjectsLeftBare() throws {
        let inventory = Self.listed()
        let targets = inventory.associationIDs(of: 0).map(inventory.planTarget)
        let facts = PlanFacts(inventory: inventory, account: nil, region: "us-east-1", caller: nil, now: 0)
        let plan = Planner(facts: facts).plan(.disassociate, targets: targets)
        #expect(plan.warnings == [.lastConfiguration(projects: [try #require(Self.project(1).projectId)])])
        #expect(plan.targets.map(\.projectName) == ["acme/one", nil])
    }
}
