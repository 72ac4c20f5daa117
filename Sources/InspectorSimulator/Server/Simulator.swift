import AWSClient
import Glibc
package import InspectorCore
import NIOCore
import NIOPosix
import Runtime
import Synchronization

/// A local Inspector2 and STS over real HTTP, whose accounts change as calls ask. Listens on 127.0.0.1 only.
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
        service.snapshot(of: options.accountId, in: nil) ?? SimulatorSnapshot(SimulatedAccount(options))
    }

    /// The truth about an account in a region, else in its first one; nil when there is none with this number.
    package func state(ofAccount id: String, region: String? = nil) async -> SimulatorSnapshot? { service.snapshot(of: id, in: region) }

    /// The calls so far, in the order they arrived.
    package func calls() async -> [RecordedCall] { service.calls }

    /// Reads or changes what the endpoints of sign-ins know.
    package func signIns<Result: Sendable>(_ body: @Sendable (inout SimulatedSignIns) -> Result) -> Result {
        service.signIns.withLock { body(&$0) }
    }

    /// Changes what goes wrong from now on. Counts of calls and refusals begin anew, so that credentials are fresh again.
    ///
    /// - Parameters:
    ///   - account: The number of the account that has these faults as its own; nil is every place that has none.
    ///   - region: Where it has them; nil is the first region.
    package func setFaults(_ faults: FaultPlan, account: String? = nil, region: String? = nil) async {
        service.setFaults(faults, account: account, region: region)
    }

    /// Where calls of this kind pass.
    func gate(_ kind: CallKind) -> CallGate? { service.gate(kind) }

    /// Closes the port and every connection; returns when that is done.
    package func stop() async {
        server.cancel()
        await server.value
    }
}

extension Simulator {
    /// What happened to every association so far, and who did it.
    package func history() async -> SimulatorHistory { service.history }

    /// The same for those associations that are wanted.
    package func history(where isWanted: @Sendable (Association) -> Bool) async -> SimulatorHistory {
        service.changed { SimulatorHistory($0.accounts, where: isWanted) }
    }

    /// Another operator changes associations now. Refusals do not apply to it; what cannot be done stays as it is.
    ///
    /// - Parameters:
    ///   - account: The account's number; nil is the first one.
    ///   - region: Where it acts; nil is the first region.
    package func otherOperator(
        disassociates: [Association] = [], associates: [Association] = [], account: String? = nil, region: String? = nil
    ) async {
        service.changed { state in
            guard let index = state.place(account ?? options.accountId, region) else { return }
            state.otherOperatorActs(in: index, disassociates: disassociates, associates: associates)
        }
    }

    /// Has another operator change associations at `moment`, once. What it counts is counted from now on.
    ///
    /// - Parameter account: The account's number; nil is the first one.
    package func otherOperator(
        at moment: OperatorMoment, disassociates: [Association] = [], associates: [Association] = [], account: String? = nil
    ) async {
        service.changed { state in
            guard let index = state.index(ofAccount: account ?? options.accountId) else { return }
            state.appointments.append(
                Appointment(moment: moment, account: index, disassociates: disassociates, associates: associates))
        }
    }

    /// New projects come into the first account. A default configuration associates them by itself; without one they are in none.
    package func addProjects(_ count: Int) async {
        service.changed { state in
            guard let index = state.index(ofAccount: options.accountId) else { return }
            state.addProjects(count, in: index)
        }
    }

    /// Carries out every late effect at once.
    package func carryOutLateEffects() async {
        service.changed { $0.carryOutLateEffects(all: true) }
    }

    /// How many late effects are still to come.
    package func lateEffectCount() async -> Int { service.changed { $0.lateEffects.count } }

    /// Has the key expire after this many more calls of its own, besides what the plan of faults does; nil lifts that.
    package func expire(accessKeyId: String, afterCalls calls: Int?) async {
        service.changed { $0.credentials.callsLeft[accessKeyId] = calls }
    }
}

