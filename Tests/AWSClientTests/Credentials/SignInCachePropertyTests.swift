import Crypto
import Foundation
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Cache files of a sign-in, and the answers that refresh them, damaged.
@Suite struct SignInCachePropertyTests {
    private static let token =
        #"{"accessToken":"s3cret","expiresAt":"2023-11-14T22:23:20Z","clientId":"id","clientSecret":"s3cret","#
        + #""registrationExpiresAt":"2024-01-01T00:00:00Z","refreshToken":"s3cret","startUrl":"u"}"#
    private static let created = [
        #"{"accessToken":"fresh","expiresIn":3600,"refreshToken":"next"}"#, #"{"accessToken":"fresh","expiresIn":1e300}"#,
    ]
    private static let portal =
        #"{"roleCredentials":{"accessKeyId":"AKID","secretAccessKey":"s3cret","sessionToken":"t","expiration":1700003600000}}"#
    private static let kept = #"{"accessKeyId":"AKID","secretAccessKey":"s3cret","sessionToken":"t","expiresAt":"2023-11-14T22:18:00Z"}"#
    private static let pem = P256.Signing.PrivateKey().pemRepresentation.replacingOccurrences(of: "\n", with: "\\n")
    private static let renewed = [
        #"{"accessToken":{"accessKeyId":"A","secretAccessKey":"s3cret","sessionToken":"t"},"expiresIn":900,"refreshToken":"r"}"#,
        #"{"accessToken":{"accessKeyId":"A","secretAccessKey":"s3cret","sessionToken":"t"},"expiresIn":-1e300}"#,
    ]

    @Test func iamIdentityCenterAWholeKeyOrASentenceWithoutASecret() async throws {
        let home = try TestHome(
            config: "[profile p]\nsso_session = my\nsso_account_id = 1\nsso_role_name = R\n"
                + "[sso-session my]\nsso_start_url = https://d.example\nsso_region = us-east-1\n")
        let path = ".aws/sso/cache/\(Hex.encode(Insecure.SHA1.hash(data: Data("my".utf8)))).json"
        let broken = try await Property.counterexample(300) { random in
            try home.write(random.mutation(of: [Self.token]), to: path)
            let answers = ["/token": random.mutation(of: Self.created), "/federation": random.mutation(of: [Self.portal])]
            return try await Self.broken(home, AnsweringTransport(answers: answers))
        }
        #expect(broken == nil)
    }

    @Test func awsLoginAWholeKeyOrASentenceWithoutASecret() async throws {
        let home = try TestHome(config: "[profile p]\nlogin_session = me\n")
        let path = "login/\(Hex.encode(SHA256.hash(data: Data("me".utf8)))).json"
        let document = #"{"accessToken":\#(Self.kept),"clientId":"c","refreshToken":"s3cret","dpopKey":"\#(Self.pem)"}"#
        let broken = try await Property.counterexample(300) { random in
            try home.write(random.oneIn(2) ? Array(document.utf8) : random.mutation(of: [document]), to: path)
            return try await Self.broken(home, AnsweringTransport(answers: ["/v1/token": random.mutation(of: Self.renewed)]))
        }
        #expect(broken == nil)
    }

    private static func broken(_ home: TestHome, _ transport: AnsweringTransport) async throws -> String? {
        let settings = try home.settings(["AWS_LOGIN_CACHE_DIRECTORY": "~/login"], ClientOptions(profile: "p"))
        let chain = CredentialChain(
            settings: settings, transport: transport, prompt: nil, time: TestClock().source, random: .fixed(0),
            logger: Logger(label: "test"))
        do throws(CredentialError) {
            let found = try await chain.credentials()
            return found.accessKeyId.isEmpty || found.secretAccessKey.isEmpty ? "half a key" : nil
        } catch {
            return error.sentence.isEmpty || error.sentence.contains("s3cret") ? "said: \(error.sentence)" : nil
        }
    }
}
