import Foundation
import HTTPTypes
import Logging
import TestSupport
import Testing

@testable import AWSClient

/// A chain on a scripted transport, a home of its own and a clock that stands at 2023-11-14T22:13:20Z and is right, as the service has
/// shown unless told otherwise.
struct ChainSetup {
    let home: TestHome
    let transport: ScriptedTransport
    let clock = TestClock()
    let correction = ClockCorrection()
    let chain: CredentialChain

    init(
        config: String? = nil, credentials: String? = nil, _ variables: [String: String] = [:], profile: String? = nil,
        steps: [ScriptedTransport.Step] = [], prompt: (any MFAPrompt)? = nil, clockIsChecked: Bool = true
    ) throws {
        try self.init(
            home: try TestHome(config: config, credentials: credentials), variables, profile: profile, steps: steps, prompt: prompt,
            clockIsChecked: clockIsChecked)
    }

    init(
        home: TestHome, _ variables: [String: String] = [:], profile: String? = nil, steps: [ScriptedTransport.Step] = [],
        prompt: (any MFAPrompt)? = nil, clockIsChecked: Bool = true
    ) throws {
        self.home = home
        if clockIsChecked { correction.confirm() }
        transport = ScriptedTransport(steps)
        let settings = try home.settings(variables, ClientOptions(profile: profile))
        chain = CredentialChain(
            settings: settings, transport: transport, prompt: prompt, time: clock.source, random: .fixed(0), clock: correction,
            logger: Logger(label: "test"))
    }

    /// The credentials, with the whole script used up.
    func found() async throws -> Credentials {
        let found = try await chain.credentials()
        await transport.finish()
        return found
    }

    /// The error, with the whole script used up.
    func failure() async -> CredentialError? {
        do throws(CredentialError) {
            let found = try await chain.credentials()
            Issue.record("found \(found)")
            return nil
        } catch {
            await transport.finish()
            return error
        }
    }

    /// The form of a request, decoded.
    func form(_ index: Int = 0) async throws -> [String: String] {
        let requests = await transport.requests
        try #require(requests.count > index)
        let body = String(decoding: requests[index].body ?? [], as: UTF8.self)
        var form: [String: String] = [:]
        for pair in body.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            form[String(halves[0])] = String(decoding: PercentEncoding.decode(halves[1]), as: UTF8.self)
        }
        return form
    }
}

extension ScriptedTransport.Step {
    /// An answer of STS.
    static func role(_ key: String, expiration: String = "2023-11-14T23:13:20Z") -> Self {
        .reply(
            TransportResponse(
                status: 200, headers: ["content-type": "text/xml"],
                body: Array(
                    """
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                    <AccessKeyId>\(key)</AccessKeyId><SecretAccessKey>s&amp;\(key)</SecretAccessKey><SessionToken>t-\(key)</SessionToken>
                    <Expiration>\(expiration)</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
                    """.utf8)))
    }

    /// An answer of a metadata endpoint.
    static func metadata(_ key: String) -> Self {
        .json(
            "{\"Code\":\"Success\",\"AccessKeyId\":\"\(key)\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"2023-11-15T00:00:00Z\"}"
        )
    }
}
