internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import Logging
internal import Runtime
internal import TextSafety

/// Credentials of the instance role.
struct InstanceMetadataCredentialProvider: CredentialProvider {
    let context: CredentialContext

    private static let source = "instance metadata"
    private static let path = "latest/meta-data/iam/security-credentials/"

    /// - Throws: ``CredentialError/notFound(profile:lookedAt:)`` when there is no such service here, or the instance has no role.
    func credentials() async throws(CredentialError) -> Credentials {
        let absent = CredentialError.notFound(profile: context.profile, lookedAt: [Self.source])
        let service = try InstanceMetadata(context)
        guard let proof = try await service.token(),
            let role = try await service.text(at: Self.path, proof, isUsable: { !$0.isEmpty })?.trimmed
        else { throw absent }
        let name = try Self.roleName(role)
        guard let text = try await service.text(at: Self.path + name, proof, isUsable: { JSONValue(python: Array($0.utf8)) != nil }) else {
            throw .malformedResponse(source: Self.source, problem: "role \(name) has no credentials")
        }
        return try read(text, role: name)
    }

    /// The first line of an answer, which goes on as a part of a path: an IAM role's name as IAM allows it.
    private static func roleName(_ answer: String) throws(CredentialError) -> String {
        let name = answer.split(whereSeparator: { $0.isNewline }).first.map(String.init) ?? answer
        let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+=,.@-".contains($0)) }
        guard isName, name.count <= 128, name != ".", name != ".." else {
            throw .malformedResponse(source: source, problem: "its answer is no role's name")
        }
        return name
    }

    private func read(_ text: String, role: String) throws(CredentialError) -> Credentials {
        let source = "\(Self.source), role \(role)"
        guard let document = JSONValue(python: Array(text.utf8)) else {
            throw .malformedResponse(source: source, problem: "it answered without JSON")
        }
        let missing = ["AccessKeyId", "SecretAccessKey", "Token", "Expiration"].filter { document[$0] == nil }
        if !missing.isEmpty, let code = document["Code"]?.string, code != "Success" {
            throw .refused(source: source, status: 200, code: code, message: document["Message"]?.string)
        }
        guard missing.isEmpty else { throw .malformedResponse(source: source, problem: "\(missing.enumerated) is missing") }
        return extended(try CredentialDocument.credentials(document, .metadata, source: source))
    }

    /// Credentials that end soon may be used for longer: the instance's service is then late with new ones, and other services know.
    private func extended(_ found: Credentials) -> Credentials {
        let soon = context.now.addingTimeInterval(900)
        guard let expiration = found.expiration, expiration < soon else { return found }
        return Credentials(
            accessKeyId: found.accessKeyId, secretAccessKey: found.secretAccessKey, sessionToken: found.sessionToken, expiration: soon,
            source: found.source)
    }
}

/// The instance metadata service, version 2; version 1 where that gives no token, unless it is disabled.
///
/// Source: AWS CLI version 2; Amazon EC2 user guide, "Use IMDSv2".
struct InstanceMetadata: Sendable {
    private let base: String
    /// For one request.
    private let limit: Duration
    private let attempts: Int
    private let needsToken: Bool
    private let transport: any HTTPTransport
    private let logger: Logger

    /// What makes a request acceptable: the field of version 2, or nothing.
    typealias Proof = HTTPFields

    init(_ context: CredentialContext) throws(CredentialError) {
        let sources = SettingSources(
            environment: context.environment, section: context.files.profile(context.settings.profile) ?? SharedFileSection(),
            profile: context.settings.profile)
        do throws(SettingsError) {
            try self.init(sources, transport: context.transport, logger: context.logger)
        } catch {
            throw .settings(error)
        }
    }

    /// Reads the settings of instance metadata, and makes no call.
    init(_ sources: SettingSources, transport: any HTTPTransport, logger: Logger) throws(SettingsError) {
        let seconds = try sources.positive("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout") ?? 1
        limit = .seconds(seconds)
        attempts = try sources.positive("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts") ?? 1
        needsToken = sources.flag("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled")
        base = try Self.base(sources)
        self.transport = transport
        self.logger = logger
    }

    private static func base(_ sources: SettingSources) throws(SettingsError) -> String {
        let setting = "ec2_metadata_service_endpoint"
        let mode = sources.closed(["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"], setting + "_mode")
        if let mode, !["ipv4", "ipv6"].contains(mode.value.lowercased()) {
            throw .invalidValue(setting: setting + "_mode", value: mode.value, origin: mode.origin, expected: "ipv4 or ipv6")
        }
        guard let custom = sources.first(["AWS_EC2_METADATA_SERVICE_ENDPOINT"], setting) else {
            let isVersion6 = mode.map { $0.value.lowercased() == "ipv6" } ?? sources.flag("AWS_IMDS_USE_IPV6", "imds_use_ipv6")
            return isVersion6 ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/"
        }
        let url = EndpointURL(custom.value)
        guard let url, url.problem == nil, url.query == nil else {
            let problem = url.map { $0.problem ?? "it holds a query" } ?? "it is not an http or https URL"
            throw .invalidEndpoint(url: EndpointURL.withoutUser(custom.value), origin: custom.origin, problem: problem)
        }
        return url.normalized.hasSuffix("/") ? url.normalized : url.normalized + "/"
    }

    /// What to send with each request: a token, or nothing where version 1 has to do. nil when the service refuses the request for one.
    func token() async throws(CredentialError) -> Proof? {
        let lifetime: HTTPFields = [.metadataTokenLifetime: "21600"]
        for _ in 0..<attempts {
            guard let reply = try await reply("PUT", "latest/api/token", lifetime) else { continue }
            if reply.status == 200 {
                let token = String(decoding: reply.body, as: UTF8.self).trimmed
                try HeaderText.check(token, "The session token from instance metadata")
                return [.metadataToken: token]
            }
            if reply.status == 400 { return nil }
            if [403, 404, 405].contains(reply.status) { break }
        }
        if needsToken { throw .malformedResponse(source: "instance metadata", problem: "it gives no token, and version 1 is disabled") }
        return [:]
    }

    /// The text of a reply of status 200 that can be used; nil when there is none in as many attempts as are set.
    func text(at path: String, _ proof: Proof, isUsable: (String) -> Bool) async throws(CredentialError) -> String? {
        for _ in 0..<attempts {
            guard let reply = try await reply("GET", path, proof), reply.status == 200 else { continue }
            let text = String(decoding: reply.body, as: UTF8.self)
            if isUsable(text) { return text }
        }
        return nil
    }

    /// The region of this instance; nil when there is no such service, or it does not say.
    func region() async -> String? {
        let path = "latest/meta-data/placement/availability-zone/"
        guard let proof = (try? await token()) ?? nil, let zone = (try? await text(at: path, proof) { !$0.isEmpty }) ?? nil else {
            return nil
        }
        return String(zone.trimmed.dropLast())
    }

    private func reply(_ method: String, _ path: String, _ headers: HTTPFields) async throws(CredentialError) -> TransportResponse? {
        do {
            let response = try await transport.send(TransportRequest(method: method, url: base + path, headers: headers), deadline: limit)
            logger.debug("instance metadata answered with status \(response.status)")
            return response
        } catch {
            if error.kind == .cancelled { throw .cancelled }
            logger.debug("instance metadata did not answer: \(error.kind)")
            return nil
        }
    }
}
