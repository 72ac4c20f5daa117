import HTTPTypes
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct ErrorReplyTests {
    @Test(arguments: [
        ("X:http://internal/", "{\"code\":\"no\"}", "X"), (nil, "{\"code\":\"a.b#Y\",\"__type\":\"no\"}", "Y"),
        (nil, "{\"__type\":\"com.aws#Z:more#x\"}", "Z"), ("aws.x#AccessDeniedException:http://x#y", "", "AccessDeniedException"),
    ])
    func theCodeHeaderBodyCodeTypeCutAtTheColonThenAfterTheHash(header: String?, body: String, code: String) throws {
        var headers: HTTPFields = [:]
        headers["X-Amzn-ErrorType"] = header
        #expect(try Self.service(400, headers, body).code == code)
    }

    @Test func everythingThatAnErrorReplySaysIsRead() throws {
        let body = """
            {"Message":"m","reason":"FIELD_VALIDATION_FAILED","fields":[{"name":"n","message":"bad"},{"name":null}],
            "resourceId":"r","resourceType":"t","unknown":{"x":[1,2]}}
            """
        let error = try Self.service(409, ["X-AMZN-ErrorType": "ConflictException", "x-amzn-RequestId": "id", "retry-after": " 3 "], body)
        #expect(
            error
                == ServiceError(
                    status: 409, code: "ConflictException", message: "m", requestId: "id", retryAfter: 3,
                    fields: [.init(name: "n", message: "bad"), .init(name: "", message: "")]))
    }

    @Test func errorsOfTheQueryProtocolAreXML() throws {
        let body = """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>
            <Message>The token &amp; key are &lt;invalid&gt;&#33;</Message></Error><RequestId>x</RequestId></ErrorResponse>
            """
        let error = try Self.service(403, [:], body)
        #expect(error.code == "InvalidClientTokenId")
        #expect(error.message == "The token & key are <invalid>!")
        #expect(error.isSignatureRefused)
    }

    @Test func aProxysPageKeepsItsStatusAndACleanShortExcerpt() throws {
        let page =
            "<html><head><title>502</title></head>\n<body>\u{1B}[31mBad   gateway" + String(repeating: " very", count: 60)
            + "</body></html>"
        let cause = ErrorReply.cause(of: TransportResponse(status: 502, headers: ["content-type": "text/html"], body: Array(page.utf8)))
        guard case .unexpectedResponse(502, "text/html", let excerpt, nil) = cause else {
            Issue.record("\(cause)")
            return
        }
        #expect(excerpt.hasPrefix("�[31mBad gateway very"))
        #expect(excerpt.count == 121)
    }

    @Test func aPagesTitleThatIsItsHeadingTooIsSaidOnce() {
        let page = "<html><head><title>504 Gateway Timeout</title></head><body><h1>504 Gateway  Timeout</h1><hr>proxy/1.4</body></html>"
        let cause = ErrorReply.cause(of: TransportResponse(status: 504, body: Array(page.utf8)))
        #expect(cause == .unexpectedResponse(status: 504, contentType: nil, excerpt: "Gateway Timeout proxy/1.4", requestId: nil))
    }

    @Test func aBodyThatHasAMemberTwiceSaysNothing() throws {
        let body = Array("{\"__type\":\"AccessDeniedException\",\"__type\":\"ThrottlingException\"}".utf8)
        guard case .unexpectedResponse(403, nil, _, nil) = ErrorReply.cause(of: TransportResponse(status: 403, body: body)) else {
            return #expect(Bool(false))
        }
        let header: HTTPFields = ["x-amzn-errortype": "ConflictException"]
        #expect(try Self.service(409, header, String(decoding: body, as: UTF8.self)).code == "ConflictException")
    }

    @Test func with429IsThrottlingWhateverItsBodyAccessDeniedNamesTheAction() throws {
        #expect(try Self.service(429, [:], "{\"__type\":\"Whatever\"}").isThrottling)
        let denied = CallError(
            operation: "ListCoverage", service: "inspector2", endpoint: "https://x", attempts: 1,
            cause: .service(ServiceError(status: 403, code: "AccessDeniedException", message: "no\u{7}", requestId: "id")))
        #expect(
            denied.sentence
                == "ListCoverage: AccessDeniedException: no�. The permission it needs is inspector2:ListCoverage. (request id)")
        let page = CallError(
            operation: "ListCoverage", service: "inspector2", endpoint: "https://x", attempts: 1,
            cause: .unexpectedResponse(status: 429, contentType: nil, excerpt: "", requestId: nil))
        #expect(page.isThrottling)
        #expect(page.sentence.contains("https://x answered with status 429"))
    }

    private static func service(_ status: Int, _ headers: HTTPFields, _ body: String) throws -> ServiceError {
        let cause = ErrorReply.cause(of: TransportResponse(status: status, headers: headers, body: Array(body.utf8)))
        guard case .service(let error) = cause else { throw Unexpected() }
        return error
    }

    private struct Unexpected: Error {}
}
