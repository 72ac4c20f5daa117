internal import FoundationEssentials
internal import Runtime

/// Credentials for a web identity token in a file, from the environment or a profile.
///
/// Source: AWS SDKs and Tools reference guide, "Assume role credential provider", web identity.
struct WebIdentityCredentials: Sendable {
    let context: CredentialContext
    /// Whether `AWS_WEB_IDENTITY_TOKEN_FILE` and its like count; not after `--profile`, nor for a source profile.
    let readsEnvironment: Bool

    /// The role's credentials; nil when no token file is named. The file is read anew each time.
    func credentials(profile: String) async throws(CredentialError) -> Credentials? {
        guard let file = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file", profile) else { return nil }
        guard let arn = value("AWS_ROLE_ARN", "role_arn", profile) else {
            throw .incomplete(
                missing: "role_arn or AWS_ROLE_ARN", present: "web_identity_token_file", origin: file.origin, profile: profile)
        }
        let path = context.environment.expanded(file.value)
        let token: String
        do {
            token = try LocalFile.text(at: path).trimmed
        } catch {
            throw .unusableFile(purpose: "The web identity token", path: path, problem: error.words)
        }
        guard !token.isEmpty else { throw .unusableFile(purpose: "The web identity token", path: path, problem: "it is empty") }
        return try await assume(arn.value, token: token, profile: profile)
    }

    private func assume(_ arn: String, token: String, profile: String) async throws(CredentialError) -> Credentials {
        let session =
            value("AWS_ROLE_SESSION_NAME", "role_session_name", profile)?.value
            ?? "scanconfig-\(Int(context.time.now().timeIntervalSince1970))"
        let source = "role \(arn) by web identity"
        let request = STSRequest.make(
            "AssumeRoleWithWebIdentity", [("RoleArn", arn), ("RoleSessionName", session), ("WebIdentityToken", token)])
        let body = try await context.call(try context.client(.sts, credentials: nil), request, source: source)
        return try STSReply.credentials(body, source: source)
    }

    private func value(_ variable: String, _ key: String, _ profile: String) -> Sourced<String>? {
        if readsEnvironment, let value = context.environment[variable] { return Sourced(value, .variable(variable)) }
        return context.value(key, in: profile)
    }
}
