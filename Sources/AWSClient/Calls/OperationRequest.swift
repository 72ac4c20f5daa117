package import HTTPTypes

/// One operation of a REST service, before it has an endpoint and a signature.
package struct OperationRequest: Equatable, Sendable {
    /// The operation's name as AWS spells it, `ListCoverage`.
    package var name: String
    /// The method in upper case.
    package var method: String
    /// The path, percent-encoded, beginning with `/`.
    package var path: String
    /// Query parameters, not encoded yet.
    package var query: [QueryItem]
    /// Header fields to be sent and signed, `content-type` not included.
    package var headers: HTTPFields
    /// The body; nil sends none and no content type.
    package var body: [UInt8]?
    /// The body's content type; not sent without a body.
    package var contentType: String
    /// Whether the operation only reads, so that a lost answer leaves nothing in doubt.
    package var isReadOnly: Bool
    /// Secrets in the body, which no error may repeat.
    package var secrets: [String]

    /// A query parameter as it is meant, before percent-encoding.
    package struct QueryItem: Equatable, Sendable {
        /// The name before percent-encoding.
        package var name: String
        /// The value before percent-encoding.
        package var value: String

        /// A parameter that is percent-encoded when it is sent.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A POST with a JSON body that may change something, unless said otherwise.
    package init(
        name: String, method: String = "POST", path: String, query: [(String, String)] = [], headers: HTTPFields = [:],
        body: [UInt8]? = nil, contentType: String = "application/json", isReadOnly: Bool = false, secrets: [String] = []
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.query = query.map { QueryItem($0.0, $0.1) }
        self.headers = headers
        self.body = body
        self.contentType = contentType
        self.isReadOnly = isReadOnly
        self.secrets = secrets
    }

    /// The query as it travels, RFC 3986; empty when there is none.
    package var encodedQuery: String {
        query.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }
}

/// A reply of status 2xx.
package struct OperationResponse: Equatable, Sendable {
    /// The status code, from 200 to 299.
    package let status: Int
    /// The header fields as received.
    package let headers: HTTPFields
    /// The whole body, which nobody has looked at yet.
    package let body: [UInt8]
    /// The service's id of the request, from `x-amzn-requestid`.
    package let requestId: String?
    /// How many times the request was sent.
    package let attempts: Int
    /// The fields that were sent.
    let sent: HTTPFields

    /// A reply to the first attempt, unless said otherwise.
    package init(
        status: Int, headers: HTTPFields = [:], body: [UInt8], requestId: String? = nil, attempts: Int = 1, sent: HTTPFields = [:]
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.requestId = requestId
        self.attempts = attempts
        self.sent = sent
    }
}
