import Crypto
import Foundation
import HTTPTypes
import JSON
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct SSOTests {
    private static let config = """
        [profile corp]
        sso_session = my
        sso_account_id = 123456789012
        sso_role_name = Ops Admin
        [sso-session my]
        sso_start_url = https://d.example/start
        sso_region = eu-central-1
        [profile old]
        sso_start_url = https://d.example/start
        sso_region = eu-central-1
        sso_account_id = 1
        sso_role_name = R
        [profile half]
        sso_account_id = 1
        [profile lost]
        sso_session = gone
        sso_account_id = 1
        [profile odd]
        sso_session = my
        sso_region = us-east-1
        sso_account_id = 1
        sso_role_name = R
        """
    private static let answer = ScriptedTransport.Step.json(
        "{\"roleCredentials\":{\"accessKeyId\":\"AKIDSSO\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\",\"expiration\":1700003600000}}")

    @Test func aRolesCredentialsAreKeptWhereTheAWSCLIKeepsThem() async throws {
        let setup = try Self.setup("my", token: Self.token(expiresAt: "2023-11-14T23:13:20Z"), steps: [Self.answer])
        _ = try await setup.found()
        let kept = try setup.home.read(".aws/cli/cache/45965dc33e5a863ab44f0e5bbac70ed8258645c0.json")
        #expect(kept.contains("\"ProviderType\":\"sso\"") && kept.contains("\"Expiration\":\"2023-11-14T23:13:20Z\""))
        let other = try TestHome(config: Self.config)
        try other.write(kept, to: ".aws/cli/cache/45965dc33e5a863ab44f0e5bbac70ed8258645c0.json")
        #expect(try await ChainSetup(home: other, profile: "corp").found().accessKeyId == "AKIDSSO")
    }

    @Test func theTokenOfASessionBuysARolesCredentials() async throws {
        let setup = try Self.setup("my", token: Self.token(expiresAt: "2023-11-14T23:13:20Z"), steps: [Self.answer])
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDSSO")
        #expect(found.expiration == Date(timeIntervalSince1970: 1_700_003_600))
        let request = await setup.transport.requests[0]
        #expect(request.method == "GET")
        #expect(
            request.url
                == "https://portal.sso.eu-central-1.amazonaws.com/federation/credentials?role_name=Ops%20Admin&account_id=123456789012")
        #expect(request.headers["x-amz-sso_bearer_token"] == "access")
        #expect(request.headers["authorization"] == nil)
    }

    @Test func aTokenThatEndsSoonIsRefreshedAndKeptOtherMembersIncluded() async throws {
        let created = ScriptedTransport.Step.json(
            "{\"accessToken\":\"fresh\",\"expiresIn\":3600,\"refreshToken\":\"next\",\"tokenType\":\"Bearer\"}")
        let setup = try Self.setup("my", token: Self.token(expiresAt: "2023-11-14T22:23:20Z"), steps: [created, Self.answer])
        _ = try await setup.found()
        let requests = await setup.transport.requests
        #expect(requests[0].url == "https://oidc.eu-central-1.amazonaws.com/token")
        #expect(
            JSONValue(bytes: requests[0].body ?? [])
                == JSONValue(
                    bytes: Array(
                        "{\"clientId\":\"id\",\"clientSecret\":\"cs\",\"grantType\":\"refresh_token\",\"refreshToken\":\"rt\"}".utf8)))
        #expect(requests[1].headers["x-amz-sso_bearer_token"] == "fresh")
        let path = ".aws/sso/cache/\(Self.key("my")).json"
        let kept = JSONValue(bytes: Array(try setup.home.read(path).utf8))
        #expect(kept?["accessToken"]?.string == "fresh")
        #expect(kept?["expiresAt"]?.string == "2023-11-14T23:13:20Z")
        #expect(kept?["refreshToken"]?.string == "next")
        #expect(kept?["startUrl"]?.string == "https://d.example/start")
        let attributes = try FileManager.default.attributesOfItem(atPath: setup.home.path + "/" + path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func failedRefreshDoesNoHarmWhileTheTokenLastsAndAnExpiredTokenNamesTheCommand() async throws {
        let refusal = ScriptedTransport.Step.error("InvalidGrantException", status: 400)
        let lasting = try Self.setup("my", token: Self.token(expiresAt: "2023-11-14T22:23:20Z"), steps: [refusal, Self.answer])
        #expect(try await lasting.found().accessKeyId == "AKIDSSO")
        let ended = try Self.setup("my", token: Self.token(expiresAt: "2023-11-14T22:00:00Z"), steps: [refusal])
        #expect(
            await ended.failure()?.sentence
                == "Profile corp: the IAM Identity Center session has expired. Sign in with: aws sso login --profile corp, or scanconfig login --profile corp"
        )
        let refused = try Self.setup(
            "my", token: Self.token(expiresAt: "2023-11-14T23:13:20Z"), steps: [.error("UnauthorizedException", status: 401)])
        #expect(await refused.failure()?.sentence.hasSuffix("aws sso login --profile corp, or scanconfig login --profile corp") == true)
    }

    @Test func byAnUncheckedClockNoTokenIsExpiredAndThePortalDecides() async throws {
        let refusal = ScriptedTransport.Step.error("InvalidGrantException", status: 400)
        let token = Self.token(expiresAt: "2023-11-14T22:00:00Z")
        let setup = try Self.setup("my", token: token, steps: [refusal, Self.answer], clockIsChecked: false)
        #expect(try await setup.found().accessKeyId == "AKIDSSO")
        let steps = [refusal, ScriptedTransport.Step.error("UnauthorizedException", status: 401)]
        let refused = try Self.setup("my", token: token, steps: steps, clockIsChecked: false)
        guard case .ssoSignInNeeded? = await refused.failure() else {
            Issue.record("nobody is asked to sign in")
            return
        }
    }

    @Test func theLegacyFormFindsItsTokenByTheStartURLAndNeverRefreshes() async throws {
        let url = "https://d.example/start"
        let setup = try Self.setup(url, profile: "old", token: Self.token(expiresAt: "2023-11-14T22:23:20Z"), steps: [Self.answer])
        #expect(try await setup.found().accessKeyId == "AKIDSSO")
        let ended = try Self.setup(url, profile: "old", token: Self.token(expiresAt: "2023-11-14T22:00:00Z"))
        guard case .ssoSignInNeeded? = await ended.failure() else {
            Issue.record("nobody is asked to sign in")
            return
        }
    }

    @Test(arguments: [
        ("half", "sso_start_url, sso_region and sso_role_name"), ("lost", "add [sso-session gone]"),
        ("odd", "sso_region differs from the one in sso-session my"), ("corp", "it is not JSON"),
        ("old", "nobody has signed in"),
    ])
    func settingsAndCachesThatCannotWork(profile: String, words: String) async throws {
        let setup = try Self.setup("my", profile: profile, token: "{ torn")
        let sentence = await setup.failure()?.sentence ?? ""
        #expect(sentence.contains(words), "\(sentence)")
    }

    private static func setup(
        _ session: String, profile: String = "corp", token: String, steps: [ScriptedTransport.Step] = [], clockIsChecked: Bool = true
    ) throws -> ChainSetup {
        let home = try TestHome(config: config)
        try home.write(token, to: ".aws/sso/cache/\(key(session)).json")
        return try ChainSetup(home: home, profile: profile, steps: steps, clockIsChecked: clockIsChecked)
    }

    private static func key(_ session: String) -> String {
        Insecure.SHA1.hash(data: Data(session.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    private static func token(expiresAt: String) -> String {
        """
        {"startUrl":"https://d.example/start","region":"eu-central-1","accessToken":"access","expiresAt":"\(expiresAt)","clientId":"id",
        "clientSecret":"cs","registrationExpiresAt":"2024-01-01T00:00:00Z","refreshToken":"rt"}
        """
    }
}
