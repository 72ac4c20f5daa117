internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
internal import Runtime
internal import Synchronization

/// The real transport, on AsyncHTTPClient: connections are kept, redirects are not followed, certificates are always verified.
package struct AsyncHTTPTransport: HTTPTransport {
    /// The largest reply that is read, in bytes.
    package static let responseLimit = 64 * 1024 * 1024
    /// Connections to one endpoint that are kept; the library's 8 would hold calls back that a run may have under way.
    private static let connections = 64

    private let direct: HTTPClient
    private let proxied: [Proxy: HTTPClient]
    private let proxies: ProxySettings

    /// A transport for these settings; it has to be shut down.
    /// - Throws: ``SettingsError/invalidCABundle(path:origin:problem:)``.
    package init(settings: Settings) throws(SettingsError) {
        let roots = try settings.caBundle.map { bundle throws(SettingsError) in try CertificateBundle.certificates(bundle) }
        proxies = settings.proxies
        direct = Self.client(settings, roots: roots, proxy: nil)
        var proxied: [Proxy: HTTPClient] = [:]
        for proxy in Set([settings.proxies.https, settings.proxies.http].compactMap { $0 }) {
            proxied[proxy] = Self.client(settings, roots: roots, proxy: proxy)
        }
        self.proxied = proxied
    }

    /// Sends once, see ``HTTPTransport/send(_:deadline:)``.
    package func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        let proxy = try proxied.isEmpty ? nil : proxies.proxy(for: Self.url(of: request))
        let client = proxy.flatMap { proxied[$0] } ?? direct
        let body = request.body.map { WatchedBody($0) }
        do {
            return try await Deadline.race(deadline) { try await Self.exchange(request, body, client: client) }
        } catch {
            throw TransportFault(error, isProxied: proxy != nil, isWritten: body?.wasTaken).error(
                endpoint: try Self.url(of: request).origin)
        }
    }

    private static func url(of request: TransportRequest) throws(TransportError) -> EndpointURL {
        guard let url = EndpointURL(request.url) else {
            throw TransportError(kind: .other, endpoint: request.url, detail: "the URL cannot be read", mayHaveBeenSent: false)
        }
        return url
    }

    /// Closes all connections; calls under way fail.
    package func shutdown() async {
        for client in [direct] + proxied.values { try? await client.shutdown() }
    }

    private static func exchange(
        _ request: TransportRequest, _ requestBody: WatchedBody?, client: HTTPClient
    ) async throws -> TransportResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for field in request.headers { outgoing.headers.add(name: field.name.canonicalName, value: field.value) }
        outgoing.body = requestBody.map { .bytes($0, length: .known(Int64($0.count))) }
        let reply = try await client.execute(outgoing, deadline: .distantFuture)
        var body: [UInt8] = []
        for try await chunk in reply.body {
            body.append(contentsOf: chunk.readableBytesView)
            if body.count > responseLimit { throw ResponseTooLarge() }
        }
        try Task.checkCancellation()
        return TransportResponse(
            status: Int(reply.status.code), headers: fields(of: reply.headers), body: body)
    }

    private static func fields(of headers: HTTPHeaders) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields.add(name, value) }
        }
        return fields
    }

    private static func client(_ settings: Settings, roots: [NIOSSLCertificate]?, proxy: Proxy?) -> HTTPClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let roots { tls.trustRoots = .certificates(roots) }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(Int64(settings.connectTimeout ?? 86_400))
        configuration.timeout.read = settings.readTimeout.map { .seconds(Int64($0)) }
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.idleTimeout = .seconds(15)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        configuration.httpVersion = .http1Only
        configuration.http1_1ConnectionDebugInitializer = { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(FlushGathering(), position: .first)
            }
        }
        configuration.tracing.tracer = nil
        configuration.proxy = proxy.map { proxy in
            .server(
                host: proxy.host, port: proxy.port,
                authorization: proxy.user.map { .basic(username: $0, password: proxy.password ?? "") })
        }
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
}

/// The reply is larger than ``AsyncHTTPTransport/responseLimit``.
struct ResponseTooLarge: Error {}

/// Gathers what a turn of the event loop writes to a connection: a request's head and body then leave in one packet, by one system call.
///
/// AsyncHTTPClient flushes each of them: two packets a call, which the other side reads one by one.
final class FlushGathering: ChannelOutboundHandler {
    typealias OutboundIn = IOData

    private var isDue = false

    func flush(context: ChannelHandlerContext) {
        guard !isDue else { return }
        isDue = true
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.execute {
            bound.value.handler.isDue = false
            bound.value.context.flush()
        }
    }
}

/// A request's body that remembers whether a connection took it. A connection takes it once it stands and the head is written, so that
/// nobody can have acted on a request whose body was not taken.
struct WatchedBody: Collection, Sendable {
    private let bytes: [UInt8]
    private let mark = Mark()

    private final class Mark: Sendable {
        let isTaken = Atomic(false)
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether a connection took it.
    var wasTaken: Bool { mark.isTaken.load(ordering: .sequentiallyConsistent) }

    var startIndex: Int { bytes.startIndex }
    var endIndex: Int { bytes.endIndex }

    func index(after index: Int) -> Int { index + 1 }

    subscript(index: Int) -> UInt8 {
        take()
        return bytes[index]
    }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        take()
        return try bytes.withContiguousStorageIfAvailable(body)
    }

    private func take() {
        mark.isTaken.store(true, ordering: .sequentiallyConsistent)
    }
}

/// A file of PEM certificates that replaces the system's roots.
enum CertificateBundle {
    /// Makes sure that the file holds certificates. An unusable bundle is an error, never "no verification".
    static func check(_ bundle: Sourced<String>) throws(SettingsError) {
        _ = try certificates(bundle)
    }

    /// The certificates in the file, one at least.
    static func certificates(_ bundle: Sourced<String>) throws(SettingsError) -> [NIOSSLCertificate] {
        let bytes: [UInt8]
        do {
            bytes = try LocalFile.bytes(at: bundle.value)
        } catch {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: error.phrase)
        }
        guard !bytes.isEmpty else { throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it is empty") }
        guard let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty else {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it holds no certificate in PEM form")
        }
        return found
    }
}
