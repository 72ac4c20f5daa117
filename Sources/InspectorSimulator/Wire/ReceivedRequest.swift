import AWSClient

/// One HTTP request as it came.
struct ReceivedRequest: Sendable {
    /// The method in upper case.
    let method: String
    /// The path, still percent-encoded.
    let path: String
    /// The query without `?`, still percent-encoded.
    let query: String
    /// The header fields, `host` included.
    let headers: HTTPHeaders
    /// The body.
    let body: [UInt8]

    /// A request; `target` is path and query as the request line has them.
    init(method: String, target: String, headers: HTTPHeaders, body: [UInt8]) {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = halves.first.map(String.init) ?? "/"
        query = halves.count > 1 ? String(halves[1]) : ""
        self.headers = headers
        self.body = body
    }

    /// The decoded value of a query parameter; the last one counts.
    func parameter(_ name: String) -> String? {
        Self.value(of: name, in: query)
    }

    /// The decoded value of a field of a form, as the query protocol sends it.
    func formField(_ name: String) -> String? {
        Self.value(of: name, in: String(decoding: body, as: UTF8.self).split(separator: "+").joined(separator: "%20"))
    }

    private static func value(of name: String, in query: String) -> String? {
        query.split(separator: "&").last { $0.hasPrefix(name + "=") }
            .map { String(decoding: PercentEncoding.decode($0.dropFirst(name.utf8.count + 1)), as: UTF8.self) }
    }
}
