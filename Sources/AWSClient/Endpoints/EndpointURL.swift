/// The parts of an http or https URL.
package struct EndpointURL: Equatable, Sendable {
    /// `http` or `https`.
    package let scheme: String
    /// User and password before `@`, if any.
    package let userInfo: String?
    /// Host name or address, an IPv6 address without its brackets.
    package let host: String
    /// The port, nil when it is the scheme's own.
    package let port: Int?
    /// The path as written; may be empty.
    package let path: String
    /// The query, without `?`; nil when there is none.
    package let query: String?
    private let isBracketed: Bool

    /// Takes a URL apart; nil when it is none of the two schemes, or host or port are wrong. Blanks before it and a fragment do not count.
    package init?(_ text: String) {
        let url = text.drop { $0 == " " }
        guard url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }), let colon = url.firstRange(of: "://") else {
            return nil
        }
        scheme = url[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = url[colon.upperBound...]
        let authority = rest[..<(rest.utf8.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex)]
        let fragment = rest.utf8.firstIndex(of: UInt8(ascii: "#"))
        let tail = rest[authority.endIndex..<(fragment ?? rest.endIndex)]
        let path = tail[..<(tail.utf8.firstIndex(of: UInt8(ascii: "?")) ?? tail.endIndex)]
        query = path.endIndex == tail.endIndex ? nil : String(tail[tail.utf8.index(after: path.endIndex)...])
        self.path = String(path)
        let at = authority.lastIndex(of: "@")
        userInfo = at.map { String(authority[..<$0]) }
        let place = at.map { authority[authority.index(after: $0)...] } ?? authority
        isBracketed = place.hasPrefix("[")
        guard let (host, port) = Self.split(place), isBracketed ? HostLabel.isBracketed(host) : HostLabel.isHost(host) else { return nil }
        self.host = host
        self.port = port == (scheme == "https" ? 443 : 80) ? nil : port
    }

    /// What keeps the URL from being an endpoint; nil when nothing does.
    var problem: String? { userInfo == nil ? nil : "it holds a user name" }

    /// The path of a request to this endpoint: the endpoint's own goes before it, and stands alone where the request's is just a slash.
    func path(before request: String) -> String {
        if request.isEmpty || request == "/" { return path.isEmpty ? "/" : path }
        return (path.hasSuffix("/") && request.hasPrefix("/") ? String(path.dropLast()) : path) + request
    }

    /// The endpoint's own query and a request's, joined.
    func query(before request: String) -> String {
        [query ?? "", request].filter { !$0.isEmpty }.joined(separator: "&")
    }

    /// The `host` header: the port only when it is not the scheme's own.
    package var hostHeader: String {
        let name = isBracketed ? "[\(host)]" : host
        return port.map { "\(name):\($0)" } ?? name
    }

    /// Scheme, host and port.
    package var origin: String { "\(scheme)://\(hostHeader)" }

    /// Scheme, host, port, path and query.
    package var normalized: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// Whether the host is this machine.
    package var isLoopback: Bool {
        let name = host.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost") || name == "::1"
            || IPAddress(name).map { $0.isIn("127.0.0.0/8") } ?? false
    }

    /// A URL for an error: whatever stands before `@` is left out.
    package static func withoutUser(_ url: String) -> String {
        guard let at = url.lastIndex(of: "@") else { return url }
        let scheme = url.firstRange(of: "://").map { url[..<$0.upperBound] } ?? ""
        return String(scheme + url[url.index(after: at)...])
    }

    private static func split(_ place: Substring) -> (String, Int?)? {
        guard place.hasPrefix("[") else {
            let halves = place.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count <= 2, let host = halves.first else { return nil }
            return halves.count == 1 || halves[1].isEmpty ? (host.lowercased(), nil) : port(halves[1]).map { (host.lowercased(), $0) }
        }
        guard let end = place.firstIndex(of: "]") else { return nil }
        let host = place[place.index(after: place.startIndex)..<end].lowercased()
        let rest = place[place.index(after: end)...]
        if rest.isEmpty || rest == ":" { return (host, nil) }
        return rest.hasPrefix(":") ? port(rest.dropFirst()).map { (host, $0) } : nil
    }

    private static func port(_ digits: Substring) -> Int? {
        guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
        return number
    }
}
