import AWSClient
import ArgumentParser
import Curses
import InspectorCore
import TextSafety

/// The options of every command. Those that the AWS CLI has too have its names.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Use this profile from the shared AWS files (repeatable).", valueName: "name"), completion: .profile)
    var profile: [String] = []

    @Option(help: ArgumentHelp("Use this region (repeatable); all stands for every region that has Inspector.", valueName: "region"))
    var region: [String] = []

    @Option(name: .customLong("endpoint-url"), help: ArgumentHelp("Send all calls to this URL.", valueName: "url"))
    var endpointURL: String?

    @Option(
        name: .customLong("ca-bundle"), help: ArgumentHelp("Trust only the certificates in this file.", valueName: "file"),
        completion: .file())
    var caBundle: String?

    @Option(
        name: .customLong("cli-connect-timeout"),
        help: ArgumentHelp("Wait this long for a connection; 0 means without limit.", valueName: "seconds"))
    var connectTimeout: Int?

    @Option(
        name: .customLong("cli-read-timeout"),
        help: ArgumentHelp("Wait this long for an answer; 0 means without limit.", valueName: "seconds"))
    var readTimeout: Int?

    @Flag(help: "Change nothing in the account: plans can be shown and written to files, not sent (also SCANCONFIG_READ_ONLY=1).")
    var readOnly = false

    @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(
        help: ArgumentHelp(
            "How commands show progress: in place on a terminal (auto), never (none), or as a line for each phase (plain).",
            valueName: "how"))
    var progress: ProgressChoice = .auto

    @Flag(help: "Log what is sent and received, without secrets, to standard error (for the UI, use --log-file).")
    var debug = false

    @Option(
        name: .customLong("log-file"), help: ArgumentHelp("Write the log of --debug to this file instead.", valueName: "file"),
        completion: .file())
    var logFile: String?

    @Option(
        name: .customLong("state-dir"),
        help: ArgumentHelp("Keep the journals of runs in the folder runs inside this folder.", valueName: "folder"),
        completion: .directory)
    var stateDir: String?

    /// Refuses empty values. They come from shell variables that are not set, and would select another account, region or endpoint.
    func validate() throws {
        try Self.refuseEmpty("--profile", profile)
        try Self.refuseEmpty("--region", region)
        try Self.refuseEmpty([
            ("--endpoint-url", endpointURL), ("--ca-bundle", caBundle),
            ("--log-file", logFile), ("--state-dir", stateDir),
        ])
    }

    var values: SessionOptions {
        let client = ClientOptions(
            profile: profile.first, region: region.first, endpointURL: endpointURL, caBundle: caBundle, connectTimeout: connectTimeout,
            readTimeout: readTimeout)
        return SessionOptions(client: client, color: color, debug: debug, logFile: logFile, stateDir: stateDir, readOnly: readOnly)
    }

    /// Refuses to send anything in a read-only session, before any call is made; a dry run is welcome.
    func checkSending(isDryRun: Bool) throws(CommandFailure) {
        guard values.isReadOnly, !isDryRun else { return }
        throw CommandFailure(.usage, "Read-only: \(values.readOnlyReason), so nothing was sent. --dry-run shows the plan.")
    }
}

extension ParsableArguments {
    /// Refuses an option whose value is empty or blank.
    static func refuseEmpty(_ given: [(name: String, value: String?)]) throws {
        guard let (name, _) = given.first(where: { $0.value.map(\.trimmed.isEmpty) ?? false }) else { return }
        throw ValidationError("\(name) is empty. Give it a value, or omit it.")
    }

    /// Refuses an option that may be repeated where a value of it is empty or blank.
    static func refuseEmpty(_ name: String, _ values: [String]) throws { try refuseEmpty(values.map { (name, $0) }) }
}

extension ColorChoice: ExpressibleByArgument {}

/// The values of ``SharedOptions``; the defaults are those of a command line without options.
struct SessionOptions: Equatable, Sendable {
    var client = ClientOptions()
    var color = ColorChoice.auto
    var debug = false
    var logFile: String?
    var stateDir: String?
    var readOnly = false

    /// The variable that makes every command read-only: any value but the empty one and 0.
    static let readOnlyVariable = "SCANCONFIG_READ_ONLY"

    /// Whether nothing may be sent that changes the account.
    var isReadOnly: Bool { readOnly || !["", "0"].contains(environment[Self.readOnlyVariable] ?? "") }

    /// What makes the session read-only.
    fileprivate var readOnlyReason: String { readOnly ? "--read-only is given" : "\(Self.readOnlyVariable) is set" }

    /// The process environment, in which the state folder is the one that the options name.
    var environment: AWSClient.Environment {
        var environment = AWSClient.Environment.current
        if let stateDir { environment.variables[JournalFolder.variable] = stateDir }
        return environment
    }
}
