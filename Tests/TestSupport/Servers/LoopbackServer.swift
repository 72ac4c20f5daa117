import Foundation
import NIOCore
import NIOPosix
package import NIOSSL
import Runtime

/// A server on loopback that reads raw HTTP/1.1 requests and answers with raw bytes.
package final class LoopbackServer: Sendable {
    /// What is done with one request.
    package enum Action: Sendable {
        /// Sends this text and keeps the connection.
        case answer(String)
        /// Sends this text bit by bit, 20 ms apart.
        case drip(String)
        /// Closes without an answer.
        case close
        /// Never answers.
        case silence
        /// Agrees to a tunnel and passes everything on to another port of this machine.
        case tunnel(Int)
    }

    private let channel: any Channel
    private let log: RequestLog
    /// The port it listens on.
    package let port: Int

    /// Starts listening.
    /// - Parameters:
    ///   - identity: certificate and key in PEM files for TLS; nil is plain.
    ///   - newest: the newest TLS that the server offers; nil is the newest there is.
    ///   - greeting: what it sends before it has read anything.
    package init(
        identity: (certificate: String, key: String)? = nil, newest: TLSVersion? = nil, greeting: String? = nil,
        _ respond: @escaping @Sendable (String) -> Action
    ) async throws {
        let log = RequestLog()
        let context = try identity.map { identity in
            let chain = try NIOSSLCertificate.fromPEMFile(identity.certificate).map { NIOSSLCertificateSource.certificate($0) }
            let key = try NIOSSLPrivateKey(file: identity.key, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
            configuration.maximumTLSVersion = newest
            return try NIOSSLContext(configuration: configuration)
        }
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) }
                    try channel.pipeline.syncOperations.addHandler(RequestHandler(log: log, greeting: greeting, respond: respond))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        self.log = log
    }

    /// Everything received so far, one text a request.
    package var requests: [String] { log.requests }

    /// For each request: in how many TCP segments its connection has brought data up to its end.
    package var segments: [UInt32] { log.segments }

    /// Closes the port.
    package func stop() async throws {
        try await channel.close()
    }

    /// Starts a server for the time of some work.
    package static func run<Value: Sendable>(
        identity: (certificate: String, key: String)? = nil, newest: TLSVersion? = nil, greeting: String? = nil,
        _ respond: @escaping @Sendable (String) -> Action,
        _ work: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        let server = try await LoopbackServer(identity: identity, newest: newest, greeting: greeting, respond)
        do {
            let value = try await work(server)
            try await server.stop()
            return value
        } catch {
            try await server.stop()
            throw error
        }
    }

    /// A complete answer of status 200.
    package static func ok(_ body: String = "{}") -> Action {
        .answer("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)")
    }
}

/// What arrived, for the test to read.
final class RequestLog: Sendable {
    private let entries = Locked<[(text: String, segments: UInt32)]>([])
    var requests: [String] { entries.withLock { $0.map(\.text) } }
    var segments: [UInt32] { entries.withLock { $0.map(\.segments) } }
    func add(_ text: String, segments: UInt32) { entries.withLock { $0.append((text, segments)) } }
}

/// Collects bytes until a request is complete.
private final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let log: RequestLog
    private let greeting: String?
    private let respond: @Sendable (String) -> LoopbackServer.Action
    private var text = ""
    private var relay: (any Channel)?

    init(log: RequestLog, greeting: String?, respond: @escaping @Sendable (String) -> LoopbackServer.Action) {
        self.log = log
        self.greeting = greeting
        self.respond = respond
    }

    func channelActive(context: ChannelHandlerContext) {
        guard let greeting else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: greeting)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let relay {
            relay.writeAndFlush(unwrapInboundIn(data), promise: nil)
            return
        }
        text += String(buffer: unwrapInboundIn(data))
        guard let end = text.range(of: "\r\n\r\n") else { return }
        let length = text[..<end.lowerBound].lowercased().components(separatedBy: "content-length: ").dropFirst().first
            .flatMap { Int($0.prefix { $0.isNumber }) }
        guard text[end.upperBound...].utf8.count >= length ?? 0 else { return }
        let request = text
        text = ""
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        dataSegments(of: context.channel).whenSuccess { segments in
            let (handler, context) = bound.value
            handler.log.add(request, segments: segments)
            handler.act(handler.respond(request), context)
        }
    }

    /// `tcpi_data_segs_in` of Linux's `struct tcp_info`, which glibc's header cuts off before it: the 39th word.
    private func dataSegments(of channel: any Channel) -> EventLoopFuture<UInt32> {
        guard let socket = channel as? any SocketOptionProvider else { return channel.eventLoop.makeSucceededFuture(0) }
        let info: EventLoopFuture<InlineArray<40, UInt32>> = socket.unsafeGetSocketOption(
            level: .tcp, name: NIOBSDSocket.Option(rawValue: TCP_INFO))
        return info.map { $0[38] }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func act(_ action: LoopbackServer.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .answer(let text): context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .drip(let text): drip(Array(text.utf8)[...], context.channel)
        case .close: context.close(promise: nil)
        case .silence: break
        case .tunnel(let port): tunnel(to: port, context)
        }
    }

    private func tunnel(to port: Int, _ context: ChannelHandlerContext) {
        let near = context.channel
        let answer = wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"))
        let bound = NIOLoopBound((self, context, answer), eventLoop: context.eventLoop)
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { far in
                far.eventLoop.makeCompletedFuture { try far.pipeline.syncOperations.addHandler(Relay(to: near)) }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenSuccess { far in
                let (handler, context, answer) = bound.value
                handler.relay = far
                context.writeAndFlush(answer, promise: nil)
            }
    }

    private func drip(_ bytes: ArraySlice<UInt8>, _ channel: any Channel) {
        guard let first = bytes.first else { return }
        channel.writeAndFlush(ByteBuffer(bytes: [first]), promise: nil)
        let rest = bytes.dropFirst()
        let loop = NIOLoopBound(self, eventLoop: channel.eventLoop)
        channel.eventLoop.scheduleTask(in: .milliseconds(20)) { loop.value.drip(rest, channel) }
    }
}

/// Passes what it reads on to another channel.
private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel

    init(to other: any Channel) {
        self.other = other
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        other.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        other.close(promise: nil)
    }
}
