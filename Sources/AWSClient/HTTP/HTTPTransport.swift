/// Carries one request to its endpoint and brings the reply back; the one seam between this client and the network.
package protocol HTTPTransport: Sendable {
    /// Sends once. Redirects are never followed: they would carry the signature elsewhere.
    /// - Parameter deadline: the time from now in which the whole reply must have arrived.
    func send(_ request: HTTPRequest, deadline: Duration) async throws(TransportError) -> HTTPResponse
}
