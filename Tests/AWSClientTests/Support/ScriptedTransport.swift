import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

/// A transport that answers from a script; a request too many, or one too few, fails the test.
actor ScriptedTransport: HTTPTransport {
    /// What happens to one request.
    enum Step: Sendable {
        case reply(TransportResponse)
        case fail(TransportError.Kind, mayHaveBeenSent: Bool)
    }

    private var steps: [Step]
    private(set) var requests: [TransportRequest] = []
    private(set) var deadlines: [Duration] = []

    init(_ steps: [Step] = []) {
        self.steps = steps
    }

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        requests.append(request)
        deadlines.append(deadline)
        guard !steps.isEmpty else {
            Issue.record("nobody expected \(request.method) \(request.url)")
            throw TransportError(kind: .other, endpoint: request.url, mayHaveBeenSent: false)
        }
        switch steps.removeFirst() {
        case .reply(let response): return response
        case .fail(let kind, let mayHaveBeenSent):
            throw TransportError(kind: kind, endpoint: "https://test", mayHaveBeenSent: mayHaveBeenSent)
        }
    }

    /// Call at the end: nothing of the script may be left.
    func finish() {
        #expect(steps.isEmpty, "requests that never came")
    }
}

extension ScriptedTransport.Step {
    static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Self {
        var all: HTTPFields = ["content-type": "application/json", "x-amzn-requestid": "id-1"]
        for field in headers { all[field.name] = field.value }
        return .reply(TransportResponse(status: status, headers: all, body: Array(text.utf8)))
    }

    static func text(_ text: String, status: Int = 200) -> Self {
        .reply(TransportResponse(status: status, headers: ["content-type": "text/plain"], body: Array(text.utf8)))
    }

    static func error(_ code: String, status: Int, message: String = "", headers: HTTPFields = [:]) -> Self {
        json("{\"__type\":\"\(code)\",\"message\":\"\(message)\"}", status: status, headers: headers)
    }
}
