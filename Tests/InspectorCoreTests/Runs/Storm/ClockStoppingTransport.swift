import AWSClient

/// A transport during whose calls a clock stands: however long this machine takes for a call, to the run it takes no time.
struct ClockStoppingTransport: HTTPTransport {
    let transport: any HTTPTransport
    let clock: FastClock

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        clock.stop(1)
        defer { clock.stop(-1) }
        return try await transport.send(request, deadline: deadline)
    }
}
