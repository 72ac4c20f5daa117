import AWSClient
import NIOPosix

/// A local Inspector2 and STS over real HTTP, with accounts that really change. Listens on 127.0.0.1 only.
package final class Simulator: Sendable {
    /// The port it listens on.
    package let port: Int
    /// What it was started with.
    package let options: SimulatorOptions
    let service: SimulatedService
    private let server: Task<Void, Never>

    /// Where it listens, as `--endpoint-url` takes it.
    package var endpointURL: String { "http://127.0.0.1:\(port)" }

    private init(port: Int, options: SimulatorOptions, service: SimulatedService, server: Task<Void, Never>) {
        self.port = port
        self.options = options
        self.service = service
        self.server = server
    }

    deinit {
        server.cancel()
    }

    /// Starts a simulator; returns when it accepts connections.
    package static func start(
        _ options: SimulatorOptions, clock: SimulatorClock = SimulatorClock()
    ) async throws(SimulatorError) -> Simulator {
        let service = SimulatedService(options, clock: clock)
        let (events, report) = AsyncStream.makeStream(of: Result<Int, SimulatorError>.self)
        let eventLoop = MultiThreadedEventLoopGroup.singleton.next()
        let server = Task.detached(executorPreference: EventLoopExecutor(eventLoop)) {
            do {
                try await HTTPServer(service: service, port: options.port, eventLoop: eventLoop).run { report.yield(.success($0)) }
            } catch {
                report.yield(.failure(SimulatorError(error, port: options.port)))
            }
            report.finish()
        }
        for await event in events {
            return Simulator(port: try event.get(), options: options, service: service, server: server)
        }
        throw .cannotListen(port: options.port, detail: "the server ended")
    }

    /// The truth: what the first account holds now.
    package func state() async -> SimulatorSnapshot {
        service.snapshot(of: options.accountId) ?? SimulatorSnapshot(Account(options))
    }

    /// The truth about another account; nil when there is none with this number.
    package func state(ofAccount id: String) async -> SimulatorSnapshot? { service.snapshot(of: id) }

    /// The calls so far, in the order they arrived.
    package func calls() async -> [RecordedCall] { service.calls }

    /// Changes what goes wrong from now on. Counts of calls and refusals begin anew, so that credentials are fresh again.
    package func setFaults(_ faults: FaultPlan) async { service.setFaults(faults) }

    /// Where calls of this kind pass.
    func turnstile(_ kind: CallKind) -> Turnstile? { service.turnstile(kind) }

    /// Closes the port and every connection; returns when that is done.
    package func stop() async {
        server.cancel()
        await server.value
    }
}
