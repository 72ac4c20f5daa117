import AWSClient
import Curses

/// What the options of every command say, as values; as they are when none is given.
struct SessionOptions: Sendable {
    var client = ClientOptions()
    var color = ColorChoice.auto
    var debug = false
    var logFile: String?
}
