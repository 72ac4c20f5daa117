import FoundationEssentials
import Glibc
import Logging
import Terminal
import TextSafety

/// The log of calls, which goes to standard error, to a file or nowhere.
enum Log {
    /// The logger for these options. Throws a usage error when the log file cannot be written.
    static func logger(_ options: SessionOptions) throws(CommandFailure) -> Logger {
        guard options.debug || options.logFile != nil else {
            return Logger(label: "scanconfig") { _ in SwiftLogNoOpLogHandler() }
        }
        let descriptor = try options.logFile.map(file) ?? STDERR_FILENO
        var logger = Logger(label: "scanconfig") { _ in LineLogHandler(descriptor: descriptor) }
        logger.logLevel = .debug
        return logger
    }

    /// Opens the file to append to it, or creates it for its owner only. A pipe that no process reads is an error.
    private static func file(_ path: String) throws(CommandFailure) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
        guard descriptor < 0 else {
            _ = fcntl(descriptor, F_SETFL, O_APPEND)
            return descriptor
        }
        throw CommandFailure(.usage, "The log file \(path) cannot be written: \(String(cString: strerror(errno))). Nothing was sent.")
    }
}

/// Writes one line for each entry: time, level, message, and `key=value` pairs in alphabetical order.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level = .debug
    var metadata: Logger.Metadata = [:]
    private let descriptor: Int32

    /// A handler that writes to the file given.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let pairs = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        let details = pairs.map { " \($0.key)=\($0.value)" }.joined()
        let time = Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        let line = "\(time) \(event.level) \(event.message)\(details)".terminalSafe + "\n"
        _ = line.withCString { write(descriptor, $0, strlen($0)) }
    }
}
