import HTTPTypes
import TestSupport

@testable import AWSClient

/// A transport that gives the same answer to every request whose URL holds a text, and none to any other.
struct AnsweringTransport: HTTPTransport {
    let answers: [String: [UInt8]]

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        guard let body = answers.first(where: { request.url.contains($0.key) })?.value else {
            throw TransportError(kind: .other, endpoint: request.url, mayHaveBeenSent: false)
        }
        return TransportResponse(status: 200, headers: ["content-type": "application/json"], body: body)
    }
}
