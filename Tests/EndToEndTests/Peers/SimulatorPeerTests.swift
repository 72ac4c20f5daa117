import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// The program beside boto3 and the AWS CLI at the same simulator.
@Suite(.serialized)
struct SimulatorPeerTests {
    /// Runs `body` against a simulator, and stops that afterwards.
    private func withSimulator(
        _ options: SimulatorOptions, faults: [String] = [], _ body: (Simulator) async throws -> Void
    ) async throws {
        var options = options
        options.faults = try FaultPlan(parsing: faults)
        let simulator = try await Simulator.start(options)
        let result: Result<Void, any Error>
        do { result = .success(try await body(simulator)) } catch { result = .failure(error) }
        await simulator.stop()
        try result.get()
    }

    /// The associations of the first configuration.
    private func associations(_ simulator: Simulator) async -> [Association] {
        let state = await simulator.state()
        return state.associations(of: state.configurations[0].scanConfigurationArn)
    }

    private func program(_ simulator: Simulator, _ arguments: [String], home: TemporaryFolder? = nil) async throws -> ProgramResult {
        let environment = simulator.environment
        return try await BuiltProgram.run(arguments, environment: environment, home: home)
    }

    @Test(.enabled(if: Peer.hasBoto3), arguments: [SimulatorOptions(), SimulatorOptions(seed: 3, configurations: 5, projects: 230)])
    func listsWhatALoopOverTokensSees(options: SimulatorOptions) async throws {
        try await withSimulator(options, faults: ["empty-page=0.3"]) { simulator in
            let listed = try await program(simulator, ["list", "--output", "json"])
            #expect(listed.status == 0, "\(listed.errors)")
            let seen = try await Boto3.calls(simulator, [Boto3.call(simulator, "everything", "{}")])[0]
            let ours = try #require(JSONValue(bytes: Array(listed.output.utf8))?["configurations"])
            let theirs = try #require(JSONValue(bytes: Array(seen.utf8))?["result"])
            #expect(ours.array?.isEmpty == false)
            #expect(Self.known(ours) == Self.known(theirs))
        }
    }

    @Test(.enabled(if: Peer.hasAWS)) func takesTheAWSCommandLinesInputFileAsItIs() async throws {
        let operation = ["aws", "inspector2", "batch-disassociate-code-security-scan-configuration"]
        try await withSimulator(SimulatorOptions(seed: 7, configurations: 3, projects: 40)) { simulator in
            let home = try TemporaryFolder()
            let skeleton = try await Peer.run(operation + ["--generate-cli-skeleton"], simulator: simulator, folder: home.file(""))
            let made = try #require(JSONValue(bytes: Array(skeleton.text.utf8)), "\(skeleton.complaints)")
            let items = Array(await associations(simulator).prefix(3))
            let path = try home.write("input.json", String(decoding: Self.filled(made, items).json, as: UTF8.self))
            let planned = try await program(simulator, ["disassociate", "--from", path, "--dry-run", "--output", "json"])
            #expect(planned.status == 0, "\(planned.errors)")
            let requests = JSONValue(bytes: Array(planned.output.utf8))?["disassociateConfigurationRequests"]
            #expect(requests == JSONValue(bytes: items.json))
            let theirs = try await Peer.run(
                operation + ["--cli-input-json", "file://\(path)", "--output", "json"], simulator: simulator, folder: home.file(""))
            #expect(try theirs.decoded(BatchAssociationResponse.self).successfulAssociations?.count == 3)
        }
    }

    @Test(.enabled(if: Peer.hasAWS)) func itsPlanIsTheAWSCommandLinesInput() async throws {
        try await withSimulator(SimulatorOptions(seed: 7, configurations: 3, projects: 40)) { simulator in
            let home = try TemporaryFolder()
            let items = Array(await associations(simulator).prefix(2))
            let input = try home.write(
                "in.json",
                ##"{"disassociateConfigurationRequests":\##(String(decoding: items.json, as: UTF8.self))}"##)
            let plan = try await program(simulator, ["disassociate", "--from", input, "--dry-run", "--output", "json"])
            let requests = try #require(JSONValue(bytes: Array(plan.output.utf8))?["disassociateConfigurationRequests"])
            let theirs = try await Peer.run(
                [
                    "aws", "inspector2", "batch-disassociate-code-security-scan-configuration", "--output", "json",
                    "--disassociate-configuration-requests", String(decoding: requests.json, as: UTF8.self),
                ], simulator: simulator, folder: home.file(""))
            #expect(try theirs.decoded(BatchAssociationResponse.self).successfulAssociations?.count == 2)
        }
    }

    /// The configurations without what only models since November 2026 have of an association.
    private static func known(_ configurations: JSONValue) -> JSONValue {
        let newer = ["provider", "providerAccountId", "providerOrgId", "providerRegion"]
        return .array(
            (configurations.array ?? []).map { configuration in
                guard case .object(var members) = configuration else { return configuration }
                members["associations"] = .array(
                    (configuration["associations"]?.array ?? []).map { association in
                        guard case .object(let facts) = association else { return association }
                        return .object(facts.filter { !newer.contains($0.key) })
                    })
                return .object(members)
            })
    }

    /// The skeleton with one copy of its item for each association, its empty texts filled in.
    private static func filled(_ skeleton: JSONValue, _ items: [Association]) -> JSONValue {
        guard case .object(var members) = skeleton, case .object(let item)? = members["disassociateConfigurationRequests"]?.array?.first
        else { return .null }
        members["disassociateConfigurationRequests"] = .array(
            items.map { association in
                var filled = item
                filled["scanConfigurationArn"] = .string(association.scanConfigurationArn)
                if case .object(var union)? = filled["resource"] {
                    union["projectId"] = .string(association.resource.projectId ?? "")
                    filled["resource"] = .object(union)
                }
                return .object(filled)
            })
        return .object(members)
    }
}
