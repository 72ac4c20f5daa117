import Logging

/// Where the log goes: nowhere, to standard error, or to a file.
enum Log {
    static func logger(_ shared: SharedOptions) -> Logger {
        guard shared.debug || shared.logFile != nil else {
            return Logger(label: "scanconfig") { _ in SwiftLogNoOpLogHandler() }
        }
        var logger = Logger(label: "scanconfig") { _ in LineLogHandler(path: shared.logFile) }
        logger.logLevel = .debug
        return logger
    }
}
