internal import TextSafety

/// Which calls go through a proxy: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in any case, as Python's `urllib` reads them.
///
/// What the variables say is judged only when a call needs it.
package struct ProxySettings: Equatable, Sendable {
    private let variables: [String: Sourced<String>]
    private let exceptions: [String]

    /// Reads the variables; those that end in `_proxy` go before those in capitals, and an empty one of them switches the proxy off.
    package init(environment: Environment) {
        let named = environment.variables.keys.filter { $0.count > 6 && $0.lowercased().hasSuffix("_proxy") }.sorted()
        var variables: [String: Sourced<String>] = [:]
        for isLowerCase in [false, true] {
            for name in isLowerCase ? named : named.reversed() where !isLowerCase || name.hasSuffix("_proxy") {
                let value = environment.variables[name] ?? ""
                if value.isEmpty, !isLowerCase { continue }
                variables[name.dropLast(6).lowercased()] = value.isEmpty ? nil : Sourced(value, .variable(name))
            }
        }
        self.variables = variables
        exceptions = (variables["no"]?.value ?? "").split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { $0.lowercased() }
    }

    /// The proxy for a URL; nil goes direct.
    /// - Throws: ``SettingsError/invalidProxy(variable:problem:)`` when the proxy that is needed cannot be used.
    package func proxy(for url: EndpointURL) throws(SettingsError) -> Proxy? {
        guard let variable = variables[url.scheme], !url.isLoopback, !Self.metadataHosts.contains(url.host), !isExcepted(url) else {
            return nil
        }
        return try Proxy(variable.value, variable: variable.origin.phrase)
    }

    /// The proxies that can be used.
    var usable: Set<Proxy> {
        Set(["http", "https"].compactMap { variables[$0] }.compactMap { try? Proxy($0.value, variable: $0.origin.phrase) })
    }

    /// Addresses of instance and container metadata, which no proxy can reach.
    static let metadataHosts: Set<String> = ["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254", "fd00:ec2::23"]

    private func isExcepted(_ url: EndpointURL) -> Bool {
        let address = IPAddress(url.host)
        let port = url.port ?? (url.scheme == "https" ? 443 : 80)
        return exceptions.contains { entry in
            if entry == "*" || address?.isIn(entry) == true { return true }
            let (name, wanted) = Self.splitPort(entry)
            if let wanted, wanted != port { return false }
            if let address, IPAddress(name) == address { return true }
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

extension ProxySettings: CustomStringConvertible, CustomReflectable {
    /// Names of the schemes that have a proxy; its URL may hold a password.
    package var description: String { "proxies for \(variables.keys.sorted().joined(separator: ", "))" }
    /// Names of the schemes only.
    package var customMirror: Mirror { Mirror(self, children: ["schemes": variables.keys.sorted()]) }
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
        let scheme = value.lowercased()
        let hasScheme = scheme.hasPrefix("http:") || scheme.hasPrefix("https:") || value.contains("://")
        let url = hasScheme ? value : (value.hasPrefix("//") ? "http:" : "http://") + value
        guard !scheme.hasPrefix("https:") else {
            throw .invalidProxy(variable: variable, problem: "a proxy is reached over http, not https")
        }
        guard let parts = EndpointURL(url) else { throw .invalidProxy(variable: variable, problem: "it is not an http URL") }
        host = parts.host
        port = parts.port ?? 80
        let halves = parts.userInfo?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        user = halves?.first.map { String(decoding: PercentEncoding.decode($0), as: UTF8.self) }
        password = halves.map { $0.count > 1 ? String(decoding: PercentEncoding.decode($0[1]), as: UTF8.self) : "" }
    }

    /// User and password for basic authentication; nil unless there are both.
    var login: (user: String, password: String)? {
        guard let user, let password, !user.isEmpty, !password.isEmpty else { return nil }
        return (user, password)
    }

    /// Host and port; user and password are left out.
    package var description: String { "\(host):\(port)" }
    /// Host and port only.
    package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}
