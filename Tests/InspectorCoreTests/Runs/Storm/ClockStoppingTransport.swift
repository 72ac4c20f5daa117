import AWSClient
import Runtime

/// A transport during whose calls a clock stands: however long this machine takes for a call, to the run it takes no time. It remembers
/// which calls it sent.
struct ClockStoppingTransport: HTTPTransport {
    let transport: any HTTPTransport
    let clock: FastClock
    let sent = SentInvocations()

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        sent.note(request.headers.first(.sdkInvocationId))
        clock.stop(1)
        defer { clock.stop(-1) }
        return try await transport.send(request, deadline: deadline)
    }
}

/// The invocation ids of the calls that one process sent. A call that was given up when its process ended may arrive while the next process
/// is at work already, so that the order of arrival does not tell whose it is.
final class SentInvocations: Sendable {
    private let ids = Locked(Set<String>())

    /// Whether the process sent the call.
    func contains(_ id: String?) -> Bool { id.map { id in ids.withLock { $0.contains(id) } } ?? false }

    fileprivate func note(_ id: String?) { if let id { ids.withLock { _ = $0.insert(id) } } }
}
