internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Runtime

/// Puts errors of the layers below into the kinds of ``TransportError``.
struct TransportFault {
    private let cause: any Error
    private let isProxied: Bool
    private let isWritten: Bool?

    /// - Parameter isWritten: whether a connection took the request's body; nil when it has none.
    init(_ cause: any Error, isProxied: Bool, isWritten: Bool?) {
        self.cause = cause
        self.isProxied = isProxied
        self.isWritten = isWritten
    }

    /// The error for the caller.
    func error(endpoint: String) -> TransportError {
        let (kind, mayHaveBeenSent) = classified
        return TransportError(
            kind: kind, endpoint: endpoint, detail: detail(of: kind), mayHaveBeenSent: mayHaveBeenSent && isWritten ?? true)
    }

    private var classified: (TransportError.Kind, Bool) {
        switch cause {
        case is Deadline.Exceeded: (.deadlineExceeded, true)
        case is CancellationError: (.cancelled, true)
        case let error as HTTPClientError: Self.classify(error)
        case let error as NIOConnectionError: (Self.isNameFailure(error) ? .nameResolution : unreachable, false)
        case is NIOSSLExtraError: (.tlsVerification, false)
        case let error as NIOSSLError where TLSProblem.isAboutProtocol(error): (.tlsUnavailable, false)
        case let error as NIOSSLError: Self.classify(error)
        case let error as IOError: isOfConnecting(error) ? (unreachable, false) : (.connectionClosed, true)
        case let error as ChannelError: Self.classify(error)
        case is ResponseTooLarge: (.other, true)
        default: (.other, true)
        }
    }

    private var unreachable: TransportError.Kind { isProxied ? .proxy : .connectionRefused }

    private static func classify(_ error: HTTPClientError) -> (TransportError.Kind, Bool) {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout: (.connectTimeout, false)
        case .tlsHandshakeTimeout: (.connectTimeout, false)
        case .proxyAuthenticationRequired, .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout: (.proxy, false)
        case .readTimeout, .writeTimeout: (.readTimeout, true)
        case .remoteConnectionClosed, .uncleanShutdown: (.connectionClosed, true)
        case .cancelled, .requestStreamCancelled: (.cancelled, true)
        case .deadlineExceeded: (.deadlineExceeded, true)
        case .invalidURL, .emptyHost, .emptyScheme, .alreadyShutdown: (.other, false)
        default: (.other, true)
        }
    }

    private static func classify(_ error: NIOSSLError) -> (TransportError.Kind, Bool) {
        switch error {
        case .handshakeFailed, .noSuchFilesystemObject, .failedToLoadCertificate, .cannotMatchULabel, .noCertificateToValidate,
            .unableToValidateCertificate:
            (.tlsVerification, false)
        case .uncleanShutdown, .readInInvalidTLSState, .writeDuringTLSShutdown: (.connectionClosed, true)
        default: (.other, true)
        }
    }

    private static func classify(_ error: ChannelError) -> (TransportError.Kind, Bool) {
        switch error {
        case .connectTimeout: (.connectTimeout, false)
        case .connectPending, .unknownLocalAddress: (.connectionRefused, false)
        default: (.connectionClosed, true)
        }
    }

    private static func isNameFailure(_ error: NIOConnectionError) -> Bool {
        error.connectionErrors.isEmpty && (error.dnsAError != nil || error.dnsAAAAError != nil)
    }

    /// Whether the error came before there was a connection. Its number tells that only where nothing else does: a network that goes
    /// down under a request that was written fails with EHOSTUNREACH too.
    private func isOfConnecting(_ error: IOError) -> Bool {
        if let isWritten { return !isWritten }
        return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL].contains(error.errnoCode)
    }

    private func detail(of kind: TransportError.Kind) -> String {
        if (cause as? HTTPClientError) == .proxyAuthenticationRequired { return "the proxy wants a user name and a password" }
        return switch (kind, cause) {
        case (.deadlineExceeded, _), (.cancelled, _), (.readTimeout, _), (.connectTimeout, _): ""
        case (.other, is ResponseTooLarge): "the reply is larger than 64 MiB"
        case (.tlsVerification, _), (.tlsUnavailable, _): TLSProblem.words(for: cause)
        case (_, let error as NIOConnectionError): error.connectionErrors.first.map { Self.words(for: $0.error) } ?? ""
        default: Self.words(for: cause)
        }
    }

    /// The system's words for a system's error, else the library's.
    private static func words(for error: any Error) -> String {
        guard let error = error as? IOError, let words = strerror(error.errnoCode) else {
            return Excerpt.cleaned(Array("\(error)".utf8))
        }
        return String(cString: words)
    }
}

/// Says in words why there is no TLS connection.
enum TLSProblem {
    /// What is wrong with a certificate of which no more is known.
    static let untrusted = "the certificate is not signed by a trusted authority"

    /// Whether the endpoint speaks no TLS, or none that is accepted here; its certificate then plays no part.
    static func isAboutProtocol(_ error: any Error) -> Bool {
        protocolWords("\(error)") != nil
    }

    /// By the names that BoringSSL gives its errors.
    private static func protocolWords(_ text: String) -> String? {
        if ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "INVALID_SSL_RECORD"].contains(where: text.contains) {
            return "it answers in plain HTTP or another protocol; where that is meant, write http://"
        }
        if ["UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION"].contains(where: text.contains) { return "it offers no TLS 1.2 or later" }
        return nil
    }

    /// The middle of a sentence; falls back on the library's own words.
    static func words(for error: any Error) -> String {
        if (error as? NIOSSLExtraError) == .failedToValidateHostname { return "the certificate is for another host name" }
        let text = "\(error)"
        if let problem = protocolWords(text) { return problem }
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return untrusted }
        return Excerpt.cleaned(Array(text.utf8))
    }
}
