import AWSClient
import InspectorSimulator
import Logging
import Testing
import TextSafety

@testable import InspectorCore

/// Listings of the simulator over HTTP, compared with what it knows.
@Suite struct InventoryLoaderTests {
    private func inventory(_ simulator: Simulator) async throws -> Inventory {
        let session = try Self.session(simulator)
        var inventory = Inventory()
        let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
        await loader.load { inventory.apply($0) }
        await session.shutdown()
        return inventory
    }

    private static func session(_ simulator: Simulator) throws -> AWSSession {
        let variables = Dictionary(uniqueKeysWithValues: simulator.clientEnvironment)
        return try AWSSession.open(
            options: ClientOptions(), environment: Environment(variables: variables, homeDirectory: nil), logger: Logger(label: "test"))
    }

    private func associations(_ inventory: Inventory) -> Set<Association> {
        Set(inventory.listed.flatMap(inventory.associationIDs).map(inventory.association).filter { $0.resource.projectId != nil })
    }

    @Test func aServiceThatTakesFewCallsIsListedToTheEnd() async throws {
        var options = SimulatorOptions(seed: 4, configurations: 60, projects: 4)
        (options.rate, options.burst) = (100, 1)
        let simulator = try await Simulator.start(options)
        let inventory = try await inventory(simulator)
        let truth = await simulator.state()
        #expect(inventory.isComplete)
        #expect(associations(inventory) == truth.associations)
        let calls = await simulator.calls()
        #expect(calls.count { $0.errorCode == "ThrottlingException" } > 0)
        await simulator.stop()
    }

    @Test(arguments: ["none", "empty-page=0.3", "unknown-member=0.2", "throttle=0.05", "jitter=5"])
    func everyAssociationIsListed(fault: String) async throws {
        var options = SimulatorOptions(seed: 4)
        if fault != "none" { options.faults = try FaultPlan(parsing: [fault]) }
        let simulator = try await Simulator.start(options)
        let inventory = try await inventory(simulator)
        let truth = await simulator.state()
        #expect(associations(inventory) == truth.associations)
        #expect(inventory.listed.count == truth.configurations.count)
        #expect(inventory.isComplete)
        let unknown = (0..<inventory.resources.count).count { inventory.resources[ResourceNumber($0)].projectId == nil }
        #expect((unknown > 0) == fault.hasPrefix("unknown-member"))
        await simulator.stop()
    }

    @Test func namesAndFactsComeFromCoverage() async throws {
        let simulator = try await Simulator.start(SimulatorOptions(seed: 4))
        let inventory = try await inventory(simulator)
        let truth = await simulator.state()
        #expect(inventory.knowsAllFacts && inventory.knowsAllNames)
        for (id, name) in truth.projects {
            let number = try #require(inventory.resources.knownNumber(of: .projectId(id)))
            var expected = try #require(truth.details(of: id))
            let account = expected.words[.account]
            expected.words.merge([.cloud: "AWS", .cloudAccount: account ?? "", .organization: "o-acme4scan7", .cloudRegion: "us-east-1"]) {
                $1
            }
            #expect(name == expected.projectName && Self.known(inventory, number) == expected)
        }
        await simulator.stop()
    }

    /// What an inventory knows of a project, as a row of the coverage has it.
    private static func known(_ inventory: Inventory, _ number: ResourceNumber) -> ProjectDetails {
        let facts = inventory.facts
        var words: [ScanFact: String] = [:]
        for fact in ScanFact.allCases { words[fact] = facts.text(fact, of: number) }
        return ProjectDetails(
            projectId: inventory.resources[number].projectId ?? "", projectName: inventory.projectName(of: number), words: words,
            lastScan: facts.scanTime(of: number), lastCommit: facts.lastCommit(of: number),
            onDemandScan: facts.onDemandScanTime(of: number), onDemandCommit: facts.onDemandCommit(of: number))
    }

    @Test func withoutPermissionForNamesEverythingElseIsListed() async throws {
        var options = SimulatorOptions(seed: 4)
        options.faults = try FaultPlan(parsing: ["deny:ListCoverage"])
        let simulator = try await Simulator.start(options)
        let inventory = try await inventory(simulator)
        #expect(associations(inventory) == (await simulator.state()).associations)
        guard case .failed(.call(let error)) = inventory.coverageState else { throw Unexpected() }
        #expect(error.sentence.contains("inspector2:ListCoverage"))
        await simulator.stop()
    }

    @Test func aSlowReaderIsWaitedFor() async throws {
        let configuration = #"{"scanConfigurationArn":"arn","name":"n","ownerAccountId":"123456789012"}"#
        let answers = (0..<600).map {
            #"{"configurations":[\#(configuration)],"associations":[],"coveredResources":[],"nextToken":"\#($0)"}"#
        }
        let transport = RecordingTransport(answers)
        let (received, mostAhead) = await Self.listing(InventoryLoader(inspector: try transport.inspector()), transport)
        #expect(received > 600)
        #expect(mostAhead < 120)
    }

    /// Lists with a reader that lets others go first; how many pages it took, and how far ahead of it the requests were.
    private static func listing(_ loader: InventoryLoader, _ transport: RecordingTransport) async -> (received: Int, mostAhead: Int) {
        var (received, mostAhead) = (0, 0)
        await loader.load { _ in
            for _ in 0..<20 { await Task.yield() }
            received += 1
            mostAhead = max(mostAhead, transport.requests.count - received)
        }
        return (received, mostAhead)
    }

    @Test func aReaderThatFailsEndsTheListing() async throws {
        let simulator = try await Simulator.start(SimulatorOptions(seed: 4, configurations: 500, projects: 4))
        let session = try Self.session(simulator)
        let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
        await #expect(throws: Unexpected.self) {
            try await loader.load { _ throws(Unexpected) in throw Unexpected() }
        }
        let calls = await simulator.calls()
        #expect(calls.count < 120)
        await session.shutdown()
        await simulator.stop()
    }

    @Test func aRepeatedTokenIsAnErrorAndNotAnEndlessListing() async throws {
        var options = SimulatorOptions(seed: 4)
        options.faults = try FaultPlan(parsing: ["repeat-token=1"])
        let simulator = try await Simulator.start(options)
        let inventory = try await inventory(simulator)
        #expect(!inventory.isComplete)
        let repeated = ListingState.failed(.repeatedToken(operation: "ListCodeSecurityScanConfigurationAssociations"))
        #expect(inventory.listed.contains { inventory.entries[Int($0)].state == repeated })
        await simulator.stop()
    }

    private struct Unexpected: Error {}
}
