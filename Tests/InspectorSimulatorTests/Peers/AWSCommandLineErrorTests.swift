import Foundation
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// What the AWS CLI makes of each exception, and of listings of several pages.
@Suite(.enabled(if: Peer.hasAWS), .serialized)
struct AWSCommandLineErrorTests {
    @Test(arguments: [
        ("call:ValidationException", "ValidationException"), ("call:ConflictException", "ConflictException"),
        ("call:ResourceNotFoundException", "ResourceNotFoundException"), ("throttle", "ThrottlingException"),
        ("error", "InternalServerException"), ("deny:BatchDisassociateCodeSecurityScanConfiguration", "AccessDeniedException"),
        ("expire-after=0", "ExpiredTokenException"),
    ])
    func namesTheException(word: String, code: String) async throws {
        try await withSimulator(faults: [word]) { simulator, _ in
            let items = SignedClient.json(Array(await simulator.associations(of: 0).prefix(1)))
            let refused = try await aws(
                simulator,
                ["batch-disassociate-code-security-scan-configuration", "--disassociate-configuration-requests", items])
            #expect(refused.status == 254 || refused.status == 255)
            #expect(refused.complaints.contains("(\(code))"), "\(refused.complaints)")
        }
    }

    @Test func followsTheTokensOfTheOtherListings() async throws {
        try await withSimulator(SimulatorOptions(configurations: 7, projects: 12)) { simulator, _ in
            let state = await simulator.state()
            var arns: [String] = []
            try await pages(simulator, "list-code-security-scan-configurations", size: 3) { output in
                let page = try output.decoded(ListCodeSecurityScanConfigurationsResponse.self)
                arns += page.configurations?.map(\.scanConfigurationArn) ?? []
                return page.nextToken
            }
            #expect(arns == state.configurations.map(\.scanConfigurationArn))
            var projects: [String] = []
            try await pages(simulator, "list-coverage", size: 5) { output in
                let page = try output.decoded(ListCoverageResponse.self)
                projects += page.coveredResources?.compactMap(\.projectId) ?? []
                return page.nextToken
            }
            #expect(projects == state.projects.map(\.projectId))
        }
    }

    private func pages(
        _ simulator: Simulator, _ operation: String, size: Int, _ receive: (Peer.Output) throws -> String?
    ) async throws {
        var token: String?
        repeat {
            let more = token.map { ["--next-token", $0] } ?? []
            token = try receive(try await aws(simulator, [operation, "--max-results", "\(size)"] + more))
        } while token != nil
    }

    private func aws(_ simulator: Simulator, _ arguments: [String]) async throws -> Peer.Output {
        try await Peer.withFolder { folder in
            try await Peer.run(["aws", "inspector2"] + arguments + ["--output", "json"], simulator: simulator, folder: folder)
        }
    }
}
