internal import FoundationEssentials
internal import Runtime
internal import TextSafety

/// Credentials for a web identity token in a file, from the environment or a profile.
///
/// Source: AWS SDKs and Tools reference guide, "Assume role credential provider", web identity.
struct WebIdentityCredentialProvider: CredentialProvider {
    let context: CredentialContext
    /// The token's file, which is read anew each time.
    let file: Sourced<String>

    func credentials() async throws(CredentialError) -> Credentials {
        guard let arn = context.variable("AWS_ROLE_ARN") ?? context.value("role_arn") else {
            throw .incomplete(
                missing: "role_arn or AWS_ROLE_ARN", present: "web_identity_token_file", origin: file.origin, profile: context.profile)
        }
        let session = context.variable("AWS_ROLE_SESSION_NAME") ?? context.value("role_session_name")
        let source = "role \(arn.value) by web identity"
        let settings = [("RoleArn", arn.value), session.map { ("RoleSessionName", $0.value) }].compactMap(\.self)
        let cache = context.visited.isEmpty ? RoleCache(.role(settings), context: context) : nil
        if let kept = cache?.credentials(source: source) { return kept }
        let name = [("RoleSessionName", context.roleSessionName)]
        let parameters = settings + (session == nil ? name : []) + [("WebIdentityToken", try token())]
        try STSLimits.check(parameters, origin: arn.origin, profile: context.profile)
        let request = STSRequest.make("AssumeRoleWithWebIdentity", parameters)
        let body = try await context.call(try context.client(.sts, credentials: nil), request, source: source)
        let found = try STSReply.credentials(body, source: source)
        cache?.keep(found)
        return found
    }

    private func token() throws(CredentialError) -> String {
        let path = context.environment.expanded(file.value)
        let token: String
        do {
            token = try LocalFile.text(at: path).trimmed
        } catch {
            throw .unusableFile(purpose: "The web identity token", path: path, problem: error.phrase)
        }
        guard !token.isEmpty else { throw .unusableFile(purpose: "The web identity token", path: path, problem: "it is empty") }
        return token
    }
}
