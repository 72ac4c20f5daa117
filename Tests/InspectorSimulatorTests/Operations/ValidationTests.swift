import Foundation
import HTTPTypes
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct ValidationTests {
    private struct Refusal: Decodable {
        var message: String
        var reason: String?
        var fields: [Field]?

        struct Field: Decodable {
            var name: String
            var message: String
        }
    }

    private static let arn =
        "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/"
        + "00000000-0000-4000-8000-000000000000"
    private static let project = "project-00000000-0000-4000-8000-000000000000"

    private static func batch(_ items: String) -> String { #"{"disassociateConfigurationRequests":[\#(items)]}"# }

    private static func item(_ resource: String, arn: String = arn) -> String {
        #"{"scanConfigurationArn":"\#(arn)","resource":\#(resource)}"#
    }

    private static let valid = item(#"{"projectId":"\#(project)"}"#)

    @Test(
        arguments: [
            ("not json", "CANNOT_PARSE", nil), ("[]", "CANNOT_PARSE", ""),
            (#"{"disassociateConfigurationRequests":7}"#, "CANNOT_PARSE", nil),
            ("{}", "FIELD_VALIDATION_FAILED", "disassociateConfigurationRequests"),
            (batch(""), "FIELD_VALIDATION_FAILED", "disassociateConfigurationRequests"),
            (
                batch(Array(repeating: valid, count: 26).joined(separator: ",")), "FIELD_VALIDATION_FAILED",
                "disassociateConfigurationRequests"
            ),
            (batch(item("{}")), "FIELD_VALIDATION_FAILED", "disassociateConfigurationRequests[0].resource"),
            (batch(item(#"{"projectId":null}"#)), "FIELD_VALIDATION_FAILED", "disassociateConfigurationRequests[0].resource"),
            (batch(item(#"{"imageId":"x"}"#)), "FIELD_VALIDATION_FAILED", "disassociateConfigurationRequests[0].resource"),
            (
                batch(item(#"{"projectId":"\#(project)","imageId":"x"}"#)), "FIELD_VALIDATION_FAILED",
                "disassociateConfigurationRequests[0].resource"
            ),
            (
                batch(valid + "," + item(#"{"projectId":"project-1"}"#)), "FIELD_VALIDATION_FAILED",
                "disassociateConfigurationRequests[1].resource.projectId"
            ),
            (
                batch(item(#"{"projectId":"\#(project)"}"#, arn: "arn:aws:s3:::x")), "FIELD_VALIDATION_FAILED",
                "disassociateConfigurationRequests[0].scanConfigurationArn"
            ),
            (
                batch(#"{"resource":{"projectId":"\#(project)"}}"#), "FIELD_VALIDATION_FAILED",
                "disassociateConfigurationRequests[0].scanConfigurationArn"
            ),
        ] as [(String, String, String?)])
    func badBatchesAreRefusedAsAWhole(body: String, reason: String, field: String?) async throws {
        try await withSimulator { simulator, client in
            let reply = try await client.send(path: ServiceOperation.batchDisassociate.path, body: body)
            let refusal = try reply.decoded(Refusal.self)
            #expect(reply.status == 400)
            #expect(reply.errorType == "ValidationException")
            #expect(refusal.reason == reason)
            if let field { #expect((refusal.fields?.first?.name ?? "") == field) }
            #expect(!refusal.message.isEmpty)
            #expect((await simulator.state()).associationCount == 120)
        }
    }

    @Test(
        arguments: [
            (ServiceOperation.listConfigurations, [("maxResults", "0")], "maxResults"),
            (.listConfigurations, [("maxResults", "101")], "maxResults"), (.listConfigurations, [("maxResults", "many")], "maxResults"),
            (.listConfigurations, [("nextToken", "made up")], "nextToken"),
            (.listAssociations, [("maxResults", "101")], "maxResults"), (.listAssociations, [("nextToken", "made up")], "nextToken"),
        ])
    func badPagesAreRefused(operation: ServiceOperation, query: [(String, String)], field: String) async throws {
        try await withSimulator { simulator, client in
            let arn = (await simulator.state()).configurations[0].scanConfigurationArn
            let reply = try await client.send(path: operation.path, query: query, body: #"{"scanConfigurationArn":"\#(arn)"}"#)
            #expect(reply.status == 400)
            #expect(try reply.decoded(Refusal.self).fields?.map(\.name) == [field])
        }
    }

    @Test(arguments: [
        #"{"maxResults":201}"#, #"{"maxResults":0}"#, #"{"nextToken":"made up"}"#, #"{"filterCriteria":{"resourceType":[]}}"#,
        #"{"filterCriteria":{"resourceType":[{"comparison":"LIKE","value":"X"}]}}"#,
        #"{"filterCriteria":{"resourceType":[{"comparison":"EQUALS"}]}}"#,
    ])
    func badCoverageRequestsAreRefused(body: String) async throws {
        try await withSimulator { _, client async throws in
            let reply = try await client.send(path: ServiceOperation.listCoverage.path, body: body)
            #expect(reply.status == 400)
            #expect(reply.errorType == "ValidationException")
        }
    }

    @Test(arguments: [ServiceOperation.listAssociations, .getConfiguration])
    func configurationsAreCheckedAndLookedUp(operation: ServiceOperation) async throws {
        try await withSimulator { _, client async throws in
            let malformed = try await client.send(path: operation.path, body: #"{"scanConfigurationArn":"arn:x"}"#)
            let missing = try await client.send(path: operation.path, body: "{}")
            let unknown = try await client.send(path: operation.path, body: #"{"scanConfigurationArn":"\#(Self.arn)"}"#)
            let statuses: [Int] = [malformed.status, missing.status, unknown.status]
            #expect(statuses == [400, 400, 404])
            #expect(unknown.errorType == "ResourceNotFoundException")
            #expect(try unknown.decoded(Refusal.self).message.contains(Self.arn))
        }
    }

    @Test func thereAreNoOtherOperations() async throws {
        try await withSimulator { _, client async throws in
            #expect(try await client.send(path: "/members/list", body: "{}").errorType == "UnknownOperationException")
            #expect(try await client.send(path: "/coverage/list", method: "GET").status == 404)
        }
    }

    @Test func everyThirdErrorTypeCarriesAnAddress() async throws {
        try await withSimulator { _, client async throws in
            var types: [String?] = []
            for _ in 0..<3 { types.append(try await client.send(path: "/nowhere", body: "{}").headers["x-amzn-errortype"]) }
            #expect(types[0] == "UnknownOperationException")
            #expect(types[2]?.hasPrefix("UnknownOperationException:http") == true)
        }
    }
}
