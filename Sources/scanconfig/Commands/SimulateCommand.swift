import ArgumentParser
import InspectorCore
import InspectorSimulator
import Terminal
import TextSafety

/// `scanconfig simulate`: the simulator as a server for any AWS client.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Run a local Inspector2 endpoint to try things out, also with other AWS clients.",
        discussion: """
            Examples:
              scanconfig simulate
              scanconfig simulate --port 8080 --configurations 50 --projects 1000 --rate 20
              scanconfig simulate --fail item:ACCESS_DENIED=0.1 --fail throttle=0.05

            It listens on 127.0.0.1 and prints the environment variables that a client needs, and for every account the keys of a second \
            person, who can approve what the first one plans. All its data is made up, and is lost when it ends (^C).

            With --region repeated, every account has configurations and projects of its own in each of these regions.

            Faults for --fail (repeatable):
            \(faults)
            """)

    /// Wrapped here, because the help would lose the indentation when it wraps.
    private static var faults: String {
        FaultPlan.vocabulary
            .flatMap { ["  \($0.form)"] + $0.meaning.wrapped(to: 72).map { "      \($0)" } }
            .joined(separator: "\n")
    }

    @Option(help: ArgumentHelp("Listen on this port; 0 picks a free one.", valueName: "number"))
    var port = 0

    @Option(help: ArgumentHelp("Simulate this many configurations instead of the demo's.", valueName: "number"))
    var configurations: Int?

    @Option(help: ArgumentHelp("Put this many projects into each of them.", valueName: "number"))
    var projects: Int?

    @Option(help: ArgumentHelp("Let this many neighbouring configurations share their projects.", valueName: "number"))
    var sharing = 4

    @Option(help: ArgumentHelp("Let a configuration have at most this many projects.", valueName: "number"))
    var projectLimit = ServiceLimits.projects

    @Option(help: ArgumentHelp("The seed for names, IDs and faults.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Wait this many milliseconds before each answer.", valueName: "ms"))
    var latency = 0

    @Option(help: ArgumentHelp("Answer this many calls a second, and the others with ThrottlingException.", valueName: "number"))
    var rate: Double?

    @Option(
        help: ArgumentHelp(
            "Simulate this many accounts, each with keys of its own; project IDs are the same in all, ARNs are not.", valueName: "number"))
    var accounts = 1

    @Option(help: ArgumentHelp("Inject this fault, see above (repeatable).", valueName: "fault"))
    var fail: [String] = []

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

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
        options.projectLimit = projectLimit
        let regions = shared.region == [SharedOptions.everyRegion] ? InspectorRegions.inPartition(of: options.region) : shared.region.unique
        options.region = regions.first ?? options.region
        options.furtherRegions = Array(regions.dropFirst())
        options.latency = .milliseconds(latency)
        options.rate = rate
        options.addAccounts(upTo: accounts)
        options.addColleagues()
        options.faults = try FaultPlan(parsing: fail)
        return options
    }
}

extension SimulateCommand {
    /// Refuses ports that do not exist and accounts larger than the service's quotas allow.
    func validate() throws {
        try check("--port", port, 0...65_535)
        try check("--configurations", configurations ?? 0, 0...500)
        try check("--projects", projects ?? 0, 0...100_000)
        try check("--sharing", sharing, 1...500)
        try check("--project-limit", projectLimit, 1...1_000_000)
        try check("--latency", latency, 0...3_600_000)
        try check("--accounts", accounts, 1...9)
        if let rate, !(rate > 0 && rate.isFinite) { throw ValidationError("--rate takes a number above 0, not \(rate).") }
    }

    private func check(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws(ValidationError) {
        guard !range.contains(value) else { return }
        throw ValidationError("\(option) takes \(range.lowerBound) to \(range.upperBound.grouped), not \(value).")
    }
}
