import AWSClient
import Foundation
import JSON
import Testing

@testable import InspectorCore

@Suite struct JournalPlanTests {
    private static let targets = ["plain", "quo\"te\\ \n\u{1}\u{7f} é 漢 🚀", nil].enumerated().flatMap { place, name in
        [AssociationResource.projectId("project-\(place)"), .unknown(member: "image\"Id", value: .object(["a": .string("b\n")]))]
            .map { resource in
                PlanTarget(
                    association: Association(scanConfigurationArn: MadePlan.arn(place / 2), resource: resource),
                    configurationName: name, projectName: name)
            }
    }

    private static let plans = [
        Plan(
            action: .disassociate, account: "1\"2", region: "eu-\\1", caller: "arn:é", targets: targets,
            warnings: [.lastConfiguration(projects: ["a\"b"]), .namesMissing]),
        Plan(
            action: .disassociate, account: nil, region: "r", caller: nil, targets: [], alreadyDone: targets,
            warnings: [.alreadyDone(.disassociate, configuration: nil, targets: 6, of: 6)]),
        Plan(action: .associate, account: nil, region: "", caller: nil, targets: [], warnings: []),
        Plan(action: .associate, account: nil, region: "r", caller: nil, targets: [], warnings: [], undoes: "2026\"-1"),
        grouped,
    ]

    private static var grouped: Plan {
        var plan = Plan(action: .move, account: nil, region: "r", caller: nil, targets: [], warnings: [])
        (plan.group, plan.profile) = ("G\"1", "ops é")
        return plan
    }

    @Test(arguments: plans) func comesBackAsItWasWritten(plan: Plan) throws {
        let bytes = JournalPlan(plan).json
        #expect(try JournalPlan(json: bytes).plan == plan)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test func neighboursOfOneConfigurationShareItsArnAndName() {
        var plan = MadePlan.plan(3)
        for (place, name) in ["n", "n", "renamed"].enumerated() { plan.targets[place].configurationName = name }
        plan.warnings = []
        let arn = MadePlan.arn(0)
        let project = { (place: Int) in
            let name = plan.targets[place].projectName.map { #""projectName":"\#($0)","# } ?? ""
            return #"{\#(name)"resource":{"projectId":"\#(MadePlan.projectId(place))"}}"#
        }
        let expected =
            #"[{"configurationName":"n","projects":[\#(project(0)),\#(project(1))],"scanConfigurationArn":"\#(arn)"},"#
            + #"{"configurationName":"renamed","projects":[\#(project(2))],"scanConfigurationArn":"\#(arn)"}]"#
        #expect(String(decoding: JournalPlan(plan).json, as: UTF8.self).contains(#""configurations":\#(expected)"#))
    }

    /// As journals of every version have them: the names and their members never change.
    private static let warnings: [(String, PlanWarning)] = [
        (#"{"defaultConfiguration":{"name":"n","targets":3}}"#, .defaultConfiguration(name: "n", targets: 3)),
        (#"{"organizationLevel":{"name":"n","targets":3}}"#, .organizationLevel(name: "n", targets: 3)),
        (#"{"lastConfiguration":{"projects":["a","b"]}}"#, .lastConfiguration(projects: ["a", "b"])),
        (#"{"hiddenByFilter":{"targets":3}}"#, .hiddenByFilter(targets: 3)), (#"{"namesMissing":{}}"#, .namesMissing),
        (#"{"listingIncomplete":{}}"#, .listingIncomplete), (#"{"repeatedTargets":{"count":3}}"#, .repeatedTargets(count: 3)),
        (#"{"unmatchedListings":{"configurations":["c"]}}"#, .unmatchedListings(configurations: ["c"])),
        (
            #"{"unmatchedLeftOut":{"configuration":"c","count":7,"resources":["r"]}}"#,
            .unmatchedLeftOut(configuration: "c", resources: ["r"], count: 7)
        ),
        (#"{"unknownResources":{"count":3}}"#, .unknownResources(count: 3)),
        (
            #"{"unknownConfiguration":{"scanConfigurationArn":"a","targets":3}}"#,
            .unknownConfiguration(scanConfigurationArn: "a", targets: 3)
        ),
        (#"{"unresolvedLeftOut":{"targets":3}}"#, .unresolvedLeftOut(targets: 3)),
        (#"{"coversLeftOut":{"targets":3}}"#, .coversLeftOut(targets: 3)),
        (
            #"{"alreadyDone":{"_0":"disassociate","configuration":"c","of":5,"targets":3}}"#,
            .alreadyDone(.disassociate, configuration: "c", targets: 3, of: 5)
        ),
        (#"{"alreadyDone":{"_0":"associate","of":5,"targets":3}}"#, .alreadyDone(.associate, configuration: nil, targets: 3, of: 5)),
        (#"{"resultsLeftOut":{"rows":3,"taken":2}}"#, .resultsLeftOut(rows: 3, taken: 2)), (#"{"accountUnknown":{}}"#, .accountUnknown),
        (#"{"alreadyAssociated":{"targets":3}}"#, .alreadyAssociated(targets: 3)),
        (#"{"stays":{"configuration":"c","targets":3}}"#, .stays(configuration: "c", targets: 3)),
        (#"{"full":{"configuration":"c","targets":3}}"#, .full(configuration: "c", targets: 3)),
        (#"{"noRoom":{"configuration":"c","room":2,"targets":3}}"#, .noRoom(configuration: "c", targets: 3, room: 2)),
        (#"{"associatesByItself":{"configuration":"c"}}"#, .associatesByItself(configuration: "c")),
        (#"{"otherAccount":{"configuration":"c","owner":"o"}}"#, .otherAccount(configuration: "c", owner: "o")),
    ]

    @Test(arguments: warnings) func aWarningKeepsItsForm(json: String, warning: PlanWarning) throws {
        #expect(String(decoding: warning.json, as: UTF8.self) == json)
        #expect(try PlanWarning(json: Array(json.utf8)) == warning)
    }

    @Test(arguments: [#"{"newWarning":{}}"#, #"{"hiddenByFilter":{}}"#, #"{"alreadyDone":{"_0":"burn","of":1,"targets":1}}"#, "{}", "[]"])
    func whatIsNoWarningIsRefused(json: String) {
        #expect(throws: JSONError.self) { try PlanWarning(json: Array(json.utf8)) }
    }
}
