import Foundation
import HTTPTypes
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct RecoveryTests {
    @Test func aRefusedClockIsCorrectedOnceByTheReplysDateEvenForASingleAttempt() async throws {
        let refusal = ScriptedTransport.Step.error(
            "InvalidSignatureException", status: 403, message: "Signature expired: 2023 is now earlier than 2024",
            headers: ["Date": "Tue, 14 Nov 2023 23:13:20 GMT"])
        let call = try ScriptedCall([refusal, .json("{}"), .json("{}")])
        let reply = try await call.client.send(ScriptedCall.list, attempts: .single(Invocation(id: "mine")))
        #expect(reply.attempts == 2)
        #expect(call.client.clockOffset == 3600)
        #expect(call.client.clock.sentence?.contains("60 min behind") == true)
        _ = try await call.client.send(ScriptedCall.list)
        let dates = await call.transport.requests.map { $0.headers["x-amz-date"] }
        #expect(dates == ["20231114T221320Z", "20231114T231320Z", "20231114T231320Z"])
        let again = try ScriptedCall([refusal, refusal])
        #expect(await again.failure()?.serviceError?.isClockSkew == true)
        await again.transport.finish()
    }

    /// A client with temporary keys of the environment that end at a time; this machine says it is 22:13:20Z.
    private func temporary(until end: String, _ steps: [ScriptedTransport.Step]) throws -> ScriptedCall {
        let clock = ClockCorrection()
        let home = try TestHome()
        let keys = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": end]
        let chain = CredentialChain(
            settings: try home.settings(keys), transport: ScriptedTransport(), time: TestClock().source, clock: clock,
            logger: Logger(label: "test"))
        let kept = RefreshingCredentialProvider(chain, time: TestClock().source, clock: clock)
        return try ScriptedCall(steps, credentials: kept, correction: clock)
    }

    @Test func aClockAheadByMoreThanTheCredentialsLifeIsCorrectedAndTheyAreUsed() async throws {
        let refusal = ScriptedTransport.Step.error(
            "InvalidSignatureException", status: 403,
            message: "Signature not yet current: 20231114T221320Z is still later than 20231114T193500Z",
            headers: ["Date": "Tue, 14 Nov 2023 19:30:00 GMT"])
        let call = try temporary(until: "2023-11-14T20:00:00Z", [refusal, .json("{}"), .json("{}")])
        #expect(try await call.client.send(ScriptedCall.list).attempts == 2)
        #expect(call.client.clock.sentence?.contains("163 min ahead of") == true)
        #expect(try await call.client.send(ScriptedCall.list).attempts == 1)
        await call.transport.finish()
    }

    @Test func credentialsTheServiceCallsExpiredAreExpiredAndItsDateCorrectsTheClock() async throws {
        let expired = ScriptedTransport.Step.error(
            "ExpiredTokenException", status: 403, headers: ["Date": "Tue, 14 Nov 2023 21:13:20 GMT"])
        let call = try temporary(until: "2023-11-14T20:00:00Z", [expired])
        #expect(await call.failure()?.cause == .credentials(.expired(source: "environment")))
        #expect(call.client.clockOffset == -3600)
        #expect(await call.failure()?.cause == .credentials(.expired(source: "environment")), "nothing is sent any more")
        await call.transport.finish()
        let right = try temporary(until: "2023-11-14T20:00:00Z", [.error("ExpiredTokenException", status: 403)])
        #expect(await right.failure()?.cause == .credentials(.expired(source: "environment")))
        #expect(right.client.clockOffset == 0)
    }

    @Test func aSignatureThatWasTakenProvesTheClockAProxysPageDoesNot() async throws {
        let call = try ScriptedCall([.text("<html>", status: 502), .text("<html>", status: 403), .json("{}")])
        _ = await call.failure()
        #expect(!call.client.clock.isChecked)
        _ = try await call.client.send(ScriptedCall.list)
        #expect(call.client.clock.isChecked && call.client.clockOffset == 0)
    }

    @Test func aRefusedSignatureThatIsNotAboutTheClockIsFinal() async throws {
        let call = try ScriptedCall([
            .error("InvalidSignatureException", status: 403, message: "does not match", headers: ["Date": "Tue, 14 Nov 2023 23:13:20 GMT"])
        ])
        let error = try #require(await call.failure())
        #expect(error.serviceError?.isSignatureRefused == true)
        #expect(call.client.clockOffset == 0)
        #expect(!error.outcomeIsUnknown)
    }

    @Test func expiredCredentialsAreAskedForAgainOnceAndSentAgainOnlyWhenTheyChanged() async throws {
        let expired = ScriptedTransport.Step.error("ExpiredTokenException", status: 403)
        let changing = CountingProvider(changesOnInvalidate: true)
        let call = try ScriptedCall([expired, .json("{}")], credentials: changing)
        #expect(try await call.client.send(ScriptedCall.list).attempts == 2)
        let fixed = CountingProvider(changesOnInvalidate: false)
        let other = try ScriptedCall([expired], credentials: fixed)
        #expect(await other.failure()?.serviceError?.isExpiredCredentials == true)
        let single = try ScriptedCall([expired], credentials: CountingProvider(changesOnInvalidate: true))
        #expect(await single.failure(attempts: .single(Invocation(id: "mine")))?.attempts == 1)
    }
}

/// Gives credentials that may change when they are forgotten.
actor CountingProvider: CredentialProvider {
    private let changesOnInvalidate: Bool
    private var generation = 0

    init(changesOnInvalidate: Bool) {
        self.changesOnInvalidate = changesOnInvalidate
    }

    func credentials() async throws(CredentialError) -> Credentials {
        Credentials(accessKeyId: "AKID\(generation)", secretAccessKey: "secret", source: "test")
    }

    func invalidate() async {
        if changesOnInvalidate { generation += 1 }
    }
}
