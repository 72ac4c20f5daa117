import Foundation
import InspectorCore
import JSON
import TestSupport
import Testing

@testable import InspectorSimulator

/// The real AWS CLI against the simulator.
@Suite(.enabled(if: Peer.hasAWS), .serialized)
struct AWSCommandLineTests {
    private struct Identity: Decodable {
        var Account: String
        var Arn: String
    }

    private struct Configuration: Decodable {
        var name: String
        var level: String
    }

    @Test func listsConfigurationsAndKnowsTheCaller() async throws {
        try await withPeer { simulator, aws in
            let listed = try await aws(["inspector2", "list-code-security-scan-configurations"])
                .decoded(ListCodeSecurityScanConfigurationsResponse.self)
            #expect(listed.configurations == (await simulator.state()).configurations)
            let identity = try await aws(["sts", "get-caller-identity"]).decoded(Identity.self)
            #expect(identity.Account == simulator.options.accountId)
            #expect(identity.Arn.hasSuffix("assumed-role/OpsAdmin/operator"))
            let arn = (await simulator.state()).configurations[0].scanConfigurationArn
            let one = try await aws(["inspector2", "get-code-security-scan-configuration", "--scan-configuration-arn", arn])
                .decoded(Configuration.self)
            #expect(one.name == "default-scan")
            #expect(one.level == "ACCOUNT")
        }
    }

    @Test func followsTokensToTheEnd() async throws {
        try await withPeer { simulator, aws in
            let state = await simulator.state()
            let arn = state.configurations[1].scanConfigurationArn
            var (ids, token): ([String], String?) = ([], nil)
            repeat {
                var arguments = ["inspector2", "list-code-security-scan-configuration-associations", "--scan-configuration-arn", arn]
                arguments += ["--max-results", "30"] + (token.map { ["--next-token", $0] } ?? [])
                let page = try await aws(arguments).decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
                ids += page.associations?.compactMap(\.resource?.projectId) ?? []
                token = page.nextToken
            } while token != nil
            #expect(ids == state.projectIds(of: arn))
        }
    }

    @Test func disassociatesAndAssociatesAndShowsWhatFailed() async throws {
        try await withPeer { simulator, aws in
            let items = Array(await simulator.associations(of: 2).prefix(3))
            await simulator.setFaults(try FaultPlan(parsing: ["item:ACCESS_DENIED@\(items[1].resource.projectId ?? "")"]))
            let requests = SignedClient.json(items)
            let gone = try await aws([
                "inspector2", "batch-disassociate-code-security-scan-configuration", "--disassociate-configuration-requests", requests,
            ]).decoded(BatchAssociationResponse.self)
            #expect(gone.successfulAssociations?.count == 2)
            #expect(gone.failedAssociations?.map(\.statusCode) == [.accessDenied])
            #expect(items.map((await simulator.state()).contains) == [false, true, false])
            let back = try await aws([
                "inspector2", "batch-associate-code-security-scan-configuration", "--associate-configuration-requests",
                SignedClient.json([items[0]]),
            ]).decoded(BatchAssociationResponse.self)
            #expect(back.successfulAssociations?.count == 1)
            #expect((await simulator.state()).contains(items[0]))
        }
    }

    @Test func namesEveryRepository() async throws {
        try await withPeer { simulator, aws in
            let listed = try await aws([
                "inspector2", "list-coverage", "--filter-criteria",
                #"{"resourceType":[{"comparison":"EQUALS","value":"CODE_REPOSITORY"}]}"#,
            ]).decoded(ListCoverageResponse.self)
            let names = listed.coveredResources?.map { [$0.projectId, $0.resourceMetadata?.codeRepository?.projectName] }
            #expect(names == (await simulator.state()).projects.map { [$0.projectId, $0.name] })
        }
    }

    @Test func agreesOnAnotherRegion() async throws {
        try await withPeer(region: "eu-central-1") { simulator, aws in
            let identity = try await aws(["sts", "get-caller-identity"]).decoded(Identity.self)
            let listed = try await aws(["inspector2", "list-code-security-scan-configurations"])
                .decoded(ListCodeSecurityScanConfigurationsResponse.self)
            #expect(identity.Account == simulator.options.accountId)
            #expect(listed.configurations?.first?.scanConfigurationArn.hasPrefix("arn:aws:inspector2:eu-central-1:") == true)
        }
    }

    @Test func showsTheExceptionsName() async throws {
        try await withPeer { simulator, aws in
            await simulator.setFaults(try FaultPlan(parsing: ["deny:ListCodeSecurityScanConfigurations"]))
            let denied = try await aws(["inspector2", "list-code-security-scan-configurations"])
            #expect(denied.status == 254 || denied.status == 255)
            #expect(denied.complaints.contains("(AccessDeniedException)"))
            #expect(denied.complaints.contains("inspector2:ListCodeSecurityScanConfigurations"))
        }
    }

    private func withPeer(
        region: String = "us-east-1", _ body: @Sendable (Simulator, @Sendable ([String]) async throws -> Peer.Output) async throws -> Void
    ) async throws {
        var options = SimulatorOptions(seed: 11)
        options.sessionToken = "made-up/session+token=="
        options.region = region
        try await withSimulator(options) { simulator, _ in
            try await Peer.withFolder { folder in
                try await body(simulator) { arguments in
                    try await Peer.run(["aws"] + arguments + ["--output", "json"], simulator: simulator, folder: folder)
                }
            }
        }
    }
}
