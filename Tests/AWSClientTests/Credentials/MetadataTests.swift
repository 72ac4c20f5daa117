import HTTPTypes
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct MetadataTests {
    @Test func aContainersRelativeAddressWithItsToken() async throws {
        let variables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x?id=1", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Basic abc"]
        let setup = try ChainSetup(variables, steps: [.metadata("AKIDECS")])
        #expect(try await setup.found().accessKeyId == "AKIDECS")
        let request = await setup.transport.requests[0]
        #expect(request.url == "http://169.254.170.2/v2/x?id=1")
        #expect(request.headers["authorization"] == "Basic abc")
    }

    @Test func aPodsFullAddressItsTokenFromAFileThatIsReadAnew() async throws {
        let home = try TestHome()
        try home.write("from file\n", to: "token")
        let variables = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "no",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "~/token",
        ]
        let setup = try ChainSetup(home: home, variables, steps: [.text("", status: 503), .metadata("AKIDEKS")])
        #expect(try await setup.found().accessKeyId == "AKIDEKS")
        #expect(await setup.transport.requests[1].headers["authorization"] == "from file")
        #expect(await setup.transport.requests.count == 2)
    }

    @Test(arguments: [
        ("http://10.0.0.1/x", false), ("http://127.0.0.1:9/x", true), ("http://[::1]/x", true), ("http://[fd00:ec2::23]/x", true),
        ("https://example.com/x", true), ("nonsense", false), ("http://127.0.0.1.example.com/", false),
    ])
    func plainHttpOnlyToThisMachineAndTheContainerEndpoints(url: String, isAllowed: Bool) async throws {
        let setup = try ChainSetup(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url], steps: isAllowed ? [.metadata("AKID")] : [])
        if isAllowed {
            #expect(try await setup.found().accessKeyId == "AKID")
        } else {
            #expect(await setup.failure()?.sentence.contains("AWS_CONTAINER_CREDENTIALS_FULL_URI") == true)
        }
    }

    @Test func aContainerThatRefusesStopsTheChainATokenWithALineEndIsNeverSent() async throws {
        let variables = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/x"]
        let setup = try ChainSetup(variables, steps: [.text("", status: 500), .text("<html>"), .text("denied", status: 403)])
        #expect(
            await setup.failure()?.sentence == "the container endpoint gave no credentials: status 403 (403), denied.")
        let broken = try ChainSetup(variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nX: y"]) { $1 })
        #expect(await broken.failure()?.sentence.contains("line end") == true)
    }

    @Test func instanceMetadataTokenRoleCredentials() async throws {
        let setup = try ChainSetup(Self.enabled, steps: [.text("TOKEN"), .text("my-role+a@b\n"), .metadata("AKIDEC2")])
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDEC2")
        #expect(found.source == "instance metadata, role my-role+a@b")
        let requests = await setup.transport.requests
        #expect(requests.map(\.method) == ["PUT", "GET", "GET"])
        #expect(requests[0].headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        let path = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
        #expect(requests.dropFirst().map(\.url) == [path, path + "my-role+a@b"])
        #expect(requests.dropFirst().allSatisfy { $0.headers["x-aws-ec2-metadata-token"] == "TOKEN" })
        #expect(await setup.transport.deadlines.allSatisfy { $0 <= .seconds(1) })
    }

    @Test func noAnswerNoTokenOrNoRoleIsNoErrorOfItsOwn() async throws {
        let silence = ScriptedTransport.Step.fail(.deadlineExceeded, mayHaveBeenSent: true)
        let scripts: [[ScriptedTransport.Step]] = [[silence, silence], [.text("", status: 400)], [.text("T"), .text("", status: 404)]]
        for steps in scripts {
            let failure = try await ChainSetup(Self.enabled, steps: steps).failure()
            #expect(failure?.sentence.contains("instance metadata") == true)
        }
    }

    @Test(arguments: [401, 403, 404, 405, 500]) func withoutATokenVersion1HasToDo(status: Int) async throws {
        let setup = try ChainSetup(Self.enabled, steps: [.text("", status: status), .text("r"), .metadata("AKIDEC2")])
        #expect(try await setup.found().accessKeyId == "AKIDEC2")
        #expect(await setup.transport.requests.allSatisfy { $0.headers["x-aws-ec2-metadata-token"] == nil })
        let disabled = try ChainSetup(
            Self.enabled.merging(["AWS_EC2_METADATA_V1_DISABLED": "true"]) { $1 }, steps: [.text("", status: status)])
        #expect(await disabled.failure()?.sentence.contains("version 1 is disabled") == true)
    }

    @Test func timeLimitAndAttemptsCanBeSet() async throws {
        let home = try TestHome(config: "[default]\nmetadata_service_num_attempts = 2\nmetadata_service_timeout = 9\n")
        let steps: [ScriptedTransport.Step] = [
            .text("", status: 500), .text("T"), .text(""), .text("r"), .text("nonsense"), .metadata("AKIDEC2"),
        ]
        let setup = try ChainSetup(home: home, Self.enabled.merging(["AWS_METADATA_SERVICE_TIMEOUT": "3"]) { $1 }, steps: steps)
        #expect(try await setup.found().accessKeyId == "AKIDEC2")
        #expect(await setup.transport.deadlines.allSatisfy { $0 == .seconds(3) })
    }

    @Test func keysCountWhateverTheCodeSaysAndMayBeUsedForALittleLonger() async throws {
        let old =
            "{\"Code\":\"Failed\",\"AccessKeyId\":\"AKIDOLD\",\"SecretAccessKey\":\"s\",\"Token\":\"\",\"Expiration\":\"2023-11-14T22:00:00Z\"}"
        let setup = try ChainSetup(Self.enabled, steps: [.text("T"), .text("r"), .json(old)])
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDOLD")
        #expect(found.sessionToken == nil)
    }

    @Test(.timeLimit(.minutes(5))) func aServiceThatDoesNotAnswerIsAskedTwice() async throws {
        try await LoopbackServer.run({ _ in .silence }) { server in
            let home = try TestHome()
            let variables = Self.enabled.merging(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:\(server.port)"]) { $1 }
            let session = try AWSSession.open(
                options: ClientOptions(), environment: home.environment(variables), logger: Logger(label: "test"))
            await #expect(throws: CredentialError.self) { try await session.gate.credentials() }
            #expect(server.requests.count <= 2)
            await session.shutdown()
        }
    }

    @Test func theRegionOfAnInstanceIsItsZoneWithoutTheLetter() async throws {
        let respond: @Sendable (String) -> LoopbackServer.Action = { request in
            .answer("HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n" + (request.hasPrefix("PUT") ? "some-token!" : "eu-north-1b"))
        }
        try await LoopbackServer.run(respond) { server in
            let variables = ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:\(server.port)", "AWS_REGION": ""]
            var environment = try TestHome().environment(variables.merging(Self.enabled) { $1 })
            let logger = Logger(label: "test")
            #expect(try await AWSSession.region(options: ClientOptions(), environment: environment, logger: logger) == "eu-north-1")
            environment.variables["AWS_EC2_METADATA_DISABLED"] = "true"
            #expect(try await AWSSession.region(options: ClientOptions(), environment: environment, logger: logger) == nil)
        }
    }

    @Test func aModeThatIsNoneIsRefusedWhateverTheCredentials() async throws {
        let keys = ["AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "s", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "ipv5"]
        #expect(try await ChainSetup(keys).failure()?.sentence.contains("ipv4 or ipv6") == true)
    }

    @Test func theEndpointMayBeSetByAddressFamilyTooAFailingRoleIsAnError() async throws {
        let custom = try ChainSetup(
            Self.enabled.merging(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://localhost:1338/"]) { $1 },
            steps: [.text("T"), .text("r"), .json("{\"Code\":\"AssumeRoleUnauthorizedAccess\",\"Message\":\"no trust\"}")])
        #expect(await custom.failure()?.sentence.contains("AssumeRoleUnauthorizedAccess") == true)
        #expect(await custom.transport.requests[0].url == "http://localhost:1338/latest/api/token")
        let six = try ChainSetup(
            Self.enabled.merging(["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"]) { $1 }, steps: [.text("", status: 400)])
        _ = await six.failure()
        #expect(await six.transport.requests[0].url.hasPrefix("http://[fd00:ec2::254]/"))
    }

    private static let enabled = ["AWS_EC2_METADATA_DISABLED": "false"]
}
