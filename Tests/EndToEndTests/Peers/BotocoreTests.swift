import Crypto
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

/// One set-up that both clients are given.
struct PeerSetup: CustomTestStringConvertible, Sendable {
    let name: String
    var config = ""
    var credentials = ""
    var variables: [String: String] = [:]
    var profile: String?
    var region: String?
    var testDescription: String { name }
}

@Suite("Session and botocore")
struct BotocoreTests {
    static let keys = "aws_access_key_id = AKIDFILE\naws_secret_access_key = s\n"
    static let variableKeys = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "te+/="]
    static let roles = """
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = s
        [profile middle]
        role_arn = arn:aws:iam::111111111111:role/middle
        source_profile = base
        [profile top]
        region = ap-south-1
        role_arn = arn:aws:iam::111111111111:role/top
        source_profile = middle
        external_id = x y
        [profile env]
        role_arn = arn:aws:iam::111111111111:role/env
        credential_source = Environment
        [profile ecs]
        role_arn = arn:aws:iam::111111111111:role/ecs
        credential_source = EcsContainer
        [profile web]
        role_arn = arn:aws:iam::111111111111:role/web
        web_identity_token_file = HOME/token
        [profile process]
        credential_process = /bin/sh -c "echo '{\\"Version\\":1,\\"AccessKeyId\\":\\"AKIDPROC\\",\\"SecretAccessKey\\":\\"s\\",\\"SessionToken\\":\\"tp\\"}'"
        [profile corp]
        sso_session = my
        sso_account_id = 123456789012
        sso_role_name = Admin
        [sso-session my]
        sso_start_url = https://d.example/start
        sso_region = us-east-1
        """
    static let setups: [PeerSetup] = [
        PeerSetup(name: "environment", credentials: "[default]\n" + keys, variables: variableKeys),
        PeerSetup(name: "profile given, environment skipped", credentials: "[p]\n" + keys, variables: variableKeys, profile: "p"),
        PeerSetup(
            name: "AWS_PROFILE, environment first", credentials: "[p]\n" + keys,
            variables: variableKeys.merging(["AWS_PROFILE": "p"]) { $1 }),
        PeerSetup(
            name: "credentials file", config: "[default]\nregion = eu-west-3\n", credentials: "[default]\n" + keys,
            variables: ["AWS_REGION": ""]),
        PeerSetup(
            name: "both files, credentials first", config: "[default]\naws_access_key_id = AKIDCONFIG\naws_secret_access_key = s\n",
            credentials: "[default]\n" + keys + "aws_session_token = tf\n"),
        PeerSetup(name: "config file", config: "[profile p]\nregion = eu-west-2\n" + keys, profile: "p", region: "sa-east-1"),
        PeerSetup(name: "role chain", config: roles, variables: ["AWS_REGION": ""], profile: "top"),
        PeerSetup(name: "role by environment", config: roles, variables: variableKeys, profile: "env"),
        PeerSetup(
            name: "role by container", config: roles, variables: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "ENDPOINT/container"],
            profile: "ecs"),
        PeerSetup(name: "web identity in a profile", config: roles, profile: "web"),
        PeerSetup(
            name: "web identity in the environment",
            variables: ["AWS_WEB_IDENTITY_TOKEN_FILE": "HOME/token", "AWS_ROLE_ARN": "arn:aws:iam::111111111111:role/web"]),
        PeerSetup(name: "credential_process", config: roles, profile: "process"),
        PeerSetup(name: "IAM Identity Center", config: roles, profile: "corp"),
        PeerSetup(
            name: "container with a token",
            variables: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "ENDPOINT/container", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Basic x"]),
        PeerSetup(
            name: "instance metadata", variables: ["AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "ENDPOINT"]),
    ]

    @Test(.enabled(if: PythonPeer.isWanted), arguments: setups)
    func theSameKeyTokenRegionAndPathArriveAtTheEndpoint(setup: PeerSetup) async throws {
        try await LoopbackServer.run(StandIn.answer) { server in
            let home = try Self.home(setup, server)
            let ours = try await Self.call(setup, home, server)
            let count = server.requests.count
            let output = try await PythonPeer.run(
                "botocore_call.py", [Self.options(setup)], environment: Self.variables(setup, home, server))
            #expect(output.status == 0, "\(output.errors)")
            #expect(server.requests.count >= count + 1)
            #expect(Arrived(ours) == Arrived(server.requests.last ?? ""))
            #expect(Arrived(ours)?.scope.service == "inspector2")
        }
    }

    /// What arrived at the endpoint.
    struct Arrived: Equatable {
        let target: String
        let accessKeyId: String
        let scope: CredentialScope
        let token: String?
        let signedHeaders: String

        init?(_ request: String) {
            let lines = request.components(separatedBy: "\r\n")
            let headers = HTTPFields(
                pairs: lines.dropFirst().prefix { !$0.isEmpty }.map { line in
                    let halves = line.split(separator: ":", maxSplits: 1)
                    return (String(halves[0]), halves.count > 1 ? halves[1].trimmingCharacters(in: .whitespaces) : "")
                })
            guard let header = headers["authorization"].flatMap({ AuthorizationHeader($0) }) else { return nil }
            target = lines[0]
            accessKeyId = header.accessKeyId
            scope = header.scope
            token = headers["x-amz-security-token"]
            signedHeaders = header.signedHeaders
        }
    }

    /// Runs the built program; what it sent to list configurations.
    private static func call(_ setup: PeerSetup, _ home: TemporaryFolder, _ server: LoopbackServer) async throws -> String {
        let profile = setup.profile.map { ["--profile", $0] } ?? []
        let region = setup.region.map { ["--region", $0] } ?? []
        let result = try await BuiltProgram.run(["list"] + profile + region, environment: variables(setup, home, server))
        #expect(result.status == 0, "\(result.errors)")
        return server.requests.last { $0.hasPrefix("POST /codesecurity/scan-configuration/list") } ?? ""
    }

    private static func options(_ setup: PeerSetup) throws -> String {
        var options: [String: String] = [:]
        options["profile"] = setup.profile
        options["region"] = setup.region
        return String(decoding: try JSONSerialization.data(withJSONObject: options), as: UTF8.self)
    }

    private static func home(_ setup: PeerSetup, _ server: LoopbackServer) throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        try home.write(".aws/credentials", setup.credentials)
        try home.write(".aws/config", setup.config.replacingOccurrences(of: "HOME", with: home.path))
        try home.write("token", "web token")
        let key = Insecure.SHA1.hash(data: Data("my".utf8)).map { String(format: "%02x", $0) }.joined()
        try home.write(
            ".aws/sso/cache/\(key).json",
            "{\"accessToken\":\"access\",\"expiresAt\":\"2099-01-01T00:00:00Z\",\"startUrl\":\"https://d.example/start\",\"region\":\"us-east-1\"}"
        )
        return home
    }

    private static func variables(_ setup: PeerSetup, _ home: TemporaryFolder, _ server: LoopbackServer) -> [String: String] {
        let endpoint = "http://127.0.0.1:\(server.port)"
        var variables = ["AWS_REGION": "eu-west-1", "AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": endpoint]
        variables["HOME"] = home.path
        for name in ["PATH", "PYENV_ROOT"] { variables[name] = ProcessInfo.processInfo.environment[name] }
        for (name, value) in setup.variables {
            variables[name] = value.replacingOccurrences(of: "ENDPOINT", with: endpoint).replacingOccurrences(of: "HOME", with: home.path)
        }
        return variables
    }
}

