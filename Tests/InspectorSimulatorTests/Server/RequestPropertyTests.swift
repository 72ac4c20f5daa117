import AWSClient
import Foundation
import InspectorCore
import JSON
import TestSupport
import Testing

@testable import InspectorSimulator

/// Requests of clients that are no friends: signed by the rules, with any path, query and body.
@Suite struct RequestPropertyTests {
    private static let paths = [
        "/codesecurity/scan-configuration/list", "/codesecurity/scan-configuration/associations/list",
        "/codesecurity/scan-configuration/get", "/codesecurity/scan-configuration/batch/disassociate", "/coverage/list", "//../x",
    ]

    @Test func eachIsAnsweredAndNoneTakesTheServerDown() async throws {
        try await withSimulator { simulator, client in
            let arn = await simulator.state().configurations[0].scanConfigurationArn
            let items = SignedClient.json(Array(await simulator.associations(of: 0).prefix(2)))
            let bodies = [
                #"{"scanConfigurationArn":"\#(arn)"}"#, #"{"disassociateConfigurationRequests":\#(items)}"#,
                #"{"filterCriteria":{"resourceType":[{"comparison":"EQUALS","value":"CODE_REPOSITORY"}]},"maxResults":20}"#,
            ]
            let broken = try await Property.counterexample(250) { random in
                let query = random.list(upTo: 2) { random in
                    (random.pick(["maxResults", "nextToken", "x"]), String(decoding: random.mutation(of: ["5", "é+/="]), as: UTF8.self))
                }
                let body = String(decoding: random.mutation(of: bodies), as: UTF8.self)
                let answer = try await client.send(path: random.pick(Self.paths), query: query, body: body)
                let isJSON = JSONValue(bytes: answer.body) != nil
                return [200, 400, 404, 409].contains(answer.status) && isJSON ? nil : "\(answer.status): \(answer.text)"
            }
            #expect(broken == nil)
            #expect(await simulator.state().configurations.isEmpty == false)
        }
    }
}
