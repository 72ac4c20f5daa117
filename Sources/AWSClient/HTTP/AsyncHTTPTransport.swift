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
    private let tunnels: [Proxy: HTTPClient]
    private let forwards: [Proxy: HTTPClient]
    private let proxies: ProxySettings
    private let roots: Result<[NIOSSLCertificate]?, SettingsError>

    /// A transport for these settings; it has to be shut down. A proxy or a certificate bundle that cannot be used fails the calls that
    /// need it.
    package init(settings: Settings) {
        let roots = Result { () throws(SettingsError) in
            try settings.caBundle.map { bundle throws(SettingsError) in try CertificateBundle.certificates(bundle) }
        }
        self.roots = roots
        proxies = settings.proxies
        let configuration = Self.configuration(settings, roots: (try? roots.get()) ?? nil)
        direct = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        var (tunnels, forwards): ([Proxy: HTTPClient], [Proxy: HTTPClient]) = ([:], [:])
        for proxy in settings.proxies.usable {
            tunnels[proxy] = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration.tunneled(by: proxy))
            forwards[proxy] = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration.forwarded(by: proxy))
        }
        (self.tunnels, self.forwards) = (tunnels, forwards)
    }

    /// Sends once, see ``HTTPTransport/send(_:deadline:)``.
    package func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        let url = try Self.url(of: request)
        let proxy = try checked(url)
        let isForwarded = proxy != nil && url.scheme == "http"
        let client = proxy.flatMap { isForwarded ? forwards[$0] : tunnels[$0] } ?? direct
        let body = request.body.map { WatchedBody($0) }
        var outgoing = request
        if let proxy, isForwarded { outgoing.url = proxy.url(of: url) }
        let response: TransportResponse
        do {
            response = try await Deadline.race(deadline) { [outgoing] in try await Self.exchange(outgoing, body, client: client) }
        } catch {
            let fault = TransportFault(error, isProxied: proxy != nil, isWritten: body?.wasTaken).error(endpoint: url.origin)
            throw proxy == nil ? await Self.explained(fault, url) : fault
        }
        if isForwarded, response.status == 407 {
            throw TransportFault(HTTPClientError.proxyAuthenticationRequired, isProxied: true, isWritten: false).error(endpoint: url.origin)
        }
        return response
    }

    /// The same error, with what is wrong with the certificate if that is it.
    private static func explained(_ error: TransportError, _ url: EndpointURL) async -> TransportError {
        guard error.kind == .tlsVerification, error.detail == TLSProblem.untrusted,
            let words = await CertificateReason.words(host: url.host, port: url.port ?? 443)
        else { return error }
        return TransportError(kind: error.kind, endpoint: error.endpoint, detail: words, mayHaveBeenSent: error.mayHaveBeenSent)
    }

    /// The proxy for a URL, once the settings that this call needs are known to be usable.
    private func checked(_ url: EndpointURL) throws(TransportError) -> Proxy? {
        do throws(SettingsError) {
            if url.scheme == "https", try roots.get() == nil, SystemRoots.areMissing { throw .noCertificates(places: SystemRoots.files) }
            return try proxies.proxy(for: url)
        } catch {
            throw TransportError(kind: .settings, endpoint: url.origin, detail: error.words, mayHaveBeenSent: false)
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
        for client in [direct] + tunnels.values + forwards.values { try? await client.shutdown() }
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

    private static func configuration(_ settings: Settings, roots: [NIOSSLCertificate]?) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.trustRoots = roots.map { .certificates($0) } ?? SystemRoots.trusted
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
        return configuration
    }
}

extension HTTPClient.Configuration {
    /// The same through a tunnel that a proxy makes (CONNECT), for what is encrypted.
    fileprivate func tunneled(by proxy: AWSClient.Proxy) -> Self {
        var configuration = self
        configuration.proxy = .server(
            host: proxy.host, port: proxy.port, authorization: proxy.login.map { .basic(username: $0.user, password: $0.password) })
        return configuration
    }

    /// The same with requests that a proxy sends on, for what is not encrypted: many proxies make tunnels to port 443 alone.
    fileprivate func forwarded(by proxy: AWSClient.Proxy) -> Self {
        var configuration = self
        let login = proxy.login.map { HTTPClient.Authorization.basic(username: $0.user, password: $0.password).headerValue }
        configuration.http1_1ConnectionDebugInitializer = { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(FlushGathering(), position: .first)
                let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
                try pipeline.addHandler(AbsoluteTarget(authorization: login), position: .after(encoder))
            }
        }
        return configuration
    }
}

extension Proxy {
    /// A URL's path and query at this proxy; the `host` field says whose they are.
    fileprivate func url(of target: EndpointURL) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port)" + (target.path.isEmpty ? "/" : target.path) + (target.query.map { "?" + $0 } ?? "")
    }
}

/// Names the whole URL in a request's first line, as a proxy that sends it on needs it (RFC 9112, 3.2.2).
final class AbsoluteTarget: ChannelOutboundHandler {
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let authorization: String?

    init(authorization: String?) {
        self.authorization = authorization
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        head.uri = "http://" + (head.headers.first(name: "host") ?? "") + head.uri
        if let authorization { head.headers.add(name: "proxy-authorization", value: authorization) }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
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
    /// The certificates in the file, one at least. An unusable bundle is an error, never "no verification".
    static func certificates(_ bundle: Sourced<String>) throws(SettingsError) -> [NIOSSLCertificate] {
        let bytes: [UInt8]
        do {
            bytes = try LocalFile.bytes(at: bundle.value)
        } catch {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: error.phrase)
        }
        guard !bytes.isEmpty else { throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it is empty") }
        if let known = last.withLock({ $0.bytes == bytes ? $0.certificates : nil }) { return known }
        guard let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty else {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it holds no certificate in PEM form")
        }
        last.withLock { $0 = (bytes, found) }
        return found
    }

    /// What was read last: the sessions of a fleet have the same file, and it takes milliseconds to parse.
    private static let last = Locked<(bytes: [UInt8], certificates: [NIOSSLCertificate])>(([], []))
}
