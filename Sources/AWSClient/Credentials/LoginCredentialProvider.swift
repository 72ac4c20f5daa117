internal import Crypto
internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import Logging
internal import Runtime

/// Credentials of a session begun with `aws login`, refreshed with proof of the session's key.
///
/// Source: AWS SDKs and Tools reference guide, "Login credentials provider"; RFC 9449 (DPoP).
struct LoginCredentialProvider: CredentialProvider {
    let context: CredentialContext
    /// The session's ARN, as `login_session` has it.
    let session: String

    /// Seconds before the end at which a session is refreshed.
    static let window: Double = 300

    /// The session's credentials. Those that cannot be refreshed are still tried as long as no service has confirmed this machine's clock.
    func credentials() async throws(CredentialError) -> Credentials {
        let document = try await load()
        let source = "aws login, profile \(context.profile)"
        guard let token = document["accessToken"] else {
            throw .unusableFile(
                purpose: Self.purpose, path: context.environment.abbreviated(path), problem: "accessToken is missing")
        }
        let kept = try CredentialDocument.credentials(token, .login, source: source)
        let remaining = kept.expiration.map { $0.timeIntervalSince(context.now) } ?? .infinity
        if remaining > Self.window { return kept }
        let answer: JSONValue
        do throws(CredentialError) {
            answer = try await refresh(document, source: source)
        } catch {
            guard !context.clock.isChecked, error != .cancelled else { throw error }
            return kept
        }
        let updated = updated(document, with: answer)
        save(updated)
        return try CredentialDocument.credentials(updated["accessToken"] ?? .null, .login, source: source)
    }

    static let purpose = "The session of aws login"

    private func load() async throws(CredentialError) -> JSONValue {
        do {
            if let document = try await context.document(at: path) { return document }
        } catch {
            if error == .missing { throw .loginNeeded(profile: context.profile, problem: "nobody has signed in with aws login yet") }
            throw .unusableFile(purpose: Self.purpose, path: context.environment.abbreviated(path), problem: error.phrase)
        }
        throw .unusableFile(purpose: Self.purpose, path: context.environment.abbreviated(path), problem: "it is not JSON")
    }

    private func refresh(_ document: JSONValue, source: String) async throws(CredentialError) -> JSONValue {
        guard let id = document["clientId"], let refresh = document["refreshToken"], let pem = document["dpopKey"]?.string else {
            throw .loginNeeded(profile: context.profile, problem: "the aws login session has ended and cannot be refreshed")
        }
        let client = try context.client(.signin, credentials: nil)
        let url = (try? client.endpoint.get().url(of: "/v1/token")) ?? ""
        guard let proof = DPoPProof(pem: pem, method: "POST", url: url, date: context.now, id: context.random.identifier()) else {
            throw .loginNeeded(profile: context.profile, problem: "the key of the aws login session cannot be read")
        }
        let form = JSONValue.object(["clientId": id, "refreshToken": refresh, "grantType": .string("refresh_token")])
        let request = OperationRequest(
            name: "CreateOAuth2Token", path: "/v1/token", headers: [.dpop: proof.text], body: form.json,
            secrets: [refresh.string].compactMap(\.self))
        let body: [UInt8]
        do {
            body = try await client.send(request).body
        } catch {
            if let refusal = error.serviceError, [401, 403].contains(refusal.status) {
                throw .loginNeeded(profile: context.profile, problem: Self.reason(of: refusal))
            }
            throw CredentialError(error, source: source)
        }
        guard let answer = JSONValue(bytes: body), answer["accessToken"] != nil else {
            throw .malformedResponse(source: source, problem: "accessToken is missing")
        }
        return answer
    }

    /// Why a session was not refreshed, by the member `error` of the refusal.
    private static func reason(of refusal: ServiceError) -> String {
        switch refusal.reason {
        case "TOKEN_EXPIRED", nil: "the aws login session has ended"
        case "USER_CREDENTIALS_CHANGED": "the password or another credential of the user was changed, which ended the aws login session"
        case "INSUFFICIENT_PERMISSIONS":
            "the user lacks the permission to refresh the aws login session (signin:CreateOAuth2Token)"
        case let reason?: "the aws login session was refused: \(reason)"
        }
    }

    private func updated(_ document: JSONValue, with answer: JSONValue) -> JSONValue {
        guard case .object(var members) = document, case .object(var token)? = answer["accessToken"] else { return document }
        let end = context.now.addingTimeInterval(answer["expiresIn"]?.number ?? 0)
        token["expiresAt"] = .string(WireDate.iso8601(end))
        if let account = document["accessToken"]?["accountId"] { token["accountId"] = account }
        members["accessToken"] = .object(token)
        if let refresh = answer["refreshToken"] { members["refreshToken"] = refresh }
        return .object(members)
    }

    private func save(_ document: JSONValue) {
        do {
            try LocalFile.writePrivately(document.json, to: path)
        } catch {
            context.logger.warning("the refreshed session was not kept: \(error.phrase)")
        }
    }

    var path: String {
        let folder = context.environment.path("AWS_LOGIN_CACHE_DIRECTORY", standard: "~/.aws/login/cache")
        let key = Hex.encode(SHA256.hash(data: Data(session.utf8)))
        return folder + "/\(key).json"
    }
}

/// A proof of possession of a key for one request: a JWT signed with ES256.
///
/// Source: RFC 9449, section 4.2; RFC 7515; RFC 7518, section 3.4.
struct DPoPProof: Sendable {
    /// The compact form, for the `DPoP` header.
    let text: String

    /// Proves that the sender of a request holds a P-256 key; nil when the PEM text holds none.
    init?(pem: String, method: String, url: String, date: Date, id: String) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
        let point = Array(key.publicKey.rawRepresentation)
        let jwk: [String: JSONValue] = [
            "kty": .string("EC"), "crv": .string("P-256"), "x": .string(Base64URL.encode(point[..<32])),
            "y": .string(Base64URL.encode(point[32...])),
        ]
        let header = JSONValue.object(["typ": .string("dpop+jwt"), "alg": .string("ES256"), "jwk": .object(jwk)])
        let claims = JSONValue.object([
            "htm": .string(method), "htu": .string(url), "jti": .string(id),
            "iat": .integer(Int(date.timeIntervalSince1970.rounded(.down))),
        ])
        let input = Base64URL.encode(header.json) + "." + Base64URL.encode(claims.json)
        guard let signature = try? key.signature(for: Data(input.utf8)) else { return nil }
        text = input + "." + Base64URL.encode(signature.rawRepresentation)
    }
}
