import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// The connections of a server, held until they are closed.
///
/// A server that ends drops a connection accepted at that very moment, and SwiftNIO ends the process when nobody finishes its writer.
final class OpenConnections: ServerChildChannel {
    private let handler: HTTP1Channel
    private let open = Mutex<[ObjectIdentifier: HTTP1Channel.Value]>([:])

    init(_ handler: HTTP1Channel) {
        self.handler = handler
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        handler.setup(channel: channel, logger: logger).map { [self] connection in
            let id = ObjectIdentifier(channel)
            open.withLock { $0[id] = connection }
            channel.closeFuture.whenComplete { [self] _ in
                _ = open.withLock { $0.removeValue(forKey: id) }
            }
            return connection
        }
    }

    func handle(value connection: HTTP1Channel.Value, logger: Logger) async {
        await handler.handle(value: connection, logger: logger)
    }

    /// Closes those that the server did not.
    func close() async {
        for connection in open.withLock({ Array($0.values) }) { try? await connection.channel.close() }
    }
}
