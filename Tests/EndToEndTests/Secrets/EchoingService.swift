import Foundation
import TestSupport

@testable import AWSClient

/// Plays every service and metadata endpoint at once, and at some point answers with the request it got, in one of many ways.
struct EchoingService: Sendable {
    /// How the request comes back.
    enum Echo: String, CaseIterable, Sendable {
        /// In the message of a JSON error, escaped as little as possible, as much as possible, and by a service of the query protocol.
        case message, escapedMessage, xml
        /// As a page of a proxy, with a status that says so or does not.
        case errorPage, page
        /// In the error's name and the request's id.
        case fields
    }

    /// Which calls are answered with an echo.
    enum Victim: String, CaseIterable, Sendable {
        case credentials, service
    }

    /// Every echo of a call for credentials where there is one, and of a call of the service otherwise, with one of the service besides.
    static func all(callsForCredentials: Bool) -> [EchoingService] {
        let all = Echo.allCases.map { EchoingService(echo: $0, victim: callsForCredentials ? .credentials : .service) }
        return callsForCredentials ? all + [EchoingService(echo: .escapedMessage, victim: .service)] : all
    }

    let echo: Echo
    let victim: Victim

    /// What is done with a request.
    func respond(_ request: String) -> LoopbackServer.Action {
        let isForCredentials = Self.isForCredentials(request)
        if isForCredentials == (victim == .credentials) { return echoed(request) }
        return isForCredentials ? Self.credentials(request) : LoopbackServer.ok("{}")
    }

    private static func isForCredentials(_ request: String) -> Bool {
        ["/metadata/", "/latest/", "/federation/", "/token", "Action=AssumeRole"].contains(where: request.contains)
    }

    private func echoed(_ request: String) -> LoopbackServer.Action {
        let message = "you sent " + request
        switch echo {
        case .message: return Self.answer(400, SecretSetup.json(["__type": "ValidationException", "message": message]))
        case .escapedMessage: return Self.answer(403, "{\"__type\":\"AccessDeniedException\",\"message\":\"\(Self.escaped(message))\"}")
        case .xml:
            let text = message.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            return Self.answer(400, "<E><Error><Code>InvalidInput</Code><Message>\(text)</Message></Error></E>", type: "text/xml")
        case .errorPage: return Self.answer(502, message, type: "text/plain")
        case .page: return Self.answer(200, message, type: "text/plain")
        case .fields:
            let line = message.replacing("\r\n", with: " ")
            return Self.answer(400, "{}", fields: "x-amzn-errortype: \(line)\r\nx-amzn-requestid: \(line)\r\n")
        }
    }

    /// Every character as `\uXXXX`.
    private static func escaped(_ text: String) -> String {
        text.utf16.map { String(format: "\\u%04x", Int($0)) }.joined()
    }

    private static func credentials(_ request: String) -> LoopbackServer.Action {
        let secret = SecretSetup.secret
        if request.hasPrefix("PUT /latest/api/token") { return answer(200, secret, type: "text/plain") }
        if request.contains("/security-credentials/ ") { return answer(200, "role", type: "text/plain") }
        if request.contains("/v1/token") {
            let token = ["accessKeyId": "AKIDNEW", "secretAccessKey": secret, "sessionToken": secret]
            return answer(200, SecretSetup.json(["accessToken": token, "expiresIn": 900, "refreshToken": secret]))
        }
        if request.contains("/token") { return answer(200, SecretSetup.json(["accessToken": secret, "expiresIn": 3600])) }
        if request.contains("/federation/") {
            let keys: [String: Any] = [
                "accessKeyId": "AKIDSSO", "secretAccessKey": secret, "sessionToken": secret, "expiration": 4_070_908_800_000,
            ]
            return answer(200, SecretSetup.json(["roleCredentials": keys]))
        }
        let escaped = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        if request.contains("Action=") {
            return answer(
                200,
                "<R><AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>\(escaped)</SecretAccessKey><SessionToken>\(escaped)</SessionToken>"
                    + "<Expiration>2099-01-01T00:00:00Z</Expiration></R>", type: "text/xml")
        }
        return answer(
            200,
            SecretSetup.json([
                "Code": "Success", "AccessKeyId": "AKIDMETA", "SecretAccessKey": secret, "Token": secret,
                "Expiration": "2099-01-01T00:00:00Z",
            ]))
    }

    private static func answer(
        _ status: Int, _ body: String, type: String = "application/json", fields: String = ""
    ) -> LoopbackServer.Action {
        .answer("HTTP/1.1 \(status) X\r\ncontent-type: \(type)\r\n\(fields)content-length: \(body.utf8.count)\r\n\r\n\(body)")
    }
}
