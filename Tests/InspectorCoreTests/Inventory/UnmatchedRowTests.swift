import AWSClient
import Testing
import TextSafety

@testable import InspectorCore

/// Rows that do not name one project exactly: shown, and a reason to conclude nothing from what their listing does not show.
@Suite struct UnmatchedRowTests {
    private static let id = "project-3f0c8a52-6a7e-4c1d-9f55-0b8e2d6a7c11"
    private static let matched = #"{"resource":{"projectId":"\#(MadePlan.projectId(1))"}}"#

    static let rows = [
        #"{"resource":{"__type":"CodeSecurityResource","projectId":"\#(id)"}}"#, #"{"resource":{"projectId":"\#(id.uppercased())"}}"#,
        #"{"resource":{"projectId":"project-3F0C8A52-6A7E-4C1D-9F55-0B8E2D6A7C11"}}"#,
        #"{"resource":{"projectId":"\#(id)","team":"blue"}}"#,
        #"{"resource":{"projectId":"arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-integration/x/\#(id)"}}"#,
        #"{"resource":{"projectId":""}}"#, #"{"resource":{"projectId":null}}"#, #"{"resource":{}}"#, #"{"resource":null}"#, "{}",
        #"{"resource":{"projectID":"\#(id)"}}"#, #"{"resource":{"containerImageId":"image-1"}}"#,
    ]

