package import HTTPTypes

extension HTTPField.Name {
    /// `host`, which HTTP/1.1 sends as a field and the signature covers; the library's own is unavailable.
    package static let hostField = known("host")
    static let amzDate = known("x-amz-date")
    /// The session token of temporary credentials.
    package static let amzSecurityToken = known("x-amz-security-token")
    /// SHA-256 of the body, in hexadecimal.
    package static let amzContentSHA256 = known("x-amz-content-sha256")
    static let amzRequestId = known("x-amz-request-id")
    static let amznRequestId = known("x-amzn-requestid")
    static let amznErrorType = known("x-amzn-errortype")
    /// The same UUID for all attempts of a call.
    package static let sdkInvocationId = known("amz-sdk-invocation-id")
    /// The number of an attempt, `attempt=1; max=3`.
    package static let sdkRequest = known("amz-sdk-request")
    static let dpop = known("dpop")
    static let ssoBearerToken = known("x-amz-sso_bearer_token")
    static let metadataToken = known("x-aws-ec2-metadata-token")
    static let metadataTokenLifetime = known("x-aws-ec2-metadata-token-ttl-seconds")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is no field name") }
        return name
    }
}

extension HTTPFields {
    /// The value of the first field of a name; the library's own subscript joins the values of all.
    package func first(_ name: HTTPField.Name) -> String? {
        first { $0.name == name }?.value
    }

    /// Adds a field without touching others of the same name. What HTTP cannot carry in a value becomes spaces.
    package mutating func add(_ name: HTTPField.Name, _ value: String) {
        append(HTTPField(name: name, value: value))
    }
}
