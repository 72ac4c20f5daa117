/// What Signature Version 4 signs of a request.
package struct SignableRequest: Equatable, Sendable {
    /// The method in upper case.
    package var method: String
    /// The path as it travels, beginning with `/`.
    package var path: String
    /// The query as it travels, without `?`; empty when there is none.
    package var query: String
    /// Exactly the header fields to be signed.
    package var headers: HTTPHeaders
    /// The body; empty when there is none.
    package var body: [UInt8]

    /// What is to be signed.
    package init(method: String, path: String, query: String = "", headers: HTTPHeaders, body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}
