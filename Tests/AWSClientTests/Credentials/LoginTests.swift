import Crypto
import Foundation
import HTTPTypes
import JSON
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct LoginTests {
    private static let config = "[profile dev]\nlogin_session = arn:aws:iam::1:user/me\n"
    private static let key = P256.Signing.PrivateKey()

    @Test func aSessionThatLastsIsUsedAsItIs() async throws {
        let setup = try Self.setup(expiresAt: "2023-11-14T22:20:00Z")
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDLOGIN")
        #expect(found.sessionToken == "t")
        #expect(found.source == "aws login, profile dev")
    }

    @Test func aSessionThatEndsIsRefreshedWithProofOfItsKey() async throws {
        let answer = ScriptedTransport.Step.json(
            "{\"accessToken\":{\"accessKeyId\":\"AKIDNEW\",\"secretAccessKey\":\"s2\",\"sessionToken\":\"t2\"},\"expiresIn\":900,\"refreshToken\":\"r2\"}"
        )
        let setup = try Self.setup(expiresAt: "2023-11-14T22:18:00Z", steps: [answer])
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDNEW")
        #expect(found.expiration == WireDate.parseISO8601("2023-11-14T22:28:20Z"))
        let request = await setup.transport.requests[0]
        #expect(request.url == "https://us-east-1.signin.aws.amazon.com/v1/token")
        try Self.check(proof: try #require(request.headers["dpop"]))
        let kept = JSONValue(bytes: Array(try setup.home.read("login/\(Self.file)").utf8))
        #expect(kept?["accessToken"]?["accountId"]?.string == "1")
        #expect(kept?["refreshToken"]?.string == "r2")
    }

    @Test func aSessionThatCannotBeUsedSaysWhatToRun() async throws {
        let refused = try Self.setup(expiresAt: "2023-11-14T22:18:00Z", steps: [.error("AccessDeniedException", status: 401)])
        #expect(
            await refused.failure()?.sentence
                == "Profile dev: the aws login session has ended. Sign in with: aws login --profile dev, or scanconfig login --profile dev"
        )
        let home = try TestHome(config: Self.config)
        let absent = try ChainSetup(home: home, profile: "dev")
        #expect(await absent.failure()?.sentence.hasSuffix("aws login --profile dev, or scanconfig login --profile dev") == true)
    }

    @Test func sessionThatLooksExpiredByAnUncheckedClockIsTriedWhereItCannotBeRefreshed() async throws {
        let refusal = ScriptedTransport.Step.error("AccessDeniedException", status: 401)
        let setup = try Self.setup(expiresAt: "2023-11-14T22:00:00Z", steps: [refusal], clockIsChecked: false)
        #expect(try await setup.found().accessKeyId == "AKIDLOGIN")
    }

    private static var file: String {
        SHA256.hash(data: Data("arn:aws:iam::1:user/me".utf8)).map { String(format: "%02x", $0) }.joined() + ".json"
    }

    private static func setup(
        expiresAt: String, steps: [ScriptedTransport.Step] = [], clockIsChecked: Bool = true
    ) throws -> ChainSetup {
        let home = try TestHome(config: config)
        let document: [String: Any] = [
            "accessToken": [
                "accessKeyId": "AKIDLOGIN", "secretAccessKey": "s", "sessionToken": "t", "accountId": "1", "expiresAt": expiresAt,
            ],
            "clientId": "arn:aws:signin:::devtools/same-device", "refreshToken": "r", "dpopKey": key.pemRepresentation,
        ]
        let text = String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
        try home.write(text, to: "login/\(file)")
        return try ChainSetup(
            home: home, ["AWS_LOGIN_CACHE_DIRECTORY": "~/login"], profile: "dev", steps: steps, clockIsChecked: clockIsChecked)
    }

    private static func check(proof: String) throws {
        let parts = proof.split(separator: ".").map(String.init)
        try #require(parts.count == 3)
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try decoded(parts[2]))
        #expect(key.publicKey.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)))
        let header = try #require(JSONValue(bytes: Array(try decoded(parts[0]))))
        #expect(header["typ"]?.string == "dpop+jwt")
        #expect(header["alg"]?.string == "ES256")
        let x = try decoded(header["jwk"]?["x"]?.string ?? "")
        #expect(x + (try decoded(header["jwk"]?["y"]?.string ?? "")) == key.publicKey.rawRepresentation)
        let claims = try #require(JSONValue(bytes: Array(try decoded(parts[1]))))
        #expect(claims["htm"]?.string == "POST")
        #expect(claims["htu"]?.string == "https://us-east-1.signin.aws.amazon.com/v1/token")
        #expect(claims["iat"]?.number == 1_700_000_000)
    }

    private static func decoded(_ text: String) throws -> Data {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return try #require(Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)))
    }
}
