import AWSClient
import FoundationEssentials
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Runtime

/// Carries requests between a socket on 127.0.0.1 and the simulated service. No thread wakes up while there is no request.
struct HTTPServer: Sendable {
    /// The largest request body that is read, in bytes.
    static let bodyLimit = 8 << 20

    /// How long a connection stays open without an answer at most.
    private static let silence = Duration.seconds(600)

    /// Who answers.
    let service: SimulatedService
    /// The port; 0 lets the system choose.
    let port: Int
    /// Runs the connections and the tasks that answer: one thread, so that no request has to change to another.
    let eventLoop: any EventLoop

    /// Serves until the task is cancelled; `listening` gets the port once connections are accepted.
    func run(listening: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "simulator")
        logger.logLevel = .critical
        let connections = OpenConnections(
            HTTP1Channel { request, writer, channel in
                try await respond(to: request, writer: writer, channel: channel)
            })
        let server = Server(
            childChannelSetup: connections, configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in listening(channel.localAddress?.port ?? port) },
            eventLoopGroup: eventLoop, logger: logger)
        do {
            try await server.run()
        } catch {
            await connections.close()
            throw error
        }
        await connections.close()
    }

    private func respond(to request: Request, writer: consuming ResponseWriter, channel: any Channel) async throws {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let received = ReceivedRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: Self.headers(of: request.head),
            body: Array(body.readableBytesView))
        let answer = await service.answer(received)
        switch answer.delivery {
        case .whole:
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
            try await writer.write(response: Self.head(of: answer), body: body)
        case .truncated:
            var body = try await writer.writeHead(Self.head(of: answer))
            try await body.write(ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2)))
            throw Cut()
        case .dropped:
            try await channel.close()
            throw Cut()
        case .withheld:
            try? await EventLoopClock().sleep(for: Self.silence)
            throw Cut()
        }
    }

    private static func headers(of head: HTTPRequest) -> HTTPFields {
        var headers = head.headerFields
        if let host = head.authority { headers.add(.hostField, host) }
        return headers
    }

    private static func head(of answer: Answer) -> HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        fields[.contentLength] = "\(answer.body.count)"
        return HTTPResponse(status: HTTPResponse.Status(code: answer.status), headerFields: fields)
    }
}

/// Ends a connection before its answer is complete.
private struct Cut: Error {}

/// The connections of a server, held until they are closed.
///
/// A server that ends drops a connection accepted at that very moment, and SwiftNIO ends the process when nobody finishes its writer.
final class OpenConnections: ServerChildChannel {
    private let handler: HTTP1Channel
    private let open = Locked<[ObjectIdentifier: HTTP1Channel.Value]>([:])

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

    /// Closes the connections that the server has left open.
    func close() async {
        for connection in open.withLock({ Array($0.values) }) { try? await connection.channel.close() }
    }
}
