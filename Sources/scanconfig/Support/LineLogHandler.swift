import FoundationEssentials
import Glibc
import Logging
import Terminal
import TextSafety

/// Writes a line an entry: time, level, message, `key=value` pairs in alphabetical order.
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
