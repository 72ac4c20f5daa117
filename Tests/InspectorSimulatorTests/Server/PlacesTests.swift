import AWSClient
import Foundation
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// Several regions behind one endpoint, told apart by the region that a call is signed for.
struct PlacesTests {
    private static let (other, abroad) = ("210987654321", "eu-west-1")

    private static func two() -> (options: SimulatorOptions, key: SimulatorKey) {
        var options = SimulatorOptions(seed: 7, configurations: 2, projects: 30)
        options.furtherRegions = [abroad]
        let key = options.addAccount(SimulatorAccount(other))
        return (options, key)
    }

    private static func arns(_ client: SignedClient) async throws -> [String] {
        try await client.listConfigurations().decoded(ListCodeSecurityScanConfigurationsResponse.self).configurations?
            .map(\.scanConfigurationArn) ?? []
    }

    @Test func everyAccountHasSomethingOfItsOwnInEveryRegion() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            var seen: [Set<String>] = []
            for client in [client, client.signing(with: key)] {
                for region in options.regions {
                    var client = client
                    client.region = region
                    let arns = try await Self.arns(client)
                    #expect(arns.count == 2 && arns.allSatisfy { $0.contains(":\(region):") })
                    seen.append(Set(arns))
                }
            }
            #expect(seen.reduce(into: Set<String>()) { $0.formUnion($1) }.count == 8)
            let (first, second) = (
                await simulator.state(), try #require(await simulator.state(ofAccount: options.accountId, region: Self.abroad))
            )
            #expect(Set(first.projects.map(\.projectId)).isDisjoint(with: second.projects.map(\.projectId)))
            #expect(await simulator.calls().map(\.region) == [options.region, Self.abroad, options.region, Self.abroad])
        }
    }

    @Test func aChangeIsInItsRegionAlone() async throws {
        let (options, _) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            var abroad = client
            abroad.region = Self.abroad
            let theirs = try #require(await simulator.state(ofAccount: options.accountId, region: Self.abroad))
            let item = theirs.associations(of: theirs.configurations[0].scanConfigurationArn)[0]
            let refused = try await client.disassociate([item]).decoded(BatchAssociationResponse.self)
            #expect(refused.failedAssociations?.map(\.statusCode) == [.scanConfigurationNotFound])
            _ = try await abroad.disassociate([item])
            #expect(await simulator.state().associationCount == 60)
            #expect(await simulator.state(ofAccount: options.accountId, region: Self.abroad)?.associationCount == 59)
            #expect(await simulator.state(ofAccount: Self.other, region: Self.abroad)?.associationCount == 60)
        }
    }

    @Test func aRegionThatThereIsNotIsRefused() async throws {
        try await withSimulator(Self.two().options) { _, client async throws in
            var client = client
            client.region = "eu-west-2"
            #expect(try await client.listConfigurations().errorType == "InvalidSignatureException")
        }
    }

    @Test func aRegionWithoutInspectorAndASuspendedAccountAreRefusedByInspectorAlone() async throws {
        let (options, key) = Self.two()
        let faults = ["not-enabled:\(Self.abroad)", "suspended:\(Self.other)"]
        try await withSimulator(options, faults: faults) { _, client async throws in
            var abroad = client
            abroad.region = Self.abroad
            let suspended = client.signing(with: key)
            for (client, words) in [(abroad, "Invoking account is not enabled."), (suspended, "Account \(Self.other) is suspended.")] {
                let reply = try await client.listConfigurations()
                #expect(reply.status == 403 && reply.errorType == "AccessDeniedException" && reply.text.contains(words))
                #expect(try await client.callerIdentity().status == 200)
            }
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func faultsOfOnePlaceTouchNoOther() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            var abroad = client
            abroad.region = Self.abroad
            await simulator.setFaults(try FaultPlan(parsing: ["expire-after=1"]), account: options.accountId, region: Self.abroad)
            await simulator.setFaults(try FaultPlan(parsing: ["deny:ListCoverage"]))
            var statuses: [Int] = []
            for client in [abroad, client, abroad, client, abroad, client.signing(with: key)] {
                statuses.append(try await client.listConfigurations().status)
            }
            #expect(statuses == [200, 200, 403, 200, 403, 200])
            await simulator.setFaults(FaultPlan(), account: options.accountId, region: Self.abroad)
            #expect(try await abroad.listConfigurations().status == 200)
        }
    }

    /// How long a key is good does not depend on the place whose faults are open.
    @Test func aKeyIsCountedInAllRegions() async throws {
        let (options, _) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            var abroad = client
            abroad.region = Self.abroad
            await simulator.setFaults(FaultPlan(), account: options.accountId, region: Self.abroad)
            await simulator.expire(accessKeyId: options.accessKeyId, afterCalls: 2)
            var statuses: [Int] = []
            for client in [abroad, client, abroad, client] { statuses.append(try await client.listConfigurations().status) }
            #expect(statuses == [200, 200, 403, 403])
        }
    }

    @Test func theFleetOfTheDemoHasThreeAccountsInTwoRegions() {
        let options = SimulatorOptions.fleet
        #expect(options.places.count == 6 && Set(options.places.map(\.accountId)).count == 3)
        #expect(options.profiles.map(\.name) == ["default", "platform", "payments", "sandbox"])
        #expect(Set(options.places.map(\.seed)).count == 6)
    }
}
