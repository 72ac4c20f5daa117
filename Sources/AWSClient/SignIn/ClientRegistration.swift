internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// This program as IAM Identity Center knows it, for one start URL: kept where AWS CLI version 2 keeps its own, which may be used too.
struct ClientRegistration: Equatable, Sendable {
    let id: String
    let secret: String
    /// When it ends, ISO 8601.
    let expiresAt: String

    /// Seconds that a registration has to last.
    private static let window: Double = 900

    /// The registration that is kept; nil when there is none, it ends soon, or it is for another way to sign in.
    static func kept(_ settings: SSOSettings, region: String, _ context: CredentialContext) -> ClientRegistration? {
        let path = path(settings, region: region, context)
        guard let bytes = try? LocalFile.bytes(at: path), let document = JSONValue(python: bytes),
            let id = document["clientId"]?.string, let secret = document["clientSecret"]?.string,
            let expiresAt = document["expiresAt"]?.string, let end = WireDate.parse(expiresAt),
            end.timeIntervalSince(context.now) >= window,
            document["grantTypes"]?.array?.contains(.string("authorization_code")) != true
        else { return nil }
        return ClientRegistration(id: id, secret: secret, expiresAt: expiresAt)
    }

    /// Registers the program, and keeps that.
    static func made(
        _ settings: SSOSettings, region: String, client: ServiceClient, _ context: CredentialContext
    ) async throws(CredentialError) -> ClientRegistration {
        var body: [String: JSONValue] = [
            "clientName": .string("scanconfig-\(settings.session ?? String(Int(context.now.timeIntervalSince1970)))"),
            "clientType": .string("public"),
        ]
        if !settings.scopes.isEmpty { body["scopes"] = .array(settings.scopes.map(JSONValue.string)) }
        let request = OperationRequest(name: "RegisterClient", path: "/client/register", body: JSONValue.object(body).json)
        let answer = JSONValue(bytes: try await context.call(client, request, source: Self.source))
        guard let id = answer?["clientId"]?.string, let secret = answer?["clientSecret"]?.string,
            let end = answer?["clientSecretExpiresAt"]?.number
        else { throw .malformedResponse(source: Self.source, problem: "clientId, clientSecret or clientSecretExpiresAt is missing") }
        let made = ClientRegistration(id: id, secret: secret, expiresAt: WireDate.iso8601(Date(timeIntervalSince1970: end)))
        made.keep(settings, region: region, context)
        return made
    }

    static let source = "IAM Identity Center, asked to sign in,"

    private func keep(_ settings: SSOSettings, region: String, _ context: CredentialContext) {
        var document: [String: JSONValue] = [
            "clientId": .string(id), "clientSecret": .string(secret), "expiresAt": .string(expiresAt),
        ]
        if !settings.scopes.isEmpty { document["scopes"] = .array(settings.scopes.map(JSONValue.string)) }
        do {
            try LocalFile.writePrivately(JSONValue.object(document).json, to: Self.path(settings, region: region, context))
        } catch {
            context.logger.warning("the registration with IAM Identity Center was not kept: \(error.phrase)")
        }
    }

    /// The file is named for the SHA-1 of what a registration depends on, as Python's `json.dumps` writes it.
    private static func path(_ settings: SSOSettings, region: String, _ context: CredentialContext) -> String {
        let scopes = settings.scopes.isEmpty ? "null" : "[\(settings.scopes.map(PythonJSON.quoted).joined(separator: ", "))]"
        let session = settings.session.map(PythonJSON.quoted) ?? "null"
        let text =
            "{\"region\": \(PythonJSON.quoted(region)), \"scopes\": \(scopes), \"session_name\": \(session), "
            + "\"startUrl\": \(PythonJSON.quoted(settings.startURL)), \"tool\": \"botocore\"}"
        let key = Hex.encode(Insecure.SHA1.hash(data: Data(text.utf8)))
        return context.environment.expanded("~/.aws/sso/cache/\(key).json")
    }
}
