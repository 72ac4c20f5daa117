package import HTTPTypes

/// Carries one request to its endpoint and brings the reply back; the one seam between this client and the network.
package protocol HTTPTransport: Sendable {
    /// Sends once. Redirects are never followed: they would carry the signature elsewhere.
    /// - Parameter deadline: the time from now in which the whole reply must have arrived.
    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse
}

/// One request, ready for the wire: whole, while `HTTPTypes.HTTPRequest` has neither a body nor a URL that stays as it is.
package struct TransportRequest: Equatable, Sendable {
    /// The method in upper case.
    package var method: String
    /// The whole URL, already percent-encoded.
    package var url: String
    /// The header fields; `host` and `content-length` may be left to the transport. Names travel in lower case.
    package var headers: HTTPFields
    /// The body; nil sends none, with `content-length: 0` where the method calls for it.
    package var body: [UInt8]?

    /// A request that travels as it is; whoever signs it has done so.
    package init(method: String, url: String, headers: HTTPFields = [:], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// One complete reply.
package struct TransportResponse: Equatable, Sendable {
    /// The status code, any that HTTP allows.
    package var status: Int
    /// The header fields in the order received.
    package var headers: HTTPFields
    /// The whole body, not decompressed.
    package var body: [UInt8]

    /// A reply that has arrived whole.
    package init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension HTTPField.Name {
    /// `host`, which HTTP/1.1 sends as a field and the signature covers; the library's own is unavailable.
    package static let hostField = known("host")
    static let amzDate = known("x-amz-date")
    /// The session token of temporary credentials.
    package static let amzSecurityToken = known("x-amz-security-token")
    /// SHA-256 of the body, in hexadecimal.
    package static let amzContentSHA256 = known("x-amz-content-sha256")
    static let amzRetryAfter = known("x-amz-retry-after")
    static let amzRequestId = known("x-amz-request-id")
    static let amznRequestId = known("x-amzn-requestid")
    static let amznErrorType = known("x-amzn-errortype")
    /// The same UUID for all attempts of a call.
    package static let sdkInvocationId = known("amz-sdk-invocation-id")
    /// The number of an attempt, `attempt=1; max=3`.
    package static let sdkRequest = known("amz-sdk-request")
    /// The proof of possession of a key (RFC 9449).
    package static let dpop = known("dpop")
    /// The access token of IAM Identity Center.
    package static let ssoBearerToken = known("x-amz-sso_bearer_token")
    static let metadataToken = known("x-aws-ec2-metadata-token")
    static let metadataTokenLifetime = known("x-aws-ec2-metadata-token-ttl-seconds")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is no field name") }
        return name
    }
}

extension HTTPFields {
    /// The value of the first field of a name; the library's own subscript joins the values of all.
    package func first(_ name: HTTPField.Name) -> String? {
        first { $0.name == name }?.value
    }

    /// Adds a field without touching others of the same name. What HTTP cannot carry in a value becomes spaces.
    package mutating func add(_ name: HTTPField.Name, _ value: String) {
        append(HTTPField(name: name, value: value))
    }
}
