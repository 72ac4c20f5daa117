import AWSClient
import FoundationEssentials
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore

/// Carries requests between a socket on 127.0.0.1 and the simulated service. Nothing wakes up while nothing is asked.
struct HTTPServer: Sendable {
    /// The largest request body that is read, in bytes.
    static let bodyLimit = 8 << 20

    /// How long a connection stays open without an answer at most.
    private static let silence = Duration.seconds(600)

    /// Who answers.
    let service: SimulatedService
    /// The port; 0 lets the system choose.
    let port: Int
    /// Where all of it happens: connections and the tasks that answer on one thread, which spares every request the way to another.
    let eventLoop: any EventLoop

    /// Serves until the task is cancelled; `listening` is told the port once connections are accepted.
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

    private static func headers(of head: HTTPTypes.HTTPRequest) -> AWSClient.HTTPHeaders {
        var headers = AWSClient.HTTPHeaders()
        if let host = head.authority { headers.add("host", host) }
        for field in head.headerFields { headers.add(field.name.canonicalName, field.value) }
        return headers
    }

    private static func head(of answer: Answer) -> HTTPTypes.HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        fields[.contentLength] = "\(answer.body.count)"
        return HTTPTypes.HTTPResponse(status: HTTPTypes.HTTPResponse.Status(code: answer.status), headerFields: fields)
    }
}

/// Ends a connection before its answer is complete.
private struct Cut: Error {}