extension Simulator {
    /// Holds calls of a kind from now on, all but the next `passes`: they are among ``calls()``, and have no effect and no answer until
    /// something else is said.
    package func hold(_ kind: CallKind, after passes: Int = 0) { gate(kind)?.set(.holding(passes: passes)) }

    /// Closes the connections of the calls that are held, without effect; later ones are held as before.
    package func dropHeld(_ kind: CallKind) { gate(kind)?.dropWaiting() }

    /// Closes the connections of the calls that are held and of all that come, without effect.
    package func drop(_ kind: CallKind) { gate(kind)?.set(.closed) }

    /// Looks at the calls that are held, as if they had arrived only now, and lets all others pass.
    package func release(_ kind: CallKind) { gate(kind)?.set(.open) }
}

/// What other AWS clients need to talk to a simulator.
package enum SimulatorAnnouncement {
    /// The text `scanconfig simulate` prints: the endpoint, and lines for a POSIX shell.
    package static func text(for simulator: Simulator) -> String {
        let options = simulator.options
        let regions = options.furtherRegions.isEmpty ? [] : ["Regions: \(options.regions.joined(separator: ", "))."]
        let first =
            regions + ["Another AWS client finds it, as \(options.key.userName) of account \(options.accountId), with:", ""]
            + exports(simulator.clientEnvironment) + colleagues(of: options.key, options)
        let further = options.firstKeysOfFurtherAccounts.flatMap { key in
            ["", "Account \(key.accountId) has the keys:", ""] + exports(key.environment) + colleagues(of: key, options)
        }
        return (["Simulating Amazon Inspector code security at \(simulator.endpointURL)"] + first + further + ["", "Press ^C to stop."])
            .joined(separator: "\n")
    }

    /// Other people with keys of the same account, each as the beginning of a command, so that nobody's exports are replaced.
    private static func colleagues(of key: SimulatorKey, _ options: SimulatorOptions) -> [String] {
        options.furtherKeys.filter { $0.accountId == key.accountId && $0.accessKeyId != key.accessKeyId }.flatMap { other in
            let variables = other.environment.map { "\($0.0)=\(quoted($0.1))" }.joined(separator: " ")
            return [
                "",
                "\(other.userName) is another person of account \(other.accountId). With the exports above, a command as \(other.userName):",
                "", "\(variables) scanconfig approve plan.json",
            ]
        }
    }

    private static func exports(_ variables: [(String, String)]) -> [String] {
        variables.map { "export \($0.0)=\(quoted($0.1))" }
    }

    private static func quoted(_ value: String) -> String {
        "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension Simulator {
    /// The environment variables another AWS client needs, in the order they are best read.
    package var clientEnvironment: [(String, String)] {
        [("AWS_ENDPOINT_URL", endpointURL), ("AWS_REGION", options.region), ("AWS_DEFAULT_REGION", options.region)]
            + options.key.environment
    }
}

extension SimulatorKey {
    /// The environment variables that hold the key.
    package var environment: [(String, String)] {
        [("AWS_ACCESS_KEY_ID", accessKeyId), ("AWS_SECRET_ACCESS_KEY", secretAccessKey)]
            + (sessionToken.map { [("AWS_SESSION_TOKEN", $0)] } ?? [])
    }
}

/// Why a simulator could not start.
package enum SimulatorError: Error, Equatable, Sendable {
    /// Another program listens on the port.
    case portInUse(Int)
    /// The port cannot be listened on for another reason.
    case cannotListen(port: Int, detail: String)

    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .portInUse(let port): "Port \(port) on 127.0.0.1 is in use. Choose another one, or 0 to let the system choose."
        case .cannotListen(let port, let detail): "Cannot listen on port \(port) of 127.0.0.1: \(detail)"
        }
    }
}

extension SimulatorError {
    /// The reason a server could not start.
    init(_ error: any Error, port: Int) {
        let code = (error as? IOError)?.errnoCode
        self = code == EADDRINUSE ? .portInUse(port) : .cannotListen(port: port, detail: "\(error)")
    }
}
