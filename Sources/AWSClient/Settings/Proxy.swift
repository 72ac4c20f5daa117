/// One HTTP proxy; printing it leaves the password out.
package struct Proxy: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Host name or address.
    package let host: String
    /// Port, 80 when the URL names none.
    package let port: Int
    /// User name for basic authentication, decoded.
    package let user: String?
    /// Password for basic authentication, decoded.
    package let password: String?

    /// Reads a proxy's URL; `http://` may be missing. A proxy that is itself reached over TLS is not supported.
    init(_ value: String, variable: String) throws(SettingsError) {
        let url = value.contains("://") ? value : "http://" + value
        guard !url.lowercased().hasPrefix("https://") else {
            throw .invalidProxy(variable: variable, problem: "a proxy is reached over http, not https")
        }
        guard let parts = EndpointURL(url) else { throw .invalidProxy(variable: variable, problem: "it is no http URL") }
        host = parts.host
        port = parts.port ?? 80
        let halves = parts.userInfo?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        user = halves?.first.map { String(decoding: PercentEncoding.decode($0), as: UTF8.self) }
        password = halves.map { $0.count > 1 ? String(decoding: PercentEncoding.decode($0[1]), as: UTF8.self) : "" }
    }

    /// Host and port.
    package var description: String { "\(host):\(port)" }
    /// Host and port only.
    package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}
