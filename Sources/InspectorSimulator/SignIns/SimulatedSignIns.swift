import AWSClient
import FoundationEssentials
import HTTPTypes
import InspectorCore
import JSON

/// IAM Identity Center's OIDC endpoint and portal, and the endpoint of `aws login`: what they know of sign-ins.
///
/// A browser is ``confirm(_:)`` and ``authorizationCode(for:)``.
package struct SimulatedSignIns: Sendable {
    /// How many questions for a token are answered `authorization_pending` until somebody is taken to have confirmed; nil waits for
    /// ``confirm(_:)``.
    package var confirmedAfter: Int?
    /// How many questions for a token are answered `slow_down` first.
    package var slowDowns = 0
    /// How many seconds a code lasts.
    package var codeLifetime = 600
    /// Seconds between two questions, as the service asks for; nil says nothing.
    package var interval: Int? = 1
    /// How many seconds a token, or a session of `aws login`, lasts.
    package var tokenLifetime = 3600
    /// Whether the person denies the request.
    package var denies = false
    /// Whose session `aws login` begins; nil is the caller's of the first key.
    package var loginSession: String?
    /// How many clients were registered.
    package private(set) var registrations = 0
    /// How many questions for a token were asked.
    package private(set) var questions = 0

    private var clients: [String: String] = [:]
    private var devices: [String: Device] = [:]
    private var codes: [String: LoginCode] = [:]
    private var tokens: Set<String> = []
    private var serial = 0

    private struct Device: Sendable {
        let userCode: String
        let endsAt: Date
        var isConfirmed = false
        var questions = 0
    }

    private struct LoginCode: Sendable {
        let challenge: String
        let redirect: String
    }

    package init() {}
}

extension SimulatedSignIns {
    /// The codes that wait to be confirmed.
    package var pendingCodes: [String] { devices.values.filter { !$0.isConfirmed }.map(\.userCode) }

    /// Somebody confirms a code in a browser.
    package mutating func confirm(_ userCode: String) {
        for code in devices.keys where devices[code]?.userCode == userCode { devices[code]?.isConfirmed = true }
    }

    /// Accepts no client that was registered so far.
    package mutating func forgetClients() { clients = [:] }

    /// Accepts no token that was given so far.
    package mutating func endSessions() { tokens = [] }

    /// What the page of this address shows once somebody has signed in to the console: a code to be pasted. nil for an address of no such page.
    package mutating func authorizationCode(for address: String) -> String? {
        guard let query = address.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        var fields: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { fields[String(parts[0])] = String(decoding: PercentEncoding.decode(parts[1]), as: UTF8.self) }
        }
        guard fields["response_type"] == "code", fields["client_id"] == "arn:aws:signin:::devtools/cross-device",
            fields["code_challenge_method"] == "SHA-256", fields["scope"] == "openid", let state = fields["state"],
            let challenge = fields["code_challenge"], let redirect = fields["redirect_uri"]
        else { return nil }
        let code = next("code")
        codes[code] = LoginCode(challenge: challenge, redirect: redirect)
        return Data("state=\(state)&code=\(code)".utf8).base64EncodedString()
    }

    private mutating func next(_ kind: String) -> String {
        serial += 1
        return "made-up-\(kind)-\(serial)"
    }
}

extension SimulatedSignIns {
    /// The answer to a request of a sign-in; nil for any other request.
    mutating func answer(_ request: ReceivedRequest, key: (_ account: String?) -> SimulatorKey, now: Date) -> Answer? {
        let body = JSONValue(bytes: request.body) ?? .null
        switch (request.method, request.path) {
        case ("POST", "/client/register"): return register(now)
        case ("POST", "/device_authorization"): return begin(body, now)
        case ("POST", "/token"): return token(body, now)
        case ("GET", "/federation/credentials"): return roleCredentials(request, key: key, now: now)
        case ("POST", "/v1/token"): return loginToken(request, body, key: key(nil), now: now)
        default: return nil
        }
    }

    private mutating func register(_ now: Date) -> Answer {
        registrations += 1
        let (id, secret) = (next("client"), next("secret"))
        clients[id] = secret
        return .json(
            JSONValue.object([
                "clientId": .string(id), "clientSecret": .string(secret), "clientIdIssuedAt": .integer(Int(now.timeIntervalSince1970)),
                "clientSecretExpiresAt": .integer(Int(now.timeIntervalSince1970) + 90 * 86_400),
            ]).json)
    }

    private func isKnown(_ body: JSONValue) -> Bool {
        guard let id = body["clientId"]?.string, let secret = clients[id] else { return false }
        return body["clientSecret"]?.string == secret
    }

