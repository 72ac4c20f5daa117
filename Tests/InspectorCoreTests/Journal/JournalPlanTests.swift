import AWSClient
import Foundation
import Testing

@testable import InspectorCore

@Suite struct JournalPlanTests {
    private func written(_ plan: Plan) throws -> (raw: NSDictionary, plan: Plan) {
        var writer = JSONWriter()
        JournalPlan(plan).write(to: &writer)
        let data = Data(writer.bytes)
        let raw = try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
        let read = JSONScan.value(of: writer.bytes) { scan throws(JSONScan.Unusual) in try JournalPlan(&scan) }
        return (raw, try #require(read).plan)
    }

    private func encoded(_ plan: Plan) throws -> NSDictionary? {
        try JSONSerialization.jsonObject(with: Data(WireJSON.encode(JournalPlan(plan)))) as? NSDictionary
    }

    @Test func isWrittenAsItWouldBeEncoded() throws {
        let targets = ["plain", "quo\"te\\ \n\u{1}\u{7f} é 漢 🚀", nil].enumerated().flatMap { place, name in
            [AssociationResource.projectId("project-\(place)"), .unknown(member: "image\"Id", value: .object(["a": .string("b\n")]))]
                .map { resource in
                    PlanTarget(
                        association: Association(scanConfigurationArn: MadePlan.arn(place / 2), resource: resource),
                        configurationName: name, projectName: name)
                }
        }
        let plans = [
            Plan(
                action: .disassociate, account: "1\"2", region: "eu-\\1", caller: "arn:é", targets: targets,
                warnings: [.lastConfiguration(projects: ["a\"b"]), .namesMissing]),
            Plan(
                action: .disassociate, account: nil, region: "r", caller: nil, targets: [], alreadyDone: targets,
                warnings: [.alreadyDone(.disassociate, configuration: nil, targets: 6, of: 6)]),
            Plan(action: .associate, account: nil, region: "", caller: nil, targets: [], warnings: []),
            Plan(action: .associate, account: nil, region: "r", caller: nil, targets: [], warnings: [], undoes: "2026\"-1"),
        ]
        for plan in plans {
            let (raw, read) = try written(plan)
            let encoded = try encoded(plan)
            #expect(raw == encoded)
            #expect(read == plan)
        }
    }
}
