import AWSClient
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Carries requests between a socket on 127.0.0.1 and the simulated service.
struct HTTPServer: Sendable {
    /// Who answers.
    let service: SimulatedService
    /// The port; 0 lets the system choose.
    let port: Int

    /// Serves until the task is cancelled; `listening` is told the port once connections are accepted.
    func run(listening: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "simulator")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder { request, connection in try await respond(to: request, on: connection) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in listening(channel.localAddress?.port ?? port) },
            logger: logger)
        try await application.run()
    }

    @Sendable private func respond(to request: Request, on connection: Connection) async throws -> Response {
        let body = try await request.body.collect(upTo: 8 << 20)
        let received = ReceivedRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: Self.headers(of: request.head),
            body: Array(body.readableBytesView))
        let answer = await service.answer(received)
        if answer.delivery == .dropped { try? await connection.channel.close() }
        return Self.response(answer)
    }

    private static func headers(of head: HTTPRequest) -> HTTPHeaders {
        var headers = HTTPHeaders()
        if let host = head.authority { headers.add("host", host) }
        for field in head.headerFields { headers.add(field.name.canonicalName, field.value) }
        return headers
    }

    private static func response(_ answer: Answer) -> Response {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        let status = HTTPResponse.Status(code: max(100, answer.status))
        guard answer.delivery == .truncated else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        }
        let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2))
        let body = ResponseBody(contentLength: answer.body.count) { writer in
            try await writer.write(half)
            throw Cut()
        }
        return Response(status: status, headers: headers, body: body)
    }
}

/// Ends a connection in the middle of a body.
private struct Cut: Error {}

/// The connection a request came by.
private struct Connection: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
