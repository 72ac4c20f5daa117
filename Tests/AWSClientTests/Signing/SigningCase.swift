import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

/// One folder of AWS's signing test suite.
struct SigningCase {
    let signer: Signer
    let request: SignableRequest
    let canonicalRequest, stringToSign, signature: String

    static func names() throws -> [String] {
        let folder = try #require(TestData.folder, "SCANCONFIG_TESTDATA must name the folder with AWS's test cases")
        return try FileManager.default.contentsOfDirectory(atPath: folder + "/sigv4").filter { !$0.hasSuffix(".txt") }.sorted()
    }

    init(_ name: String) throws {
        let context = try TestData.json("sigv4/\(name)/context.json")
        let keys = try #require(context["credentials"] as? [String: String])
        let timestamp = try #require(context["timestamp"] as? String)
        let date = try #require(WireDate.parseISO8601(timestamp))
        let credentials = Credentials(
            accessKeyId: try #require(keys["access_key_id"]), secretAccessKey: try #require(keys["secret_access_key"]),
            sessionToken: keys["token"], source: "test")
        var signer = Signer(
            credentials: credentials, region: try #require(context["region"] as? String),
            service: try #require(context["service"] as? String), date: date)
        signer.normalizesPath = try #require(context["normalize"] as? Bool)
        signer.signsPayloadHash = try #require(context["sign_body"] as? Bool)
        signer.leavesTokenUnsigned = context["omit_session_token"] as? Bool ?? false
        self.signer = signer
        request = try Self.parse(try TestData.text("sigv4/\(name)/request.txt"))
        canonicalRequest = try TestData.text("sigv4/\(name)/header-canonical-request.txt")
        stringToSign = try TestData.text("sigv4/\(name)/header-string-to-sign.txt")
        signature = try TestData.text("sigv4/\(name)/header-signature.txt")
    }

    /// Reads a raw HTTP request; an indented line goes on with the header before it.
    private static func parse(_ text: String) throws -> SignableRequest {
        let halves = text.split(separator: "\n\n", maxSplits: 1)
        var lines = halves[0].split(separator: "\n")
        let start = lines.removeFirst()
        let method = try #require(start.split(separator: " ").first)
        let target = start.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
        var headers: [(name: String, value: String)] = []
        for line in lines {
            if line.first == " ", let last = headers.popLast() {
                headers.append((last.name, last.value + "\n" + line))
            } else {
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                headers.append((String(parts[0]), String(parts[1])))
            }
        }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return SignableRequest(
            method: String(method), path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "",
            headers: HTTPFields(pairs: headers), body: halves.count > 1 ? Array(halves[1].utf8) : [])
    }
}