/// Stand-ins for STS, the portal of IAM Identity Center, container and instance metadata, and Inspector.
enum StandIn {
    @Sendable static func answer(_ request: String) -> LoopbackServer.Action {
        let target = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        if request.contains("Action=AssumeRole") { return LoopbackServer.ok(sts(request)) }
        if target.hasPrefix("/federation/credentials") {
            return LoopbackServer.ok(
                "{\"roleCredentials\":{\"accessKeyId\":\"AKIDSSO\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\",\"expiration\":4070908800000}}"
            )
        }
        switch target {
        case "/container": return LoopbackServer.ok(metadata("AKIDCONTAINER" + (request.contains("Basic x") ? "TOKEN" : "")))
        case "/latest/api/token": return LoopbackServer.ok("IMDSTOKEN")
        case "/latest/meta-data/iam/security-credentials/": return LoopbackServer.ok("role")
        case "/latest/meta-data/iam/security-credentials/role": return LoopbackServer.ok(metadata("AKIDINSTANCE"))
        default: return LoopbackServer.ok("{\"configurations\":[]}")
        }
    }

    private static func metadata(_ key: String) -> String {
        "{\"Code\":\"Success\",\"AccessKeyId\":\"\(key)\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"2099-01-01T00:00:00Z\"}"
    }

    /// The role's name becomes the key, so that the last role of a chain shows.
    private static func sts(_ request: String) -> String {
        let action = request.contains("AssumeRoleWithWebIdentity") ? "AssumeRoleWithWebIdentity" : "AssumeRole"
        let role = request.components(separatedBy: "role%2F").last?.prefix { $0.isLetter } ?? ""
        return """
            <\(action)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(action)Result><Credentials>
            <AccessKeyId>AKIDROLE\(role)</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t\(role)</SessionToken>
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></\(action)Result></\(action)Response>
            """
    }
}
