import AWSClient
import ArgumentParser
import Curses

/// Options of every command, named as the AWS CLI names them.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this profile of the shared AWS files.", valueName: "name"), completion: .profile)
    var profile: String?

    @Option(help: ArgumentHelp("Use this region.", valueName: "region"))
    var region: String?

    @Option(name: .customLong("endpoint-url"), help: ArgumentHelp("Send all calls to this URL.", valueName: "url"))
    var endpointURL: String?

    @Option(
        name: .customLong("ca-bundle"), help: ArgumentHelp("Trust the certificates in this file only.", valueName: "file"),
        completion: .file())
    var caBundle: String?

    @Option(
        name: .customLong("cli-connect-timeout"), help: ArgumentHelp("Seconds to wait for a connection; 0 waits.", valueName: "seconds"))
    var connectTimeout: Int?

    @Option(name: .customLong("cli-read-timeout"), help: ArgumentHelp("Seconds to wait for an answer; 0 waits.", valueName: "seconds"))
    var readTimeout: Int?

    @Option(help: ArgumentHelp("When colours are used.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(help: "Show what is sent and received, without secrets, on standard error (in the UI: give --log-file).")
    var debug = false

    @Option(
        name: .customLong("log-file"), help: ArgumentHelp("Write what --debug shows to this file instead.", valueName: "file"),
        completion: .file())
    var logFile: String?

    @Option(
        name: .customLong("state-dir"), help: ArgumentHelp("Keep the journals of runs in this folder's folder runs.", valueName: "folder"),
        completion: .directory)
    var stateDir: String?

    /// An empty value is a variable that was not set: without it the program would go on with another account, region or endpoint.
    func validate() throws {
        let given = [
            ("--profile", profile), ("--region", region), ("--endpoint-url", endpointURL), ("--ca-bundle", caBundle),
            ("--log-file", logFile), ("--state-dir", stateDir),
        ]
        if let (name, _) = given.first(where: { $0.1?.isEmpty == true }) {
            throw ValidationError("\(name) is empty. Give it a value, or leave it out.")
        }
    }

    var values: SessionOptions {
        let client = ClientOptions(
            profile: profile, region: region, endpointURL: endpointURL, caBundle: caBundle, connectTimeout: connectTimeout,
            readTimeout: readTimeout)
        return SessionOptions(client: client, color: color, debug: debug, logFile: logFile, stateDir: stateDir)
    }
}

extension ColorChoice: ExpressibleByArgument {}
