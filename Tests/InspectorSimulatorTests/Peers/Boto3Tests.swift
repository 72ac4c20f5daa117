import Foundation
import InspectorCore
import JSON
import TestSupport
import Testing

@testable import InspectorSimulator

/// boto3 against the simulator.
@Suite(.enabled(if: Peer.hasBoto3))
struct Boto3Tests {
    private struct Listed<Entry: JSONReadable>: JSONReadable {
        private(set) var entries: [Entry] = []
        private(set) var pages = 0

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, name throws(JSONError) in
                switch name {
                case "entries": entries = try json.list(of: Entry.self)
                case "pages": pages = try json.integer()
                default: break
                }
            }
        }
    }

    /// The result of a call in what was printed of it.
    private func result<Result: JSONReadable>(_ type: Result.Type, _ line: String) throws -> Result {
        let value = try #require(JSONValue(bytes: Array(line.utf8))?["result"], "\(line)")
        return try Result(json: value.json)
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
            let configurations = try result(Listed<ScanConfiguration>.self, lines[0])
            let associations = try result(Listed<AssociationSummary>.self, lines[1])
            let coverage = try result(Listed<CoveredResource>.self, lines[2])
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
            let requests = SignedClient.json(items)
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
            let answers = try lines.map { try result(BatchAssociationResponse.self, $0) }
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
            let items = SignedClient.json(Array(await simulator.associations(of: 0).prefix(1)))
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
