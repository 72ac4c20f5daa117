internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// The access token of an IAM Identity Center session, kept in the place and form of AWS CLI (`~/.aws/sso/cache`).
struct SSOToken: Sendable {
    let context: CredentialContext
    let settings: SSOSettings

    /// Seconds before the end at which a token is refreshed.
    static let window: Double = 900

    /// A token that is good now; refreshed when it ends soon and the session allows it. By a clock that no service has judged yet none
    /// has ended: the portal says whether it has.
    func accessToken() async throws(CredentialError) -> String {
        let document = try await load()
        guard let token = document["accessToken"]?.string, let end = document["expiresAt"]?.string.flatMap(WireDate.parse) else {
            throw .unusableFile(
                purpose: "The token of IAM Identity Center", path: shownPath, problem: "accessToken or expiresAt is missing")
        }
        try HeaderText.check(token, "The token of IAM Identity Center in \(shownPath)")
        let remaining = end.timeIntervalSince(context.now)
        if remaining < Self.window, settings.session != nil, let fresh = try await refreshed(document, isNeeded: remaining <= 0) {
            return fresh
        }
        guard remaining > 0 || !context.clock.isChecked else {
            throw .ssoSignInNeeded(profile: settings.profile, problem: "the IAM Identity Center session has expired")
        }
        return token
    }

    private func load() async throws(CredentialError) -> JSONValue {
        do {
            if let document = try await context.document(at: path) { return document }
        } catch {
            guard error == .missing else {
                throw .unusableFile(purpose: "The token of IAM Identity Center", path: shownPath, problem: error.phrase)
            }
            throw .ssoSignInNeeded(profile: settings.profile, problem: "nobody has signed in to IAM Identity Center yet")
        }
        throw .unusableFile(purpose: "The token of IAM Identity Center", path: shownPath, problem: "it is not JSON")
    }

    /// A new token by the refresh token; nil when there is none, or the service declines.
    /// - Parameter isNeeded: whether the old one has ended, so that a service which cannot be reached is an error.
    private func refreshed(_ document: JSONValue, isNeeded: Bool) async throws(CredentialError) -> String? {
        let region = try settings.region()
        guard let registration = document["registrationExpiresAt"]?.string.flatMap(WireDate.parse),
            registration > context.now, let id = document["clientId"], let secret = document["clientSecret"],
            let refresh = document["refreshToken"], let client = try? context.client(.ssoOIDC, credentials: nil, region: region)
        else { return nil }
        let body = JSONValue.object([
            "clientId": id, "clientSecret": secret, "grantType": .string("refresh_token"), "refreshToken": refresh,
        ])
        let request = OperationRequest(
            name: "CreateToken", path: "/token", body: body.json, secrets: [secret, refresh].compactMap(\.string))
        let reply: OperationResponse
        do {
            reply = try await client.send(request)
        } catch {
            context.logger.warning("the token of IAM Identity Center was not refreshed: \(error.words)")
            guard isNeeded, error.serviceError == nil else { return nil }
            throw CredentialError(error, source: "IAM Identity Center, asked for a new token,")
        }
        guard let answer = JSONValue(bytes: reply.body),
            let token = answer["accessToken"]?.string, let seconds = answer["expiresIn"]?.number, HeaderText.isSendable(token)
        else {
            context.logger.warning("the token of IAM Identity Center was not refreshed: the answer holds none")
            return nil
        }
        save(answer, over: document, seconds: seconds)
        return token
    }

    private func save(_ answer: JSONValue, over document: JSONValue, seconds: Double) {
        guard case .object(var members) = document else { return }
        members["accessToken"] = answer["accessToken"]
        members["expiresAt"] = .string(WireDate.iso8601(context.now.addingTimeInterval(seconds)))
        if let refresh = answer["refreshToken"] { members["refreshToken"] = refresh }
        do {
            try LocalFile.writePrivately(JSONValue.object(members).json, to: path)
        } catch {
            context.logger.warning("the refreshed token was not kept: \(error.phrase)")
        }
    }

    var path: String {
        let key = Hex.encode(Insecure.SHA1.hash(data: Data((settings.session ?? settings.startURL).utf8)))
        return context.environment.expanded("~/.aws/sso/cache/\(key).json")
    }

    var shownPath: String { context.environment.abbreviated(path) }
}
