import AWSClient
import InspectorCore
import InspectorSimulator
import Logging
import TextSafety

/// Opens sessions with the service, or with the built-in simulator.
actor Connector {
    private let options: SessionOptions
    nonisolated let environment: Environment
    private nonisolated let demo: Demo?
    private nonisolated let run: RunOptions
    private let prompt: (any MFAPrompt)?
    private var simulator: Task<Result<Simulator, SimulatorError>, Never>?
    private nonisolated let logger: Logger

    /// A connector for these options; `prompt` asks for the codes of MFA devices.
    init(
        options: SessionOptions, environment: Environment, demo: Demo? = nil, run: RunOptions = RunOptions(),
        prompt: (any MFAPrompt)? = nil
    ) throws(CommandFailure) {
        self.prompt = prompt
        self.options = options
        self.environment = environment
        self.demo = demo
        self.run = run
        logger = try Log.logger(options)
    }

    /// Whether it opens sessions with the simulator.
    nonisolated var isDemo: Bool { demo != nil }

    /// Starts runs whose journals belong to this environment, or to the demo.
    nonisolated var starter: RunStarter { RunStarter(environment: environment, isDemo: isDemo, options: run) }

    /// Reads the settings again and opens a session.
    ///
    /// - Parameters:
    ///   - profile: Replaces the profile of the command line, as `region` replaces its region.
    ///   - dialog: Asks for the codes of MFA devices, instead of the connector's own prompt.
    func open(
        profile: String? = nil, region: String? = nil, dialog: (any MFAPrompt)? = nil
    ) async throws(ConnectionError) -> AWSSession {
        var (options, environment) = try await clientSettings()
        options.profile = profile ?? options.profile
        options.region = region ?? options.region
        do throws(SettingsError) {
            return try session(options, environment, dialog)
        } catch {
            guard case .missingRegion = error else { throw .settings(error) }
            return try await sessionInOwnRegion(options, environment, dialog, otherwise: error)
        }
    }

    /// A sign-in for a profile, which replaces that of the command line as `region` replaces its region.
    func signIn(profile: String?, region: String?) async throws(SignInSession.Problem) -> SignInSession {
        var options = isDemo ? ClientOptions() : options.client
        options.profile = profile ?? options.profile
        options.region = region ?? options.region
        return try await SignInSession.open(options: options, environment: environment, logger: logger)
    }

    private func session(
        _ options: ClientOptions, _ environment: Environment, _ dialog: (any MFAPrompt)?, region: String? = nil
    ) throws(SettingsError) -> AWSSession {
        try AWSSession.open(
            options: options, environment: environment, logger: logger, prompt: dialog ?? prompt, fallback: .scanConfigurations,
            metadataRegion: region)
    }

    /// A session in the region of the instance that this is, if it is one.
    private func sessionInOwnRegion(
        _ options: ClientOptions, _ environment: Environment, _ dialog: (any MFAPrompt)?, otherwise missing: SettingsError
    ) async throws(ConnectionError) -> AWSSession {
        do throws(SettingsError) {
            let region = try await AWSSession.region(options: options, environment: environment, logger: logger)
            guard let region else { throw missing }
            return try session(options, environment, dialog, region: region)
        } catch {
            throw .settings(error)
        }
    }

    /// Ends the simulator, if there is one.
    func shutDown() async {
        if case .success(let simulator)? = await simulator?.value { await simulator.stop() }
    }

    private func clientSettings() async throws(ConnectionError) -> (ClientOptions, Environment) {
        guard let demo else { return (options.client, environment) }
        var simulated = environment
        simulated.variables = try demo.variables(of: try await runningSimulator(demo), environment)
        return (ClientOptions(), simulated)
    }

    /// The simulator, started once however many sessions wait for it.
    private func runningSimulator(_ demo: Demo) async throws(ConnectionError) -> Simulator {
        let starting = simulator ?? Task { await Self.start(demo) }
        simulator = starting
        switch await starting.value {
        case .success(let started): return started
        case .failure(let error):
            simulator = nil
            throw .simulator(error)
        }
    }

    private static func start(_ demo: Demo) async -> Result<Simulator, SimulatorError> {
        do throws(SimulatorError) {
            return .success(try await Simulator.start(demo.simulatorOptions))
        } catch {
            return .failure(error)
        }
    }
}

/// Why no session could be opened.
enum ConnectionError: Error {
    case settings(SettingsError)
    case simulator(SimulatorError)
    /// The demo has no place for its files.
    case folder(JournalError)

    var sentence: String {
        switch self {
        case .settings(let error): error.sentence
        case .simulator(let error): error.sentence
        case .folder(let error): error.sentence
        }
    }
}
