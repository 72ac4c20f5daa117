import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

@Suite struct SignerTests {
    @Test(.enabled(if: TestData.isWanted)) func aWSsHeaderSigningCases() throws {
        let names = try SigningCase.names()
        #expect(names.count == 38)
        for name in names {
            let given = try SigningCase(name)
            let canonical = given.signer.canonicalRequest(for: given.request)
            #expect(canonical.text == given.canonicalRequest, "\(name)")
            #expect(given.signer.stringToSign(for: canonical).text == given.stringToSign, "\(name)")
            #expect(given.signer.signature(of: canonical) == given.signature, "\(name)")
            let header = try #require(given.signer.sign(given.request)["authorization"])
            #expect(AuthorizationHeader(header)?.signature == given.signature, "\(name)")
        }
    }

    @Test func whatIsSignedIsFoundValidAgainAndNotAfterAnyChange() throws {
        let request = Self.request
        let headers = Self.signed(request)
        #expect(verify(request, headers) == .valid(try #require(AuthorizationHeader(headers["authorization"] ?? ""))))
        var other = request
        other.body = Array("{ }".utf8)
        guard case .mismatch = verify(other, headers) else {
            Issue.record("a changed body went unnoticed")
            return
        }
        other = request
        other.query = "maxResults=101"
        guard case .mismatch = verify(other, headers) else {
            Issue.record("a changed query went unnoticed")
            return
        }
    }

    @Test func headersThatMustBeSignedAreMissed() {
        var headers = Self.signed(Self.request)
        headers["x-amz-extra"] = "1"
        #expect(verify(Self.request, headers) == .unsignedHeader("x-amz-extra"))
        headers["authorization"] = nil
        #expect(verify(Self.request, headers) == .missing)
        headers["authorization"] = "Basic abc"
        #expect(verify(Self.request, headers) == .malformed("authorization"))
    }

    @Test func aSignatureOfAnotherTimeIsExpired() throws {
        let headers = Self.signed(Self.request)
        let outcome = verify(Self.request, headers, now: Self.date.addingTimeInterval(301))
        #expect(outcome == .expired(date: Self.date))
        guard case .valid = verify(Self.request, headers, now: Self.date.addingTimeInterval(-299)) else {
            Issue.record("five minutes are allowed")
            return
        }
    }

    private static let date = Date(timeIntervalSince1970: 1_440_938_160)
    private static let credentials = Credentials(
        accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token/+=", source: "test")
    private static let request = SignableRequest(
        method: "POST", path: "/coverage/list", query: "maxResults=100&nextToken=a%2Bb%20%2A~",
        headers: ["host": "localhost:8080", "content-type": "application/json"], body: Array("{}".utf8))

    private static func signed(_ request: SignableRequest) -> HTTPFields {
        var headers = request.headers
        headers.append(contentsOf: Signer(credentials: credentials, region: "eu-west-1", service: "inspector2", date: date).sign(request))
        headers["user-agent"] = "unsigned"
        return headers
    }

    private func verify(_ request: SignableRequest, _ headers: HTTPFields, now: Date? = nil) -> SignatureVerifier.Outcome {
        SignatureVerifier.verify(
            method: request.method, path: request.path, query: request.query, headers: headers, body: request.body,
            secretAccessKey: "secret", now: now)
    }
}
