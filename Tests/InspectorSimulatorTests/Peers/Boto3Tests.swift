import Foundation
import InspectorCore
import Testing

@testable import InspectorSimulator

/// boto3 against the simulator.
@Suite(.enabled(if: Peer.hasBoto3))
struct Boto3Tests {
    private struct Listed<Entry: Decodable>: Decodable {
        var result: Result

        struct Result: Decodable {
            var entries: [Entry]
            var pages: Int
        }
    }

    private struct Batched: Decodable {
        var result: BatchAssociationResponse
    }

    @Test func listsEverythingWithTokens() async throws {
        try await withSimulator(SimulatorOptions(configurations: 12, projects: 30)) { simulator, _ in
            let state = await simulator.state()
            let arn = state.configurations[3].scanConfigurationArn
            let lines = try await Boto3.calls(
                simulator,
                [
                    Boto3.call(simulator, "list_code_security_scan_configurations", #"{"maxResults":5}"#, follow: "configurations"),
                    Boto3.call(
                        simulator, "list_code_security_scan_configuration_associations",
                        #"{"scanConfigurationArn":"\#(arn)","maxResults":4}"#,
                        follow: "associations"),
                    Boto3.call(simulator, "list_coverage", #"{"maxResults":20}"#, follow: "coveredResources"),
                ])
            let configurations = try Boto3.decode(Listed<ScanConfiguration>.self, lines[0]).result
            let associations = try Boto3.decode(Listed<AssociationSummary>.self, lines[1]).result
            let coverage = try Boto3.decode(Listed<CoveredResource>.self, lines[2]).result
            #expect(configurations.entries == state.configurations)
            #expect(configurations.pages == 3)
            #expect(associations.entries.compactMap(\.resource?.projectId) == state.projectIds(of: arn))
            #expect(associations.pages == 8)
            #expect(coverage.entries.compactMap(\.projectId) == state.projects.map(\.projectId))
        }
    }

    @Test func disassociatesAndAssociates() async throws {
        try await withSimulator { simulator, _ in
            let items = Array(await simulator.associations(of: 0).prefix(2))
            let requests = try SignedClient.json(items)
            let lines = try await Boto3.calls(
                simulator,
                [
                    Boto3.call(
                        simulator, "batch_disassociate_code_security_scan_configuration",
                        #"{"disassociateConfigurationRequests":\#(requests)}"#),
                    Boto3.call(
                        simulator, "batch_disassociate_code_security_scan_configuration",
                        #"{"disassociateConfigurationRequests":\#(requests)}"#),
                    Boto3.call(
                        simulator, "batch_associate_code_security_scan_configuration", #"{"associateConfigurationRequests":\#(requests)}"#),
                ])
            let answers = try lines.map { try Boto3.decode(Batched.self, $0).result }
            #expect(answers[0].successfulAssociations?.map(\.resource) == items.map(\.resource))
            #expect(answers[1].failedAssociations?.map(\.statusCode) == [.resourceNotFound, .resourceNotFound])
            #expect(answers[2].successfulAssociations?.count == 2)
            #expect((await simulator.state()).associationCount == 120)
        }
    }

    @Test(arguments: [
        ("call:ValidationException", "ValidationException", 400), ("call:ConflictException", "ConflictException", 409),
        ("call:ResourceNotFoundException", "ResourceNotFoundException", 404), ("throttle", "ThrottlingException", 429),
        ("error", "InternalServerException", 500),
        ("deny:BatchDisassociateCodeSecurityScanConfiguration", "AccessDeniedException", 403),
        ("expire-after=0", "ExpiredTokenException", 403),
        ("gateway", "503|502", 0), ("drop-after", "ConnectionClosedError", 0),
    ])
    func decodesEachException(word: String, code: String, status: Int) async throws {
        try await withSimulator(faults: [word]) { simulator, _ in
            let items = try SignedClient.json(Array(await simulator.associations(of: 0).prefix(1)))
            let lines = try await Boto3.calls(
                simulator,
                [
                    Boto3.call(
                        simulator, "batch_disassociate_code_security_scan_configuration",
                        #"{"disassociateConfigurationRequests":\#(items)}"#)
                ])
            let error = try #require(try Boto3.decode(Boto3.Seen.self, lines[0]).error, "\(lines[0])")
            if status > 0 {
                #expect(error.code == code)
                #expect(error.status == status)
                #expect(error.message?.isEmpty == false)
            } else {
                #expect(code.split(separator: "|").contains { $0 == error.code ?? error.kind }, "\(lines[0])")
            }
            if ["ValidationException", "ConflictException", "ThrottlingException", "InternalServerException"].contains(code) {
                #expect(error.kind == code)
            }
            if code == "ValidationException" {
                #expect([error.reason, error.field] == ["FIELD_VALIDATION_FAILED", "resource[0].projectId"])
            }
            if code == "ConflictException" { #expect(error.resourceId?.hasPrefix("arn:aws:inspector2:") == true) }
        }
    }
}
