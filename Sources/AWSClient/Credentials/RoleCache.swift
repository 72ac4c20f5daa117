internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// Assumed roles on disk, in the place and form of AWS CLI (`~/.aws/cli/cache`), so that a code is asked for once a session.
struct RoleCache: Sendable {
    let context: CredentialContext

    /// Seconds that kept credentials have to last (AWS CLI: 15 minutes).
    static let window: Double = 900

    /// What is kept for a role, unless it ends soon.
    func credentials(for role: RoleSettings) -> Credentials? {
        guard let path = path(for: role), let bytes = try? LocalFile.bytes(at: path),
            let document = JSONValue(bytes: bytes)?["Credentials"],
            let kept = try? CredentialDocument.credentials(document, .session, source: role.phrase),
            let expiration = kept.expiration, expiration.timeIntervalSince(context.now) > Self.window
        else { return nil }
        return kept
    }

    /// Keeps a role's credentials; that a cache cannot be written is no reason to fail.
    func keep(_ credentials: Credentials, for role: RoleSettings) {
        guard let path = path(for: role), let expiration = credentials.expiration else { return }
        let members: [String: JSONValue] = [
            "AccessKeyId": .string(credentials.accessKeyId), "SecretAccessKey": .string(credentials.secretAccessKey),
            "SessionToken": credentials.sessionToken.map { .string($0) } ?? .null, "Expiration": .string(WireDate.iso8601(expiration)),
        ]
        do {
            try LocalFile.writePrivately(JSONValue.object(["Credentials": .object(members)]).json, to: path)
        } catch {
            context.logger.warning("the cache of assumed roles was not written: \(error.phrase)")
        }
    }

    private func path(for role: RoleSettings) -> String? {
        context.environment.homeDirectory.map { "\($0)/.aws/cli/cache/\(Self.key(for: role)).json" }
    }

    /// SHA-1 of the call's parameters as Python writes them in JSON, sorted by name.
    static func key(for role: RoleSettings) -> String {
        let members = role.parameters.sorted { $0.0 < $1.0 }.map { name, value in
            name == "DurationSeconds" ? "\"\(name)\": \(value)" : "\"\(name)\": \(quoted(value))"
        }
        return Hex.encode(Insecure.SHA1.hash(data: Data("{\(members.joined(separator: ", "))}".utf8)))
    }

    /// A JSON string of ASCII characters only.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: quoted += "\\\""
            case 0x5C: quoted += "\\\\"
            case 0x20..<0x7F: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default: quoted += "\\u" + Hex.encode([UInt8(unit >> 8), UInt8(unit & 255)])
            }
        }
        return quoted + "\""
    }
}
