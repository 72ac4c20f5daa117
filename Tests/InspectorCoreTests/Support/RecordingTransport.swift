import AWSClient
import HTTPTypes
import Logging
import Runtime
import TestSupport

@testable import InspectorCore

/// A transport in memory: gives the answers it was given, one after the other, and keeps what was sent.
final class RecordingTransport: HTTPTransport {
    private let answers: Locked<[String]>
    private let sent = Locked<[TransportRequest]>([])

    init(_ answers: [String]) {
        self.answers = Locked(answers)
    }

    var requests: [TransportRequest] { sent.withLock { $0 } }
    var isUsedUp: Bool { answers.withLock { $0.isEmpty } }

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        sent.withLock { $0.append(request) }
        guard let answer = answers.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
            return TransportResponse(status: 400, headers: ["x-amzn-errortype": "UnexpectedRequest"], body: Array("{}".utf8))
        }
        return TransportResponse(status: 200, headers: ["content-type": "application/json"], body: Array(answer.utf8))
    }

    func inspector() throws -> Inspector {
        let variables = ["AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "secret"]
        let settings = try Settings.load(options: ClientOptions(), environment: Environment(variables: variables, homeDirectory: nil))
        return Inspector(
            client: ServiceClient(
                service: .inspector2, settings: settings, credentials: Fixed(), transport: self, logger: Logger(label: "test")))
    }

    private struct Fixed: CredentialProvider {
        func credentials() async throws(CredentialError) -> Credentials {
            Credentials(accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: nil, expiration: nil, source: "test")
        }
        func invalidate() async {}
    }
}