    private mutating func begin(_ body: JSONValue, _ now: Date) -> Answer {
        guard isKnown(body) else { return .refusal(401, "InvalidClientException", "invalid_client") }
        guard body["startUrl"]?.string != nil else { return .refusal(400, "InvalidRequestException", "invalid_request") }
        let code = next("device")
        let userCode = "WDDD-\(String(serial + 1000).suffix(4))"
        devices[code] = Device(userCode: userCode, endsAt: now.addingTimeInterval(Double(codeLifetime)))
        var answer: [String: JSONValue] = [
            "deviceCode": .string(code), "userCode": .string(userCode), "verificationUri": .string("https://device.sso.example/"),
            "verificationUriComplete": .string("https://device.sso.example/?user_code=\(userCode)"), "expiresIn": .integer(codeLifetime),
        ]
        if let interval { answer["interval"] = .integer(interval) }
        return .json(JSONValue.object(answer).json)
    }

    private mutating func token(_ body: JSONValue, _ now: Date) -> Answer {
        guard isKnown(body) else { return .refusal(401, "InvalidClientException", "invalid_client") }
        if body["grantType"]?.string == "refresh_token" { return tokenAnswer() }
        questions += 1
        guard body["grantType"]?.string == "urn:ietf:params:oauth:grant-type:device_code", let code = body["deviceCode"]?.string,
            var device = devices[code]
        else { return .refusal(400, "InvalidGrantException", "invalid_grant") }
        if now >= device.endsAt { return .refusal(400, "ExpiredTokenException", "expired_token") }
        if denies { return .refusal(400, "AccessDeniedException", "access_denied") }
        device.questions += 1
        devices[code] = device
        if device.questions <= slowDowns { return .refusal(400, "SlowDownException", "slow_down") }
        guard device.isConfirmed || confirmedAfter.map({ device.questions > slowDowns + $0 }) ?? false else {
            return .refusal(400, "AuthorizationPendingException", "authorization_pending")
        }
        devices[code] = nil
        return tokenAnswer()
    }

    private mutating func tokenAnswer() -> Answer {
        let token = next("token")
        tokens.insert(token)
        return .json(
            JSONValue.object([
                "accessToken": .string(token), "tokenType": .string("Bearer"), "expiresIn": .integer(tokenLifetime),
                "refreshToken": .string(next("refresh")),
            ]).json)
    }

    private func roleCredentials(_ request: ReceivedRequest, key: (String?) -> SimulatorKey, now: Date) -> Answer {
        guard let token = request.headers.first(.ssoBearerToken), tokens.contains(token) else {
            return .refusal(401, "UnauthorizedException", "Session token not found or invalid")
        }
        let found = key(request.parameter("account_id"))
        return .json(
            JSONValue.object([
                "roleCredentials": .object([
                    "accessKeyId": .string(found.accessKeyId), "secretAccessKey": .string(found.secretAccessKey),
                    "sessionToken": .string(SimulatorOptions.roleSessionToken),
                    "expiration": .integer((Int(now.timeIntervalSince1970) + 3600) * 1000),
                ])
            ]).json)
    }

    private mutating func loginToken(_ request: ReceivedRequest, _ body: JSONValue, key: SimulatorKey, now: Date) -> Answer {
        guard request.headers.first(.dpop)?.split(separator: ".").count == 3 else {
            return .refusal(400, "ValidationException", "MISSING_PROOF")
        }
        if body["grantType"]?.string == "authorization_code" {
            guard let code = body["code"]?.string, let kept = codes.removeValue(forKey: code), let verifier = body["codeVerifier"]?.string,
                Self.challenge(of: verifier) == kept.challenge, body["redirectUri"]?.string == kept.redirect
            else { return .refusal(403, "AccessDeniedException", "AUTHCODE_EXPIRED") }
        } else if body["refreshToken"]?.string == nil {
            return .refusal(400, "ValidationException", "INVALID_REQUEST")
        }
        let session = loginSession ?? key.callerArn(partition: "aws")
        let claims = Self.base64URL(JSONValue.object(["sub": .string(session)]).json)
        return .json(
            JSONValue.object([
                "accessToken": .object([
                    "accessKeyId": .string(key.accessKeyId), "secretAccessKey": .string(key.secretAccessKey),
                    "sessionToken": .string(SimulatorOptions.roleSessionToken),
                ]),
                "tokenType": .string("urn:aws:params:oauth:token-type:access_token_sigv4"), "expiresIn": .integer(tokenLifetime),
                "refreshToken": .string(next("refresh")), "idToken": .string("e30.\(claims).e30"),
            ]).json)
    }

    private static func challenge(of verifier: String) -> String {
        let digits = Array(FileDigest.sha256(Array(verifier.utf8)))
        return base64URL(stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
    }

    private static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension Answer {
    /// A refusal of OAuth: the exception's name in the header, its word in the member `error`.
    fileprivate static func refusal(_ status: Int, _ code: String, _ word: String) -> Answer {
        var answer = Answer.json(JSONValue.object(["error": .string(word), "message": .string(word)]).json, status: status)
        answer.headers.append(("x-amzn-errortype", code))
        return answer
    }
}
