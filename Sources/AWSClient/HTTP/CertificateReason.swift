internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import NIOTLS
internal import Runtime

/// Why a certificate was refused: a second handshake, which checks nothing and after which nothing is sent, shows the certificate.
enum CertificateReason {
    /// A phrase for the middle of a sentence; nil when the certificate cannot be had, or nothing about it is known to be wrong.
    static func words(host: String, port: Int) async -> String? {
        let certificate = try? await Deadline.race(.seconds(5)) { try await presented(by: host, port: port) }
        guard let certificate else { return nil }
        let now = time(nil)
        if certificate.notValidAfter < now { return "the certificate has expired" }
        if certificate.notValidBefore > now { return "the certificate is not valid yet, or this machine's clock is behind" }
        return certificate.isSelfSigned ? "the certificate is self-signed" : nil
    }

    private static func presented(by host: String, port: Int) async throws -> NIOSSLCertificate {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        let context = try NIOSSLContext(configuration: configuration)
        let name = IPAddress(host) == nil ? host : nil
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let found = loop.makePromise(of: NIOSSLCertificate.self)
        let bootstrap = ClientBootstrap(group: loop).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                let tls = try NIOSSLClientHandler(context: context, serverHostname: name)
                try pipeline.addHandlers([tls, CertificateReader(tls, found)])
            }
        }
        bootstrap.connect(host: host, port: port).cascadeFailure(to: found)
        return try await found.futureResult.get()
    }
}

/// Takes the certificate once the handshake is done, and closes.
private final class CertificateReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let tls: NIOSSLClientHandler
    private let found: EventLoopPromise<NIOSSLCertificate>

    init(_ tls: NIOSSLClientHandler, _ found: EventLoopPromise<NIOSSLCertificate>) {
        (self.tls, self.found) = (tls, found)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted? = event as? TLSUserEvent, let certificate = tls.peerCertificate else { return }
        found.succeed(certificate)
        context.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        found.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        found.fail(ChannelError.eof)
    }
}

extension NIOSSLCertificate {
    /// Whether issuer and subject are the same name (RFC 5280, 4.1.2).
    fileprivate var isSelfSigned: Bool {
        guard let bytes = try? toDERBytes(), let certificate = DERValue.list(in: bytes[...]).first,
            let signed = DERValue.list(in: certificate.content).first
        else { return false }
        let fields = DERValue.list(in: signed.content).filter { $0.tag == DERValue.sequence }
        return fields.count >= 4 && fields[1].content.elementsEqual(fields[3].content)
    }
}

/// One value of DER: its tag, and its content.
private struct DERValue {
    static let sequence: UInt8 = 0x30

    let tag: UInt8
    let content: ArraySlice<UInt8>

    /// The values that stand one after the other; those after one that cannot be read are left out.
    static func list(in bytes: ArraySlice<UInt8>) -> [DERValue] {
        var (values, rest): ([DERValue], ArraySlice<UInt8>) = ([], bytes)
        while let tag = rest.popFirst(), var length = rest.popFirst().map(Int.init) {
            if length > 0x80 {
                let digits = rest.prefix(length - 0x80)
                rest = rest.dropFirst(digits.count)
                length = digits.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            }
            guard length <= rest.count else { break }
            values.append(DERValue(tag: tag, content: rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return values
    }
}
