import Foundation
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// No output, log or journal of the built program holds a secret, whatever goes wrong with whichever source of credentials.
@Suite struct SecretsTests {
    @Test(arguments: SecretSetup.all) func anEndpointThatRepeatsTheRequestGivesNothingAway(setup: SecretSetup) async throws {
        for service in EchoingService.all(callsForCredentials: setup.callsForCredentials) {
            try await LoopbackServer.run({ service.respond($0) }) { server in
                let traces = try await Self.traces(of: ["list", "--output", "json"], setup, server)
                #expect(!traces.contains(SecretSetup.marker), "\(service): \(traces)")
                #expect(!traces.isEmpty)
            }
        }
    }

    @Test func secretsWereOnTheirWaySoThatThereWasSomethingToGiveAway() async throws {
        for setup in SecretSetup.all.filter({
            $0.files["fail"] == nil && !$0.testDescription.hasPrefix("user") && $0.testDescription != "proxy"
        }) {
            let service = EchoingService(echo: .message, victim: .service)
            try await LoopbackServer.run({ service.respond($0) }) { server in
                _ = try await Self.traces(of: ["list"], setup, server)
                #expect(server.requests.contains { $0.contains(SecretSetup.marker) }, "\(setup.testDescription)")
                #expect(server.requests.contains { $0.contains("codesecurity") }, "\(setup.testDescription)")
            }
        }
    }

    @Test(arguments: ["", "\r", "\u{7F}", "\u{E9}"])
    func journalHoldsNoSecretAfterARunThatWasRefused(flaw: String) async throws {
        let service = EchoingService(echo: .message, victim: .service)
        let setup = SecretSetup(
            testDescription: "environment",
            variables: [
                "AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": SecretSetup.secret,
                "AWS_SESSION_TOKEN": SecretSetup.secret + flaw + SecretSetup.marker,
            ], files: ["plan.csv": Self.plan])
        try await LoopbackServer.run({ service.respond($0) }) { server in
            let traces = try await Self.traces(
                of: ["disassociate", "--from", "@HOME@/plan.csv", "--yes", "--allow-uncovered", "--output", "json"], setup, server)
            #expect(!traces.contains(SecretSetup.marker), "\(traces)")
            #expect(traces.contains("notSentAssociations") && traces.contains("runId"))
            #expect(flaw.isEmpty || traces.contains("AWS_SESSION_TOKEN cannot be sent"))
            #expect(flaw.isEmpty == server.requests.contains { $0.contains(SecretSetup.marker) })
        }
    }

    private static let plan = """
        scanConfigurationArn,projectId
        arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000000,\
        project-00000000-0000-4000-8000-0000000000af

        """

    /// Everything that a command leaves behind: what it prints, its log, and its journals.
    private static func traces(of arguments: [String], _ setup: SecretSetup, _ server: LoopbackServer) async throws -> String {
        let home = try TemporaryFolder()
        let place: @Sendable (String) -> String = {
            $0.replacing("@HOME@", with: home.path).replacing("@PORT@", with: String(server.port))
                .replacing("@ENDPOINT@", with: "http://127.0.0.1:\(server.port)")
        }
        try home.write(".aws/config", place(setup.config))
        try home.write(".aws/credentials", setup.credentials)
        for (name, text) in setup.files { try home.write(name, place(text)) }
        let standard = ["AWS_ENDPOINT_URL": "http://127.0.0.1:\(server.port)", "AWS_MAX_ATTEMPTS": "1", "AWS_REGION": "us-east-1"]
        let variables = standard.merging(setup.variables.mapValues(place)) { $1 }
        let log = home.file("log").path
        let result = try await BuiltProgram.run(arguments.map(place) + ["--debug", "--log-file", log], environment: variables, home: home)
        let journals = try FileManager.default.subpathsOfDirectory(atPath: home.path).filter { $0.hasSuffix(".jsonl") }
        let files = try (["log"] + journals).map { try String(contentsOf: home.file($0), encoding: .utf8) }
        return ([result.output, result.errors] + files).joined(separator: "\n")
    }
}