    /// An account of one configuration whose listing holds these rows.
    private static func inventory(_ rows: [String]) async throws -> Inventory {
        let configuration =
            #"{"scanConfigurationArn":"\#(MadePlan.arn(1))","name":"mobile","ownerAccountId":"123456789012"}"#
        let transport = GeneratingTransport { _, request in
            .json(
                #"{"configurations":[\#(configuration)],"coveredResources":[],"associations":[\#(rows.joined(separator: ","))]}"#)
        }
        var inventory = Inventory()
        await InventoryLoader(inspector: try transport.inspector()).load { inventory.apply($0) }
        return inventory
    }

    @Test(arguments: rows) func oneOfThemMakesTheListingUnfitToProveAbsence(row: String) async throws {
        let inventory = try await Self.inventory([Self.matched, row])
        #expect(inventory.isComplete && inventory.associationCount == 2)
        #expect(!inventory.provesAbsence && !inventory.provesAbsence(of: 0))
        #expect(inventory.absent(among: [MadePlan.association(2, configuration: 1)]).isEmpty)
        #expect(inventory.present(among: [MadePlan.association(1, configuration: 1)]).count == 1)
    }

    @Test func withoutThemWhatIsNotListedIsAbsent() async throws {
        let inventory = try await Self.inventory([Self.matched])
        #expect(inventory.provesAbsence)
        let (there, gone) = (MadePlan.association(1, configuration: 1), MadePlan.association(2, configuration: 1))
        let elsewhere = MadePlan.association(2, configuration: 2)
        #expect(inventory.absent(among: [there, gone, elsewhere]) == [gone])
        #expect(inventory.present(among: [there, gone, elsewhere]) == [there])
    }

    @Test func ofAPlansTargetsTheSameAreAbsentAlsoWhereTheirProjectsAreListed() async throws {
        var inventory = try await Self.inventory([Self.matched])
        let (there, gone) = (MadePlan.association(1, configuration: 1), MadePlan.association(2, configuration: 1))
        #expect(inventory.absent(among: inventory.planTargets([there, gone])) == [gone])
        inventory.apply(.coverage([ProjectDetails(projectId: gone.resource.projectId ?? "", projectName: "acme/gone")]))
        let targets = inventory.planTargets([there, gone])
        #expect(targets.contains { $0.projectName == "acme/gone" })
        #expect(inventory.absent(among: targets) == [gone])
    }

    @Test func aRefreshWithoutThemProvesAgain() async throws {
        var inventory = try await Self.inventory([Self.matched, "{}"])
        inventory.beginRefresh(of: [MadePlan.arn(1), MadePlan.arn(7)])
        #expect(!inventory.isComplete)
        let rows = [MadePlan.association(1).resource]
        inventory.apply(.associations(scanConfigurationArn: MadePlan.arn(1), rows, isLast: true))
        #expect(inventory.provesAbsence && inventory.associationCount == 1)
        inventory.beginRefresh(of: [MadePlan.arn(1)])
        inventory.apply(.associations(scanConfigurationArn: MadePlan.arn(1), [.missing], isLast: false))
        inventory.apply(.associations(scanConfigurationArn: MadePlan.arn(1), rows, isLast: true))
        #expect(!inventory.provesAbsence)
    }

    @Test(arguments: rows) func aPlanOfEverythingNamesThemAndTheirConfiguration(row: String) async throws {
        let inventory = try await Self.inventory([Self.matched, row])
        let selection = TargetSelection(configurations: ["mobile"], projects: [])
        let targets = try selection.associations(in: inventory).map(inventory.planTarget)
        let facts = PlanFacts(inventory: inventory, account: nil, region: "us-east-1", caller: nil, now: 0)
        let plan = Planner(facts: facts).plan(.disassociate, targets: targets)
        #expect(plan.targets.map(\.association) == [MadePlan.association(1, configuration: 1)])
        #expect(plan.warnings.contains(.unmatchedListings(configurations: ["mobile"])))
        let sentence = try #require(plan.warnings.last?.sentence)
        #expect(sentence.hasPrefix("1 resource of mobile matches no project and is left out: "))
        if row.contains("containerImageId") { #expect(sentence.hasSuffix(": containerImageId: image-1.")) }
        if row == "{}" { #expect(sentence.hasSuffix(": no resource.")) }
    }

    @Test(arguments: [#""resourceId":"arn:x/project-ABC","#, "", #""resourceId":null,"#])
    func aNameWithoutItsProjectLeavesNamesIncomplete(resourceId: String) async throws {
        let row = #"{\#(resourceId)"resourceType":"CODE_REPOSITORY","resourceMetadata":{"codeRepository":{"projectName":"acme/one"}}}"#
        let transport = GeneratingTransport { _, _ in .json(#"{"configurations":[],"coveredResources":[\#(row)]}"#) }
        var inventory = Inventory()
        await InventoryLoader(inspector: try transport.inspector()).load { inventory.apply($0) }
        #expect(inventory.coverageState == .failed(.unmatchedRows(operation: "ListCoverage", rows: 1)))
    }

    /// Rows of the coverage, and whether they leave it incomplete.
    static let coverage: [(String, Bool)] = [
        (#""resourceId":"arn:x/\#(id)","resourceMetadata":{"codeRepository":{"projectName":7}}"#, true),
        (#""resourceId":"arn:x/\#(id)","resourceMetadata":{"codeRepository":"acme/one"}"#, true),
        (#""resourceId":"arn:x/\#(id)","resourceMetadata":[]"#, true), (#""resourceType":"CODE_REPOSITORY""#, true),
        (#""resourceId":"arn:x/\#(id)""#, false), (#""resourceId":"arn:x/\#(id)","resourceMetadata":{"codeRepository":{}}"#, false),
        (#""resourceId":"i-1","resourceType":"AWS_EC2_INSTANCE""#, false),
    ]

    @Test(arguments: coverage) func aRowThatHidesAProjectOrItsNameLeavesTheCoverageIncomplete(row: String, isIncomplete: Bool) async throws
    {
        let transport = GeneratingTransport { _, _ in .json(#"{"configurations":[],"coveredResources":[{\#(row)}]}"#) }
        var inventory = Inventory()
        await InventoryLoader(inspector: try transport.inspector()).load { inventory.apply($0) }
        #expect((inventory.coverageState != .complete) == isIncomplete)
        #expect(inventory.knowsAllNames != isIncomplete && inventory.knowsAllFacts != isIncomplete)
    }
}
