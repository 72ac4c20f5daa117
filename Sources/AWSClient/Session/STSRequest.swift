/// Requests to STS in the query protocol.
enum STSRequest {
    /// A form-encoded POST of one action (API version 2011-06-15).
    static func make(_ action: String, _ parameters: [(String, String)] = []) -> OperationRequest {
        let form = [("Action", action), ("Version", "2011-06-15")] + parameters
        let body = form.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        return OperationRequest(
            name: action, path: "/", body: Array(body.utf8), contentType: "application/x-www-form-urlencoded; charset=utf-8",
            secrets: parameters.filter { ["WebIdentityToken", "TokenCode"].contains($0.0) }.map(\.1))
    }
}
