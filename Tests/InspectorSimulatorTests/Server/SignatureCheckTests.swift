import AWSClient
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import InspectorSimulator

struct SignatureCheckTests {
    private static let long = SimulatorOptions(configurations: 1, projects: 1)
    private static var session: SimulatorOptions {
        var options = long
        options.sessionToken = "token/with+signs=="
        return options
    }

    @Test func rightSignaturesOfBothServicesAreLetIn() async throws {
        for options in [Self.long, Self.session] {
            try await withSimulator(options) { _, client async throws in
                let replies = [try await client.listConfigurations(maxResults: 3), try await client.callerIdentity()]
                #expect(replies.map(\.status) == [200, 200])
            }
        }
    }

    @Test(arguments: ["key", "secret", "region", "service", "missing", "malformed", "past", "future", "unsigned", "payload"])
    func wrongOnesAreRefusedInAWSsWords(what: String) async throws {
        let expected: [String: (String, String)] = [
            "key": ("UnrecognizedClientException", "security token included in the request is invalid"),
            "secret": ("InvalidSignatureException", "does not match"), "region": ("InvalidSignatureException", "valid region"),
            "service": ("InvalidSignatureException", "correct service"), "missing": ("MissingAuthenticationTokenException", "Missing"),
            "malformed": ("IncompleteSignatureException", "Authorization"), "past": ("InvalidSignatureException", "Signature expired"),
            "future": ("InvalidSignatureException", "not yet current"), "unsigned": ("InvalidSignatureException", "x-amz-extra"),
            "payload": ("InvalidSignatureException", "x-amz-content-sha256"),
        ]
        let (code, words) = try #require(expected[what])
        try await withSimulator(Self.long) { simulator, client in
            let reply = try await Self.send(what, client)
            #expect(reply.status == 403)
            #expect(reply.errorType == code)
            #expect(reply.text.contains(words), "\(reply.text)")
            #expect(await simulator.calls().map(\.errorCode) == [code])
        }
    }

    @Test func aSessionTokenHasToFit() async throws {
        try await withSimulator(Self.session) { _, client async throws in
            var client = client
            for token in [nil, "another"] {
                client.credentials = Credentials(
                    accessKeyId: client.credentials.accessKeyId, secretAccessKey: client.credentials.secretAccessKey, sessionToken: token,
                    source: "test")
                let reply = try await client.listConfigurations()
                #expect(reply.errorType == "UnrecognizedClientException")
            }
        }
    }

    @Test func securityTokenServiceHasItsOwnNamesInXML() async throws {
        try await withSimulator(Self.long) { _, client async throws in
            var client = client
            client.credentials = Credentials(
                accessKeyId: client.credentials.accessKeyId, secretAccessKey: "wrong", sessionToken: nil, source: "test")
            let reply = try await client.callerIdentity()
            #expect(reply.status == 403)
            #expect(reply.text.contains("<Code>SignatureDoesNotMatch</Code>"))
        }
    }

    private static func send(_ what: String, _ original: SignedClient) async throws -> SignedClient.Reply {
        var client = original
        var (service, extra) = ("inspector2", HTTPFields())
        let keys = client.credentials
        switch what {
        case "key": client.credentials = Credentials(accessKeyId: "AKIAOTHER", secretAccessKey: keys.secretAccessKey, source: "test")
        case "secret": client.credentials = Credentials(accessKeyId: keys.accessKeyId, secretAccessKey: "wrong", source: "test")
        case "region": client.region = "eu-west-1"
        case "service": service = "sts"
        case "missing": client.tamper = { $0["authorization"] = nil }
        case "malformed": client.tamper = { $0["authorization"] = "AWS4-HMAC-SHA256 Credential=a" }
        case "past": client.date = Date(timeIntervalSinceNow: -302)
        case "future": client.date = Date(timeIntervalSinceNow: 900)
        case "payload": return try await payloadMismatch(client)
        default: extra = ["x-amz-extra": "1"]
        }
        return try await client.send(path: ServiceOperation.listConfigurations.path, service: service, extraHeaders: extra)
    }

    private static func payloadMismatch(_ client: SignedClient) async throws -> SignedClient.Reply {
        var client = client
        let (credentials, region, date, port) = (client.credentials, client.region, client.date, client.port)
        client.tamper = { headers in
            let claimed: HTTPFields = ["host": "127.0.0.1:\(port)", "x-amz-content-sha256": String(repeating: "0", count: 64)]
            let request = SignableRequest(method: "POST", path: ServiceOperation.listConfigurations.path, headers: claimed)
            headers = claimed
            headers.append(contentsOf: Signer(credentials: credentials, region: region, service: "inspector2", date: date).sign(request))
        }
        return try await client.send(path: ServiceOperation.listConfigurations.path)
    }
}
