internal import HTTPTypes
internal import JSON
internal import Logging
internal import Runtime
internal import TextSafety

/// Credentials of the instance role, from instance metadata version 2.
///
/// Source: Amazon EC2 user guide, "Use IMDSv2". Requests take two seconds in all, so that a machine outside EC2 does not hang.
struct InstanceMetadataCredentialProvider: CredentialProvider {
    let context: CredentialContext

    private static let source = "instance metadata"
    private static let path = "/latest/meta-data/iam/security-credentials/"
    private static let budget: Duration = .seconds(2)

    /// - Throws: ``CredentialError/notFound(profile:lookedAt:)`` when there is no such service here, or the instance has no role.
    func credentials() async throws(CredentialError) -> Credentials {
        let absent = CredentialError.notFound(profile: context.profile, lookedAt: [Self.source])
        let base = try base()
        let start = context.time.uptime()
        let lifetime: HTTPFields = [.metadataTokenLifetime: "21600"]
        guard let token = try await answer("PUT", base + "/latest/api/token", lifetime, since: start) else { throw absent }
        try HeaderText.check(token.trimmed, "The session token from \(Self.source)")
        let proof: HTTPFields = [.metadataToken: token.trimmed]
        guard let role = try await answer("GET", base + Self.path, proof, since: start)?.trimmed, !role.isEmpty else { throw absent }
        let name = try Self.roleName(role)
        guard let text = try await answer("GET", base + Self.path + name, proof, since: start) else {
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
        guard let document = JSONValue(bytes: Array(text.utf8)) else {
            throw .malformedResponse(source: source, problem: "it answered without JSON")
        }
        if let code = document["Code"]?.string, code != "Success" {
            throw .refused(source: source, status: 200, code: code, message: document["Message"]?.string)
        }
        return try CredentialDocument.credentials(document, .metadata, source: source)
    }

    private func base() throws(CredentialError) -> String {
        let sources = SettingSources(
            environment: context.environment, section: context.files.profile(context.settings.profile) ?? SharedFileSection(),
            profile: context.settings.profile)
        let mode = sources.first(["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"], "ec2_metadata_service_endpoint_mode")
        guard let custom = sources.first(["AWS_EC2_METADATA_SERVICE_ENDPOINT"], "ec2_metadata_service_endpoint") else {
            return mode?.value.lowercased() == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        }
        guard let url = EndpointURL(custom.value) else {
            throw .invalidConfiguration(
                problem: "the instance metadata endpoint is not an http or https URL", origin: custom.origin, profile: nil)
        }
        if let problem = url.problem {
            throw .invalidConfiguration(problem: "the instance metadata endpoint: \(problem)", origin: custom.origin, profile: nil)
        }
        return url.normalized
    }

    /// The text of a reply of status 200; nil when nobody answers in time, or with another status.
    private func answer(
        _ method: String, _ url: String, _ headers: HTTPFields, since start: Duration
    ) async throws(CredentialError) -> String? {
        let request = TransportRequest(method: method, url: url, headers: headers)
        while true {
            let remaining = Self.budget - (context.time.uptime() - start)
            guard remaining > .milliseconds(50) else { return nil }
            do {
                let response = try await context.transport.send(request, deadline: min(.seconds(1), remaining))
                if response.status == 200 { return String(decoding: response.body, as: UTF8.self) }
                context.logger.debug("instance metadata answered with status \(response.status)")
                return nil
            } catch {
                if error.kind == .cancelled { throw .cancelled }
                context.logger.debug("instance metadata did not answer: \(error.kind)")
                guard error.isTimeout else { return nil }
            }
        }
    }
}
