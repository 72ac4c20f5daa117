import Foundation
import HTTPTypes
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Error replies that were damaged, or come from something that is no AWS service.
@Suite struct ErrorReplyPropertyTests {
    private static let bodies = [
        #"{"message":"Rate exceeded","fields":[{"name":"resource[0].projectId","message":"bad"}],"reason":"FIELD_VALIDATION_FAILED"}"#,
        #"{"__type":"com.amazonaws.inspector2#ConflictException","message":"m","resourceId":"arn","resourceType":"T"}"#,
        #"{"code":"AccessDeniedException:http://x","Message":"no"}"#,
        "<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>",
        "<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>a &lt; b &#x1b;</Message></Error></ErrorResponse>",
        "",
    ]
    private static let types = ["ThrottlingException", "com.x#ValidationException:http://y", "#", ":", "", "a#b#c:d:e", "\u{1B}[31mRed"]
    private static let afters = ["5", " 7 ", "-1", "99999999999999999999", "Wed, 21 Oct 2015 07:28:00 GMT", "NaN", "", "1e9", "+3"]
    private static let dates = ["Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 9223372036854775807 08:49:37 GMT", "now"]

    private static func response(_ random: inout SeededRandom) -> TransportResponse {
        var headers: HTTPFields = [:]
        let names: [HTTPField.Name] = ["x-amzn-errortype", "Retry-After", "Date", "x-amzn-requestid", "content-type"]
        for (name, samples) in zip(names, [types, afters, dates, ["id"], ["application/json", "text/html"]]) where !random.oneIn(2) {
            headers.add(name, String(decoding: random.mutation(of: samples), as: UTF8.self))
        }
        let status = random.pick([200, 302, 400, 403, 404, 409, 429, 500, 503, 599])
        return TransportResponse(status: status, headers: headers, body: random.mutation(of: bodies))
    }

    @Test func anyErrorReplyIsTerminalSafeHasAWaitAndAtMostOneKind() {
        let broken = Property.counterexample(3000) { random in
            let response = Self.response(&random)
            let cause = ErrorReply.cause(of: response)
            let error = CallError(operation: "List", service: "inspector2", endpoint: "https://x", attempts: 1, cause: cause)
            if error.sentence.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                return "a control character: \(error.sentence)"
            }
            guard case .service(let service) = cause else {
                if case .unexpectedResponse(response.status, _, let excerpt, _) = cause, excerpt.count <= 121 { return nil }
                return "neither an error nor an excerpt: \(cause)"
            }
            if service.code.isEmpty || service.code.contains(":") || service.code.contains("#") { return "code \(service.code)" }
            let wait = RetryPolicy().wait(afterAttempt: random.int(1..<200), random: 0.5, retryAfter: service.retryAfter)
            return (0...20).contains(wait) ? nil : "a wait of \(wait)"
        }
        #expect(broken == nil)
    }

    @Test func anIdentityThatSTSGivesHasBothOfItsMembers() {
        let samples = [
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn><UserId>U</UserId><Account>1</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>",
            "<AssumeRoleResponse><Credentials><AccessKeyId>AKID</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t"
                + "</SessionToken><Expiration>2023-11-14T23:13:20Z</Expiration></Credentials></AssumeRoleResponse>",
        ]
        let broken = Property.counterexample(2000) { random in
            let body = random.mutation(of: samples)
            if let identity = CallerIdentity(xml: body), identity.account.isEmpty || identity.arn.isEmpty { return "\(identity)" }
            guard let found = try? STSReply.credentials(body, source: "test") else { return nil }
            return found.accessKeyId.isEmpty || found.secretAccessKey.isEmpty ? "half a key" : nil
        }
        #expect(broken == nil)
    }
}
