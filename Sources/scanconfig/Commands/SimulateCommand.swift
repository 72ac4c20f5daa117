import ArgumentParser
import InspectorSimulator
import Terminal
import TextSafety

/// `scanconfig simulate`: the simulator as a server of its own.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Run a local Inspector2 endpoint for trying things out, also with other AWS clients.",
        discussion: """
            It listens on 127.0.0.1 and prints the environment variables a client needs. Everything it holds is made up and \
            forgotten when it ends (^C).

            Examples:
              scanconfig simulate
              scanconfig simulate --port 8080 --configurations 50 --projects 1000 --rate 20
              scanconfig simulate --fail item:ACCESS_DENIED=0.1 --fail throttle=0.05

            Faults for --fail (repeatable):
            \(faults)
            """)

    /// Wrapped here, for the help would wrap without the indentation.
    private static var faults: String {
        FaultPlan.vocabulary
            .flatMap { ["  \($0.form)"] + $0.meaning.wrapped(to: 72).map { "      \($0)" } }
            .joined(separator: "\n")
    }

    @Option(help: ArgumentHelp("Listen on this port; 0 takes a free one.", valueName: "number"))
    var port = 0

    @Option(help: ArgumentHelp("This many configurations instead of the demo's.", valueName: "number"))
    var configurations: Int?

    @Option(help: ArgumentHelp("This many projects in each of them.", valueName: "number"))
    var projects: Int?

    @Option(help: ArgumentHelp("So many neighbouring configurations share their projects.", valueName: "number"))
    var sharing = 4

    @Option(help: ArgumentHelp("The seed of names, ids and faults.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Milliseconds before each answer.", valueName: "ms"))
    var latency = 0

    @Option(help: ArgumentHelp("Calls a second before ThrottlingException.", valueName: "number"))
    var rate: Double?

    @Option(help: ArgumentHelp("This many accounts, each with its own keys; ids are the same, ARNs are not.", valueName: "number"))
    var accounts = 1

    @Option(help: ArgumentHelp("A fault, see above.", valueName: "fault"))
    var fail: [String] = []

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let simulator: Simulator
        do {
            simulator = try await Simulator.start(try options())
        } catch let error as SimulatorError {
            throw CommandFailure(.usage, error.sentence)
        } catch let error as FaultPlanError {
            throw CommandFailure(.usage, error.sentence)
        }
        try StandardOutput.write(SimulatorAnnouncement.text(for: simulator).terminalSafeLines + "\n")
        await Interruption.wait()
        await simulator.stop()
    }

    private func options() throws(FaultPlanError) -> SimulatorOptions {
        var options = SimulatorOptions(seed: seed, configurations: configurations, projects: projects)
        options.port = port
        options.sharing = sharing
        options.region = shared.region ?? options.region
        options.latency = .milliseconds(latency)
        options.rate = rate
        options.addAccounts(upTo: accounts)
        options.faults = try FaultPlan(parsing: fail)
        return options
    }
}
