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
