internal import FoundationEssentials
internal import JSON

/// Credentials of a container task (ECS) or pod (EKS) from its local endpoint.
///
/// Source: AWS SDKs and Tools reference guide, "Container credential provider".
struct ContainerCredentials: Sendable {
    let context: CredentialContext

    private static let source = "the container endpoint"
    private static let plainHosts: Set<String> = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"]

    /// The container's credentials; nil when the environment names no endpoint.
    func credentials() async throws(CredentialError) -> Credentials? {
        guard let url = try url() else { return nil }
        var headers: HTTPHeaders = ["accept": "application/json"]
        headers["authorization"] = try token()
        let caller = MetadataCaller(context: context, source: Self.source)
        let body = try await caller.get(url, headers: headers, attempts: 3, limit: .seconds(2))
        guard let document = JSONValue(bytes: body) else {
            throw .malformedReply(source: Self.source, problem: "it answered without JSON")
        }
        return try CredentialDocument.credentials(document, .metadata, source: Self.source)
    }

    private func url() throws(CredentialError) -> String? {
        if let path = context.environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] { return try Self.url(path: path) }
        let variable = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
        guard let full = context.environment[variable] else { return nil }
        guard let parts = EndpointURL(full) else {
            throw .invalidConfiguration(problem: "\(variable) is no http or https URL", origin: .variable(variable), profile: nil)
        }
        guard parts.userInfo == nil else {
            throw .invalidConfiguration(problem: "\(variable) holds a user name", origin: .variable(variable), profile: nil)
        }
        guard parts.scheme == "https" || parts.isLoopback || Self.plainHosts.contains(parts.host) else {
            throw .invalidConfiguration(
                problem: "\(variable) may use plain http only for this machine and the container endpoints, not for \(parts.host)",
                origin: .variable(variable), profile: nil)
        }
        return full
    }

    /// A path that begins with a slash leaves the host alone, which the token is sent to.
    private static func url(path: String) throws(CredentialError) -> String {
        let url = "http://169.254.170.2" + path
        guard path.hasPrefix("/"), EndpointURL(url) != nil else {
            let variable = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
            throw .invalidConfiguration(
                problem: "\(variable) has to be a path that begins with /", origin: .variable(variable), profile: nil)
        }
        return url
    }

    private func token() throws(CredentialError) -> String? {
        guard let path = context.environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] else {
            let variable = "AWS_CONTAINER_AUTHORIZATION_TOKEN"
            try HeaderText.check(context.environment[variable], variable)
            return context.environment[variable]
        }
        let token: String
        do {
            token = try LocalFile.text(at: context.environment.expanded(path)).trimmed
        } catch {
            throw .unusableFile(purpose: "The container's authorization token", path: path, problem: error.words)
        }
        try HeaderText.check(token, "The container's authorization token in \(path)")
        return token
    }
}
