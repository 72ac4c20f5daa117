import Foundation
import HTTPTypes
import Logging
import Runtime
import TestSupport
import Testing

@testable import AWSClient

/// Keeps every line that is logged, metadata included.
struct RecordingLogHandler: LogHandler {
    /// The lines of all copies of one handler.
    final class Lines: Sendable {
        private let kept = Locked<[String]>([])
        var text: String { kept.withLock { $0.joined(separator: "\n") } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
    }
}

@Suite struct LoggingTests {
    @Test func requestIdsAttemptsWaitsAndTheWinningSourceAreThereSecretsAreNot() async throws {
        let home = try TestHome(
            config: "[profile role]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\n",
            credentials: "[base]\naws_access_key_id = AKIDBASEBASE\naws_secret_access_key = SECRETBASE\naws_session_token = TOKENBASE\n")
        let lines = RecordingLogHandler.Lines()
        let logger = Logger(label: "test") { _ in RecordingLogHandler(lines: lines) }
        let settings = try home.settings([:], ClientOptions(profile: "role", endpointURL: "http://localhost:1"))
        let clock = TestClock()
        let transport = ScriptedTransport([
            .role("AKIDROLEROLE"), .error("InternalServerException", status: 500), .json("{}", headers: ["x-amzn-requestid": "id-2"]),
        ])
        let chain = CredentialChain(settings: settings, transport: transport, time: clock.source, random: .fixed(1), logger: logger)
        let client = ServiceClient(
            service: EndpointRulesTests.inspector2, settings: settings,
            credentials: RefreshingCredentialProvider(chain, time: clock.source),
            transport: transport, time: clock.source, random: .fixed(1), logger: logger)
        _ = try await client.send(ScriptedCall.list)
        for word in [
            "role arn:aws:iam::1:role/x of profile role", "…ROLE", "ListCoverage: status 500", "requestId\": id-1", "\"attempt\": 2",
            "requestId\": id-2", "\"seconds\": 0.05", "AssumeRole: status 200",
        ] { #expect(lines.text.contains(word), "\(word) is missing in\n\(lines.text)") }
        for secret in ["SECRETBASE", "TOKENBASE", "s&AKID", "t-AKIDROLEROLE", "AKIDROLEROLE", "AKIDBASEBASE"] {
            #expect(!lines.text.contains(secret), "\(secret)")
        }
    }
}
