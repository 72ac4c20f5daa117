internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// Credentials of roles on disk, in the place and form of AWS CLI version 2 (`~/.aws/cli/cache`): each serves the other, and a code is
/// asked for once a session.
struct RoleCache: Sendable {
    let context: CredentialContext
    private let key: Key

    /// What a role's credentials are kept under.
    struct Key: Sendable {
        /// The call's parameters in JSON, as Python writes them.
        let text: String
        /// The members of the file beside the credentials.
        let members: [String: JSONValue]

        /// A role that is assumed with these parameters, of which a session name made up is none.
        static func role(_ parameters: [(String, String)]) -> Key {
            let members = parameters.sorted { $0.0 < $1.0 }.map { name, value in
                name == "DurationSeconds" ? "\"\(name)\": \(value)" : "\"\(name)\": \(PythonJSON.quoted(value))"
            }
            return Key(text: "{\(members.joined(separator: ", "))}", members: [:])
        }

        /// A role of IAM Identity Center; with an `sso-session` its name stands for the start URL.
        static func portal(_ settings: SSOSettings) -> Key {
            let session =
                settings.session.map { "\"sessionName\":\(PythonJSON.quoted($0))" }
                ?? "\"startUrl\":\(PythonJSON.quoted(settings.startURL))"
            return Key(
                text:
                    "{\"accountId\":\(PythonJSON.quoted(settings.accountId)),\"roleName\":\(PythonJSON.quoted(settings.roleName)),\(session)}",
                members: ["ProviderType": .string("sso")])
        }

        /// The file's name without its extension.
        var name: String { Hex.encode(Insecure.SHA1.hash(data: Data(text.utf8))) }
    }

    init(_ key: Key, context: CredentialContext) {
        self.key = key
        self.context = context
    }

    /// Seconds that kept credentials have to last (AWS CLI: 15 minutes).
    static let window: Double = 900

    /// What is kept, unless it ends soon.
    /// - Parameter source: where the credentials come from, in words.
    func credentials(source: String) -> Credentials? {
        guard context.usesRoleCache, let path, let bytes = try? LocalFile.bytes(at: path),
            let document = JSONValue(python: bytes)?["Credentials"],
            let kept = try? CredentialDocument.credentials(document, .session, source: source),
            let expiration = kept.expiration, expiration.timeIntervalSince(context.now) > Self.window
        else { return nil }
        return kept
    }

    /// Keeps a role's credentials; that a cache cannot be written is no reason to fail.
    func keep(_ credentials: Credentials) {
        guard let path, let expiration = credentials.expiration else { return }
        var document = key.members
        document["Credentials"] = .object([
            "AccessKeyId": .string(credentials.accessKeyId), "SecretAccessKey": .string(credentials.secretAccessKey),
            "SessionToken": .string(credentials.sessionToken ?? ""), "Expiration": .string(WireDate.iso8601(expiration)),
        ])
        do {
            try LocalFile.writePrivately(JSONValue.object(document).json, to: path)
        } catch {
            context.logger.warning("the cache of assumed roles was not written: \(error.phrase)")
        }
    }

    private var path: String? {
        context.environment.homeDirectory.map { "\($0)/.aws/cli/cache/\(key.name).json" }
    }
}
