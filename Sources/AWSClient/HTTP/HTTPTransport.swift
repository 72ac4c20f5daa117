/// Carries one request to its endpoint and brings the reply back; the one seam between this client and the network.
package protocol HTTPTransport: Sendable {
    /// Sends once. Redirects are never followed: they would carry the signature elsewhere.
    /// - Parameter deadline: the time from now in which the whole reply must have arrived.
    func send(_ request: HTTPRequest, deadline: Duration) async throws(TransportError) -> HTTPResponse
}

/// One request, ready for the wire.
package struct HTTPRequest: Equatable, Sendable {
    /// The method in upper case.
    package var method: String
    /// The whole URL, already percent-encoded.
    package var url: String
    /// The header fields; `host` and `content-length` may be left to the transport.
    package var headers: HTTPHeaders
    /// The body; nil sends none, with `content-length: 0` where the method calls for it.
    package var body: [UInt8]?

    /// One request.
    package init(method: String, url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// One complete reply.
package struct HTTPResponse: Equatable, Sendable {
    /// The status code.
    package var status: Int
    /// The header fields.
    package var headers: HTTPHeaders
    /// The whole body, not decompressed.
    package var body: [UInt8]

    /// One reply.
    package init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
