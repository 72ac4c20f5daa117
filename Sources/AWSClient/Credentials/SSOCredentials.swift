internal import FoundationEssentials
internal import JSON

/// Credentials of a permission set of IAM Identity Center, by the token that `aws sso login` left behind.
///
/// Source: AWS SDKs and Tools reference guide, "IAM Identity Center credential provider".
struct SSOCredentials: Sendable {
    let context: CredentialContext

    /// The permission set's credentials; nil when the profile names neither account nor role of IAM Identity Center.
    func credentials(profile: String) async throws(CredentialError) -> Credentials? {
        guard let sso = try SSOSettings(profile: profile, context: context) else { return nil }
        let token = try await SSOToken(context: context, settings: sso).accessToken()
        let source = "IAM Identity Center, role \(sso.roleName) of account \(sso.accountId), profile \(profile)"
        let request = OperationRequest(
            name: "GetRoleCredentials", method: "GET", path: "/federation/credentials",
            query: [("role_name", sso.roleName), ("account_id", sso.accountId)], headers: ["x-amz-sso_bearer_token": token])
        let client = try context.client(.sso, credentials: nil, region: sso.region)
        let body: [UInt8]
        do {
            body = try await client.send(request).body
        } catch {
            if let refusal = error.serviceError, refusal.status == 401 {
                throw .ssoSignInNeeded(profile: profile, problem: "IAM Identity Center no longer accepts the session")
            }
            throw CredentialError(error, source: source)
        }
        guard let document = JSONValue(bytes: body)?["roleCredentials"] else {
            throw .malformedReply(source: source, problem: "roleCredentials is missing")
        }
        return try CredentialDocument.credentials(document, .portal, source: source)
    }
}
