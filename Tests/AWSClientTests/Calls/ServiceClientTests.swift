import Foundation
import HTTPTypes
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// A client of a made-up service on a scripted transport.
struct ScriptedCall {
    let transport: ScriptedTransport
    let clock = TestClock()
    let client: ServiceClient
    let quota = RetryQuota()

    init(
        _ steps: [ScriptedTransport.Step], endpoint: String = "http://localhost:8080", token: String? = nil,
        credentials: (any CredentialProvider)? = nil, correction: ClockCorrection = ClockCorrection(), deadline: Duration = .seconds(300)
    ) throws {
        transport = ScriptedTransport(steps)
        let settings = try Settings.load(
            options: ClientOptions(endpointURL: endpoint), environment: Environment(variables: ["AWS_REGION": "eu-west-1"]))
        let fixed = Credentials(accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: token, source: "test")
        client = ServiceClient(
            service: EndpointRulesTests.inspector2, settings: settings, credentials: credentials ?? StaticCredentialProvider(fixed),
            transport: transport, retry: RetryPolicy(callDeadline: deadline), quota: quota, clock: correction, time: clock.source,
            random: .fixed(0.5),
            logger: Logger(label: "test"))
    }

    static let list = OperationRequest(
        name: "ListCoverage", path: "/coverage/list", query: [("maxResults", "100"), ("nextToken", "a+b *~/é=")],
        body: Array("{}".utf8))

    /// The error of a call that fails.
    func failure(_ request: OperationRequest = list, attempts: AttemptPolicy = .standard) async -> CallError? {
        do throws(CallError) {
            _ = try await client.send(request, attempts: attempts)
            Issue.record("the call succeeded")
            return nil
        } catch {
            return error
        }
    }
}

