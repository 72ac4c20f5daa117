import AWSClient
import HTTPTypes
import Logging
import Runtime
import TestSupport

@testable import InspectorCore

/// A transport in memory whose answers are made for each request; it counts them.
final class GeneratingTransport: HTTPTransport {
    private let answer: @Sendable (_ number: Int, TransportRequest) async -> TransportResponse
    private let counter = Locked(0)

    /// - Parameter answer: Gives the reply to a request; requests are numbered from 1.
    init(_ answer: @escaping @Sendable (_ number: Int, TransportRequest) async -> TransportResponse) {
        self.answer = answer
    }

    /// How many requests were sent.
    var count: Int { counter.withLock { $0 } }

    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        let number = counter.withLock { count in
            count += 1
            return count
        }
        return await answer(number, request)
    }

    /// The operations over this transport, whose client waits without taking time.
    func inspector(_ environment: [String: String] = [:]) throws -> Inspector {
        let variables = ["AWS_REGION": "us-east-1"].merging(environment) { $1 }
        let settings = try Settings.load(options: ClientOptions(), environment: Environment(variables: variables, homeDirectory: nil))
        var time = TimeSource.system
        time.sleep = { _ in try Task.checkCancellation() }
        return Inspector(
            client: ServiceClient(
                service: .inspector2, settings: settings, credentials: nil, transport: self, time: time, logger: Logger(label: "test")))
    }
}

extension TransportResponse {
    /// An answer of the service.
    static func json(_ body: String) -> TransportResponse {
        TransportResponse(status: 200, headers: ["content-type": "application/json"], body: Array(body.utf8))
    }

    /// The service asks to slow down.
    static let throttled = TransportResponse(status: 429, headers: ["x-amzn-errortype": "ThrottlingException"], body: Array("{}".utf8))
}

/// A clock that moves when somebody waits, and only then: as far as asked.
final class JumpClock: Clock {
    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Locked(Duration.zero)

    var now: Instant { Instant(offset: time.withLock { $0 }) }
    var minimumResolution: Duration { .nanoseconds(1) }

    /// Lets time pass.
    func advance(by duration: Duration) { time.withLock { $0 += duration } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        time.withLock { $0 = max($0, deadline.offset) }
        await Task.yield()
    }
}
