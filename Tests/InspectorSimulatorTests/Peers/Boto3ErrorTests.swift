import Foundation
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// What boto3 makes of each error of each operation.
@Suite(.enabled(if: Peer.hasBoto3))
struct Boto3ErrorTests {
    private static let faults = [
        ("throttle", "ThrottlingException", 429), ("error", "InternalServerException", 500),
        ("expire-after=0", "ExpiredTokenException", 403),
    ]

    /// Each operation with arguments that are in order.
    private static func operations(_ simulator: Simulator) async throws -> [(
        operation: ServiceOperation, method: String, arguments: String
    )] {
        let arn = #"{"scanConfigurationArn":"\#(await simulator.state().configurations[0].scanConfigurationArn)"}"#
        let items = SignedClient.json(Array(await simulator.associations(of: 0).prefix(2)))
        return [
            (.listConfigurations, "list_code_security_scan_configurations", "{}"),
            (.listAssociations, "list_code_security_scan_configuration_associations", arn),
            (.getConfiguration, "get_code_security_scan_configuration", arn),
            (
                .batchDisassociate, "batch_disassociate_code_security_scan_configuration",
                #"{"disassociateConfigurationRequests":\#(items)}"#
            ),
            (.batchAssociate, "batch_associate_code_security_scan_configuration", #"{"associateConfigurationRequests":\#(items)}"#),
            (.listCoverage, "list_coverage", "{}"),
        ]
    }

    private func errors(_ simulator: Simulator, _ calls: [String]) async throws -> [Boto3.Seen.Failure] {
        try await Boto3.calls(simulator, calls).map { line in
            try #require(try Boto3.decode(Boto3.Seen.self, line).error, "\(line)")
        }
    }

    @Test(arguments: faults) func everyOperationCanFailAsAWhole(word: String, code: String, status: Int) async throws {
        try await withSimulator(faults: [word]) { simulator, _ in
            let calls = try await Self.operations(simulator).map { Boto3.call(simulator, $0.method, $0.arguments) }
            let errors = try await errors(simulator, calls)
            #expect(errors.map(\.code) == Array(repeating: code, count: 6))
            #expect(errors.map(\.status) == Array(repeating: status, count: 6))
            #expect(errors.allSatisfy { $0.message?.isEmpty == false })
        }
    }

    @Test func everyOperationCanBeDenied() async throws {
        let words = ServiceOperation.allCases.map { "deny:\($0.rawValue)" }
        try await withSimulator(faults: words) { simulator, _ in
            let operations = try await Self.operations(simulator)
            let errors = try await errors(simulator, operations.map { Boto3.call(simulator, $0.method, $0.arguments) })
            #expect(errors.map(\.kind) == Array(repeating: "AccessDeniedException", count: 6))
            for (error, operation) in zip(errors, operations) {
                #expect(error.message?.contains("inspector2:\(operation.operation.rawValue)") == true)
            }
        }
    }

    @Test func whatIsNotValidOrNotThereIsSaid() async throws {
        try await withSimulator { simulator, _ in
            let absent = await simulator.state().configurations[0].scanConfigurationArn.dropLast(12) + "000000000000"
            let (bad, gone) = (#"{"scanConfigurationArn":"arn:aws:s3:::x"}"#, #"{"scanConfigurationArn":"\#(absent)"}"#)
            let item = #"[{"scanConfigurationArn":"\#(absent)","resource":{"projectId":"project-x"}}]"#
            let token = #"{"nextToken":"made-up"}"#
            let calls = [
                ("list_code_security_scan_configurations", token), ("list_coverage", token),
                ("list_code_security_scan_configuration_associations", bad), ("get_code_security_scan_configuration", bad),
                ("batch_disassociate_code_security_scan_configuration", #"{"disassociateConfigurationRequests":\#(item)}"#),
                ("batch_associate_code_security_scan_configuration", #"{"associateConfigurationRequests":\#(item)}"#),
                ("list_code_security_scan_configuration_associations", gone), ("get_code_security_scan_configuration", gone),
            ].map { Boto3.call(simulator, $0.0, $0.1) }
            let errors = try await errors(simulator, calls)
            let kinds = Array(repeating: "ValidationException", count: 6) + Array(repeating: "ResourceNotFoundException", count: 2)
            #expect(errors.map(\.kind) == kinds)
            #expect(errors.prefix(6).allSatisfy { $0.field != nil && $0.reason == "FIELD_VALIDATION_FAILED" })
        }
    }

    @Test func oneConfigurationIsShownWhole() async throws {
        try await withSimulator { simulator, _ in
            let configuration = await simulator.state().configurations[1]
            let arguments = #"{"scanConfigurationArn":"\#(configuration.scanConfigurationArn)"}"#
            let line = try await Boto3.calls(simulator, [Boto3.call(simulator, "get_code_security_scan_configuration", arguments)])[0]
            #expect(line.contains(#""name": "\#(configuration.name)""#), "\(line)")
            for category in configuration.ruleSetCategories { #expect(line.contains("\"\(category)\"")) }
        }
    }
}
