internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import Runtime
internal import TextSafety

/// The variable that names the endpoint of a container's credentials.
enum ContainerEndpoint: Sendable {
    /// `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`, a path at the container agent; it wins.
    case relative(String)
    /// `AWS_CONTAINER_CREDENTIALS_FULL_URI`.
    case full(String)

    private static let (relativeName, fullName) = ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
    private static let plainHosts: Set<String> = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"]

    /// nil when neither variable is set.
    init?(_ environment: Environment) {
        if let path = environment[Self.relativeName] {
            self = .relative(path)
        } else if let url = environment[Self.fullName] {
            self = .full(url)
        } else {
            return nil
        }
    }

    /// The URL, checked: the token is sent to no other host than the one that is meant.
    func url() throws(CredentialError) -> String {
        switch self {
        case .relative(let path): try Self.url(path: path)
        case .full(let url): try Self.checked(url)
        }
    }

    /// A path that begins with a slash cannot change the host.
    private static func url(path: String) throws(CredentialError) -> String {
        let url = "http://169.254.170.2" + path
        guard path.hasPrefix("/"), EndpointURL(url) != nil else { throw problem(relativeName, "has to be a path that begins with /") }
        return url
    }

    private static func checked(_ url: String) throws(CredentialError) -> String {
        guard let parts = EndpointURL(url) else { throw problem(fullName, "is not an http or https URL") }
        guard parts.userInfo == nil else { throw problem(fullName, "holds a user name") }
        guard parts.scheme == "https" || parts.isLoopback || plainHosts.contains(parts.host) else {
            throw problem(fullName, "may use plain http only for this machine and the container endpoints, not for \(parts.host)")
        }
        return url
    }

    private static func problem(_ variable: String, _ words: String) -> CredentialError {
        .invalidConfiguration(problem: "\(variable) \(words)", origin: .variable(variable), profile: nil)
    }
}

/// Credentials of a container task (ECS) or pod (EKS) from its local endpoint, which knows neither signatures nor regions.
///
/// Source: AWS SDKs and Tools reference guide, "Container credential provider".
struct ContainerCredentialProvider: CredentialProvider {
    let context: CredentialContext
    let endpoint: ContainerEndpoint

    private static let source = "the container endpoint"
    private static let attempts = 3
    /// For one attempt.
    private static let limit: Duration = .seconds(2)

    func credentials() async throws(CredentialError) -> Credentials {
        let url = try endpoint.url()
        var headers: HTTPFields = [.accept: "application/json"]
        headers[.authorization] = try token()
        let document = try await get(TransportRequest(method: "GET", url: url, headers: headers))
        return try CredentialDocument.credentials(document, .metadata, source: Self.source)
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
            throw .unusableFile(purpose: "The container's authorization token", path: path, problem: error.phrase)
        }
        try HeaderText.check(token, "The container's authorization token in \(path)")
        return token
    }

    /// The document of a reply of status 200. After any other answer, or none at all, it is asked again.
    private func get(_ request: TransportRequest) async throws(CredentialError) -> JSONValue {
        var attempt = 1
        while true {
            let failure: CredentialError
            switch await exchange(request) {
            case .success(let reply) where reply.status == 200:
                if let document = JSONValue(python: reply.body) { return document }
                failure = .malformedResponse(source: Self.source, problem: "it answered without JSON")
            case .success(let reply): failure = Self.refusal(reply, of: request)
            case .failure(let error): failure = error
            }
            guard attempt < Self.attempts, failure != .cancelled else { throw failure }
            attempt += 1
            try await pause()
        }
    }

    private func exchange(_ request: TransportRequest) async -> Result<TransportResponse, CredentialError> {
        do {
            return .success(try await context.transport.send(request, deadline: Self.limit))
        } catch {
            return .failure(error.kind == .cancelled ? .cancelled : .unreachable(source: Self.source, error))
        }
    }

    private static func refusal(_ response: TransportResponse, of request: TransportRequest) -> CredentialError {
        .refused(
            source: source, status: response.status, code: "status \(response.status)",
            message: Excerpt.cleaned(SentSecrets(request.headers).hidden(in: response.body)))
    }

    private func pause() async throws(CredentialError) {
        do {
            try await context.time.sleep(.seconds(1))
        } catch {
            throw .cancelled
        }
    }
}
