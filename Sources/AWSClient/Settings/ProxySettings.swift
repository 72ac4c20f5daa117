/// Which calls go through a proxy: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, lower case first as other clients have it.
package struct ProxySettings: Equatable, Sendable {
    /// The proxy for `https` endpoints.
    package let https: Proxy?
    /// The proxy for `http` endpoints.
    package let http: Proxy?
    private let exceptions: [String]

    /// Reads the three variables in both spellings; empty ones count as absent.
    package init(environment: Environment) throws(SettingsError) {
        https = try Self.proxy(["https_proxy", "HTTPS_PROXY"], environment)
        http = try Self.proxy(["http_proxy", "HTTP_PROXY"], environment)
        exceptions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
            .split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { $0.lowercased() }
    }

    /// The proxy for a URL; nil goes direct.
    package func proxy(for url: EndpointURL) -> Proxy? {
        let proxy = url.scheme == "https" ? https : http
        return proxy == nil || url.isLoopback || Self.metadataHosts.contains(url.host) || isExcepted(url) ? nil : proxy
    }

    /// Addresses of instance and container metadata, which no proxy can reach.
    static let metadataHosts: Set<String> = ["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254", "fd00:ec2::23"]

    private static func proxy(_ names: [String], _ environment: Environment) throws(SettingsError) -> Proxy? {
        guard let name = names.first(where: { environment[$0] != nil }), let value = environment[name] else { return nil }
        return try Proxy(value, variable: name)
    }

    private func isExcepted(_ url: EndpointURL) -> Bool {
        let address = IPAddress(url.host)
        let port = url.port ?? (url.scheme == "https" ? 443 : 80)
        return exceptions.contains { entry in
            if entry == "*" || address?.isIn(entry) == true { return true }
            let (name, wanted) = Self.splitPort(entry)
            if let wanted, wanted != port { return false }
            if let address { return IPAddress(name) == address }
            let suffix = name.drop { $0 == "*" || $0 == "." }
            return !suffix.isEmpty && (url.host == suffix || url.host.hasSuffix("." + suffix))
        }
    }

    private static func splitPort(_ entry: String) -> (String, Int?) {
        if entry.hasPrefix("["), let end = entry.firstIndex(of: "]") {
            let rest = entry[entry.index(after: end)...]
            return (String(entry[entry.index(after: entry.startIndex)..<end]), Int(rest.dropFirst()))
        }
        let halves = entry.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2, let port = Int(halves[1]) else { return (entry, nil) }
        return (String(halves[0]), port)
    }
}

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
        guard let parts = EndpointURL(url) else { throw .invalidProxy(variable: variable, problem: "it is not an http URL") }
        host = parts.host
        port = parts.port ?? 80
        let halves = parts.userInfo?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        user = halves?.first.map { String(decoding: PercentEncoding.decode($0), as: UTF8.self) }
        password = halves.map { $0.count > 1 ? String(decoding: PercentEncoding.decode($0[1]), as: UTF8.self) : "" }
    }

    /// Host and port; user and password are left out.
    package var description: String { "\(host):\(port)" }
    /// Host and port only.
    package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}