@Suite struct ServiceClientTests {
    @Test func theRequestIsByteForByteAsAWSExpectsIt() async throws {
        let call = try ScriptedCall([.json("{}")], token: "token")
        _ = try await call.client.send(ScriptedCall.list)
        let request = try #require(await call.transport.requests.first)
        #expect(request.url == "http://localhost:8080/coverage/list?maxResults=100&nextToken=a%2Bb%20%2A~%2F%C3%A9%3D")
        let names = request.headers.map(\.name.canonicalName)
        #expect(
            names == [
                "host", "content-type", "x-amz-date", "x-amz-security-token", "authorization", "user-agent", "amz-sdk-invocation-id",
                "amz-sdk-request",
            ])
        #expect(request.headers["host"] == "localhost:8080")
        #expect(request.headers["amz-sdk-request"] == "attempt=1; max=3")
        let header = try #require(AuthorizationHeader(request.headers["authorization"] ?? ""))
        #expect(header.signedHeaders == "content-type;host;x-amz-date;x-amz-security-token")
        let parts = try #require(EndpointURL(request.url))
        let outcome = SignatureVerifier.verify(
            method: "POST", path: parts.path, query: parts.query ?? "", headers: request.headers, body: request.body ?? [],
            secretAccessKey: "secret", now: call.clock.now)
        #expect(outcome == .valid(header))
    }

    @Test func withoutABodyThereIsNoContentTypeAndADefaultPortIsDropped() async throws {
        let call = try ScriptedCall([.json("{}")], endpoint: "https://inspector.example:443/base/")
        _ = try await call.client.send(OperationRequest(name: "List", path: "/list"))
        let request = try #require(await call.transport.requests.first)
        #expect(request.url == "https://inspector.example/base/list")
        #expect(request.headers["content-type"] == nil)
        #expect(request.headers["host"] == "inspector.example")
        #expect(request.body == nil)
    }

    @Test func transientErrorsAreSentAgainWithTheSameInvocationAndGrowingWaits() async throws {
        let call = try ScriptedCall([
            .error("InternalServerException", status: 500), .fail(.connectionClosed, mayHaveBeenSent: true), .json("{}"),
        ])
        let reply = try await call.client.send(ScriptedCall.list)
        #expect(reply.attempts == 3)
        #expect(reply.requestId == "id-1")
        #expect(call.clock.waits == [0.025, 0.05])
        let requests = await call.transport.requests
        #expect(Set(requests.map { $0.headers["amz-sdk-invocation-id"] }).count == 1)
        #expect(requests.map { $0.headers["amz-sdk-request"] } == ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"])
        #expect(await call.quota.available == 486)
        await call.transport.finish()
    }

    @Test func threeSendsAndNoMoreWhatMayHaveHappenedStaysInDoubt() async throws {
        let call = try ScriptedCall([
            .fail(.readTimeout, mayHaveBeenSent: true), .error("ThrottlingException", status: 429),
            .error("ThrottlingException", status: 400),
        ])
        let error = try #require(await call.failure())
        #expect(error.attempts == 3)
        #expect(error.isThrottling)
        #expect(error.outcomeIsUnknown)
        #expect(await call.quota.available == 481)
    }

    @Test(arguments: [("7", 7.0), ("900", 20), ("-1", 0.5), ("Sun", 0.5)])
    func retryAfterIsALowerBoundWithACapADateOrNonsenseDoesNotCount(value: String, wait: Double) async throws {
        let call = try ScriptedCall([.error("ThrottlingException", status: 429, headers: ["Retry-After": value]), .json("{}")])
        _ = try await call.client.send(ScriptedCall.list)
        #expect(call.clock.waits == [wait])
    }

    @Test(arguments: [
        ScriptedTransport.Step.error("ValidationException", status: 400), .error("AccessDeniedException", status: 403),
        .fail(.tlsVerification, mayHaveBeenSent: false), .fail(.unwritable, mayHaveBeenSent: false),
        .fail(.deadlineExceeded, mayHaveBeenSent: true),
        .text("<html>no</html>", status: 403),
        .text("", status: 302),
    ])
    func whatIsNotSentAgain(step: ScriptedTransport.Step) async throws {
        let call = try ScriptedCall([step])
        let error = try #require(await call.failure())
        #expect(error.attempts == 1)
        #expect(call.clock.waits.isEmpty)
    }

    @Test func aSingleAttemptStaysSingleAndKeepsItsInvocation() async throws {
        let call = try ScriptedCall([.error("InternalServerException", status: 500)])
        let error = await call.failure(attempts: .single(Invocation(id: "mine", attempt: 4)))
        #expect(error?.attempts == 1)
        #expect(error?.outcomeIsUnknown == true)
        #expect(await call.transport.requests.first?.headers["amz-sdk-invocation-id"] == "mine")
        #expect(await call.transport.requests.first?.headers["amz-sdk-request"] == "attempt=4")
    }

    @Test(arguments: [101, 302, 500]) func onlyA4xxIsARefusalWhatElseCameMayHaveHadItsEffect(status: Int) async throws {
        for step in [ScriptedTransport.Step.error("AccessDeniedException", status: status), .text("<html>", status: status)] {
            let call = try ScriptedCall([step])
            #expect(await call.failure(attempts: .single(Invocation(id: "mine")))?.outcomeIsUnknown == true)
        }
        let refused = try ScriptedCall([.error("AccessDeniedException", status: 403)])
        #expect(await refused.failure()?.outcomeIsUnknown == false)
    }

    @Test func anEmptyQuotaAndACallsDeadlineEndTheRetries() async throws {
        let poor = try ScriptedCall([.error("SlowDown", status: 503)])
        _ = await poor.quota.take(497)
        #expect(await poor.failure()?.attempts == 1)
        let late = try ScriptedCall([.error("SlowDown", status: 503, headers: ["retry-after": "20"])], deadline: .seconds(10))
        #expect(await late.failure()?.attempts == 1)
        #expect(late.clock.waits.isEmpty)
        #expect(await late.transport.deadlines == [.seconds(10)])
    }

    @Test(arguments: ["a\nb", "a\rb", "\u{7F}", "\u{0}"])
    func tokenThatNoHeaderCanCarryIsNotSentAndNotShown(token: String) async throws {
        let call = try ScriptedCall([], token: "secret" + token)
        let error = try #require(await call.failure())
        guard case .transport(let failure) = error.cause else {
            Issue.record("\(error)")
            return
        }
        #expect(failure.kind == .unwritable && !failure.mayHaveBeenSent && error.attempts == 0)
        #expect(error.sentence.contains("the session token holds a control character") && !error.sentence.contains("secret"))
        #expect(await call.transport.requests.isEmpty)
    }
}
