import Glibc
import Logging

/// Where the log goes: nowhere, to standard error, or to a file.
enum Log {
    /// The logger that the options ask for; a file that cannot be written is bad usage.
    static func logger(_ options: SessionOptions) throws(CommandFailure) -> Logger {
        guard options.debug || options.logFile != nil else {
            return Logger(label: "scanconfig") { _ in SwiftLogNoOpLogHandler() }
        }
        let descriptor = try options.logFile.map(file) ?? STDERR_FILENO
        var logger = Logger(label: "scanconfig") { _ in LineLogHandler(descriptor: descriptor) }
        logger.logLevel = .debug
        return logger
    }

    /// The file, made for its owner only when there is none; what is in it stays. A pipe that nobody reads is an error.
    private static func file(_ path: String) throws(CommandFailure) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
        guard descriptor < 0 else {
            _ = fcntl(descriptor, F_SETFL, O_APPEND)
            return descriptor
        }
        throw CommandFailure(.usage, "The log file \(path) cannot be written: \(String(cString: strerror(errno))). Nothing was sent.")
    }
}
