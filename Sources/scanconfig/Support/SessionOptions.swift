import AWSClient
import Curses
import InspectorCore

/// What the options of every command say, as values; as they are when none is given.
struct SessionOptions: Sendable {
    var client = ClientOptions()
    var color = ColorChoice.auto
    var debug = false
    var logFile: String?
    var stateDir: String?

    /// The process environment, with the state folder that the options name.
    var environment: AWSClient.Environment {
        var environment = AWSClient.Environment.current()
        if let stateDir { environment.variables[JournalFolder.variable] = stateDir }
        return environment
    }
}
