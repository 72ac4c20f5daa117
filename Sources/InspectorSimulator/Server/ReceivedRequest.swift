import AWSClient
import HTTPTypes

/// One HTTP request as it came.
struct ReceivedRequest: Sendable {
    /// The method in upper case.
    let method: String
    /// The path, still percent-encoded.
    let path: String
    /// The query without `?`, still percent-encoded.
    let query: String
    /// The query taken apart.
    private let parameters: QueryString
    /// The header fields, `host` included.
    let headers: HTTPFields
    /// The body.
    let body: [UInt8]

    /// A request; `target` is path and query as the request line has them.
    init(method: String, target: String, headers: HTTPFields, body: [UInt8]) {
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        self.method = method
        path = mark.map { String(target[..<$0]) } ?? target
        query = mark.map { String(target[target.utf8.index(after: $0)...]) } ?? ""
        parameters = QueryString(query.utf8)
        self.headers = headers
        self.body = body
    }

    /// The decoded value of a query parameter; the last one counts.
    func parameter(_ name: String) -> String? {
        parameters.last(named: name)?.decodedValue
    }

    /// The decoded value of a field of a form, as the query protocol sends it.
    func formField(_ name: String) -> String? {
        let spaced = body.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false).joined(separator: "%20".utf8)
        return QueryString(spaced).last(named: name)?.decodedValue
    }
}
