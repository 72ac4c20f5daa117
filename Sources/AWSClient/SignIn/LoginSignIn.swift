internal import Crypto
internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import Logging
internal import Runtime

/// Signs in as `aws login --remote` does: a person signs in to the console in a browser and brings back a code.
///
/// Source: RFC 7636 (PKCE); RFC 9449 (DPoP); the behaviour of AWS CLI version 2.
struct LoginSignIn: Sendable {
    let context: CredentialContext
    /// The session's ARN, as `login_session` has it.
    let session: String

    static let clientId = "arn:aws:signin:::devtools/cross-device"
    private static let source = "aws login, asked to sign in,"

    func run(_ dialog: any SignInDialog) async throws(CredentialError) {
        let client = try context.client(.signin, credentials: nil)
        let url: String
        do { url = try client.endpoint.get().url(of: "/v1/token") } catch { throw .settings(error) }
        let base = Self.origin(of: url)
        let (key, verifier, state) = (P256.Signing.PrivateKey(), Self.verifier(), context.random.identifier())
        let redirect = "\(base)/v1/sessions/confirmation"
        await dialog.show(SignInPage(profile: context.profile, url: Self.address(base, redirect, state: state, verifier: verifier)))
        guard let given = await dialog.authorizationCode(), !given.isEmpty else { throw needed("no authorization code was given") }
        guard let code = AuthorizationCode(given) else { throw needed("what was given is not the authorization code of the page") }
        guard code.state == state else { throw needed("the authorization code belongs to another sign-in") }
        let answer = try await token(code.code, verifier, redirect, key, url: url, client)
        try keep(answer, key)
    }

    private func needed(_ problem: String) -> CredentialError { .loginNeeded(profile: context.profile, problem: problem) }

    /// The page to sign in on.
    static func address(_ base: String, _ redirect: String, state: String, verifier: String) -> String {
        let query = [
            ("response_type", "code"), ("client_id", clientId), ("state", state), ("code_challenge_method", "SHA-256"), ("scope", "openid"),
            ("redirect_uri", redirect), ("code_challenge", Base64URL.encode(SHA256.hash(data: Data(verifier.utf8)))),
        ]
        return "\(base)/v1/authorize?" + query.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    }

    /// 64 random characters of those that RFC 7636 allows.
    private static func verifier() -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return String((0..<64).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }

    /// Scheme, host and port.
    private static func origin(of url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.prefix(3).joined(separator: "/")
    }

    private func token(
        _ code: String, _ verifier: String, _ redirect: String, _ key: P256.Signing.PrivateKey, url: String, _ client: ServiceClient
    ) async throws(CredentialError) -> JSONValue {
        guard let proof = DPoPProof(pem: SEC1Key.pem(key), method: "POST", url: url, date: context.now, id: context.random.identifier())
        else { throw needed("the key of the session could not be made") }
        let form = JSONValue.object([
            "clientId": .string(Self.clientId), "grantType": .string("authorization_code"), "code": .string(code),
            "codeVerifier": .string(verifier), "redirectUri": .string(redirect),
        ])
        let request = OperationRequest(
            name: "CreateOAuth2Token", path: "/v1/token", headers: [.dpop: proof.text], body: form.json, secrets: [code, verifier])
        let body: [UInt8]
        do throws(CallError) {
            body = try await client.send(request).body
        } catch {
            guard let refusal = error.serviceError, [401, 403].contains(refusal.status) else {
                throw CredentialError(error, source: Self.source)
            }
            throw needed(Self.reason(of: refusal))
        }
        guard let answer = JSONValue(bytes: body) else { throw .malformedResponse(source: Self.source, problem: "it is not JSON") }
        return answer
    }

    private static func reason(of refusal: ServiceError) -> String {
        switch refusal.reason {
        case "AUTHCODE_EXPIRED": "the authorization code has expired"
        case "INSUFFICIENT_PERMISSIONS": "the user lacks the permission to sign in here (signin:CreateOAuth2Token)"
        case let reason?: "the authorization code was refused: \(reason)"
        case nil: "the authorization code was refused: \(refusal.code)"
        }
    }

    /// Keeps the session, if it is the one that the profile names.
    private func keep(_ answer: JSONValue, _ key: P256.Signing.PrivateKey) throws(CredentialError) {
        guard case .object(var token)? = answer["accessToken"], let idToken = answer["idToken"]?.string,
            let subject = Self.subject(of: idToken), let refresh = answer["refreshToken"]
        else { throw .malformedResponse(source: Self.source, problem: "accessToken, idToken or refreshToken is missing") }
        guard subject == session else {
            throw needed("this was a sign-in as \(subject), and the profile is for \(session); nothing was kept")
        }
        let end = context.now.addingTimeInterval(answer["expiresIn"]?.number ?? 0)
        token["expiresAt"] = .string(WireDate.iso8601(end))
        let parts = subject.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count > 4 { token["accountId"] = .string(String(parts[4])) }
        let document = JSONValue.object([
            "accessToken": .object(token),
            "tokenType": answer["tokenType"] ?? .string("urn:aws:params:oauth:token-type:access_token_sigv4"),
            "clientId": .string(Self.clientId), "refreshToken": refresh, "idToken": .string(idToken), "dpopKey": .string(SEC1Key.pem(key)),
        ])
        let provider = LoginCredentialProvider(context: context, session: session)
        do {
            try LocalFile.writePrivately(document.json, to: provider.path)
        } catch {
            throw .unusableFile(
                purpose: LoginCredentialProvider.purpose, path: context.environment.abbreviated(provider.path),
                problem: "it was not written: \(error.phrase)")
        }
    }

    /// The ARN for which a JSON Web Token was issued; its signature is the service's to check.
    private static func subject(of token: String) -> String? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Base64URL.decode(String(parts[1])) else { return nil }
        return JSONValue(bytes: payload)?["sub"]?.string
    }
}

/// What a person copies from the page: base64 of `state=…&code=…`.
struct AuthorizationCode: Equatable, Sendable {
    let state: String
    let code: String

    init?(_ text: String) {
        guard let bytes = Base64URL.decode(text.filter { !$0.isWhitespace }) else { return nil }
        let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        func value(_ name: String) -> String? {
            pairs.first { $0.count == 2 && $0[0] == name }.map {
                String(decoding: PercentEncoding.decode($0[1].replacing("+", with: " ")), as: UTF8.self)
            }
        }
        guard let state = value("state"), let code = value("code") else { return nil }
        (self.state, self.code) = (state, code)
    }
}
