import Testing

@testable import AWSClient

/// A transport that answers from a script; a request too many, or one too few, fails the test.
actor ScriptedTransport: HTTPTransport {
    /// What happens to one request.
    enum Step: Sendable {
        case reply(HTTPResponse)
        case fail(TransportError.Kind, mayHaveBeenSent: Bool)
    }

    private var steps: [Step]
    private(set) var requests: [HTTPRequest] = []
    private(set) var deadlines: [Duration] = []

    init(_ steps: [Step] = []) {
        self.steps = steps
    }

    func send(_ request: HTTPRequest, deadline: Duration) async throws(TransportError) -> HTTPResponse {
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
    static func json(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
        var all: HTTPHeaders = ["content-type": "application/json", "x-amzn-requestid": "id-1"]
        for field in headers.fields { all[field.name] = field.value }
        return .reply(HTTPResponse(status: status, headers: all, body: Array(text.utf8)))
    }

    static func text(_ text: String, status: Int = 200) -> Self {
        .reply(HTTPResponse(status: status, headers: ["content-type": "text/plain"], body: Array(text.utf8)))
    }

    static func error(_ code: String, status: Int, message: String = "", headers: HTTPHeaders = [:]) -> Self {
        json("{\"__type\":\"\(code)\",\"message\":\"\(message)\"}", status: status, headers: headers)
    }
}
