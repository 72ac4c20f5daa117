import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

/// One random request, as both sides are told of it.
struct PeerCase {
    let signer: Signer
    let request: OperationRequest
    let host: String
    let isInURL: Bool

    init(_ random: inout SeededRandom) {
        let token = Bool.random(using: &random) ? Self.text(&random, Self.wide, 0...80) : nil
        let credentials = Credentials(
            accessKeyId: "AKID" + Self.text(&random, Self.plain, 4...12),
            secretAccessKey: Self.text(&random, Self.plain + "/+=", 8...40),
            sessionToken: token.flatMap { $0.isEmpty ? nil : Self.text(&random, Self.plain + "/+=", 1...200) }, source: "test")
        signer = Signer(
            credentials: credentials, region: ["us-east-1", "cn-north-1", "eu-central-2"].randomElement(using: &random) ?? "",
            service: ["inspector2", "sts", "service"].randomElement(using: &random) ?? "",
            date: Date(timeIntervalSince1970: Double(Int.random(in: 0...4_000_000_000, using: &random))))
        host = Self.text(&random, Self.plain, 1...10).lowercased() + [".example", ".example:8443"][Int.random(in: 0...1, using: &random)]
        let segments = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            [".", "..", "", PercentEncoding.encode(Self.text(&random, Self.wide, 0...8))].randomElement(using: &random) ?? ""
        }
        var names = Set<String>()
        let query = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            (Self.text(&random, Self.wide, 1...6), Self.text(&random, Self.wide, 0...20))
        }.filter { names.insert($0.0).inserted }
        isInURL = Bool.random(using: &random)
        let hasBody = Bool.random(using: &random)
        var headers: HTTPFields = [:]
        if hasBody { headers.add("Content-Type", "application/json") }
        headers.add("X-Custom", Self.text(&random, Self.plain + "   ", 1...20))
        request = OperationRequest(
            name: "Any", method: ["GET", "POST", "PUT"].randomElement(using: &random) ?? "", path: "/" + segments.joined(separator: "/"),
            query: query, headers: headers,
            body: hasBody ? (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) } : nil)
    }

    /// This client's header.
    var authorization: String? {
        var headers: HTTPFields = ["Host": host]
        headers.append(contentsOf: request.headers)
        return signer.sign(
            SignableRequest(
                method: request.method, path: request.path, query: request.encodedQuery, headers: headers, body: request.body ?? []))[
                "authorization"]
    }

    /// The same for botocore, a line of JSON.
    func line() throws -> Data {
        let query = isInURL && !request.query.isEmpty ? "?" + request.encodedQuery : ""
        let parameters = isInURL ? [:] : Dictionary(uniqueKeysWithValues: request.query.map { ($0.name, $0.value) })
        var headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name.rawName, $0.value) })
        headers["Host"] = host
        let object: [String: Any] = [
            "method": request.method, "url": "https://\(host)\(request.path)\(query)", "params": parameters, "headers": headers,
            "body": Data(request.body ?? []).base64EncodedString(), "time": signer.date.timeIntervalSince1970,
            "key": signer.credentials.accessKeyId, "secret": signer.credentials.secretAccessKey,
            "token": signer.credentials.sessionToken.map { $0 as Any } ?? NSNull(), "region": signer.region, "service": signer.service,
        ]
        return try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8)
    }

    private static let plain = "ABCdefGHI0123456789"
    private static let wide = "aZ09-_.~ !*'();:@&=+$,/?#[]%\"<>\\^`{|}é漢😀\u{301}"

    private static func text(_ random: inout SeededRandom, _ letters: String, _ length: ClosedRange<Int>) -> String {
        let scalars = Array(letters.unicodeScalars)
        let count = Int.random(in: length, using: &random)
        return String(String.UnicodeScalarView((0..<count).compactMap { _ in scalars.randomElement(using: &random) }))
    }
}

@Suite struct SignerPeerTests {
    @Test(.enabled(if: PythonPeer.isWanted), arguments: [UInt64(20_151_101), 7])
    func thousandsOfRandomRequestsAreSignedAlike(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var cases: [PeerCase] = []
        for _ in 0..<2000 {
            cases.append(PeerCase(&random))
            await Task.yield()
        }
        let output = try await PythonPeer.run("botocore_sign.py", input: try cases.reduce(into: Data()) { $0 += try $1.line() })
        #expect(output.status == 0, "\(output.errors)")
        let theirs = output.text.split(separator: "\n").map(String.init)
        try #require(theirs.count == cases.count)
        for (index, given) in cases.enumerated() {
            await Task.yield()
            if given.authorization == theirs[index] { continue }
            Issue.record("seed \(seed), case \(index): \(try String(decoding: given.line(), as: UTF8.self))\(theirs[index])")
            return
        }
    }
}
