/// The `Authorization` header of Signature Version 4, taken apart.
package struct AuthorizationHeader: Equatable, Sendable {
    /// Whose signature it is.
    package let accessKeyId: String
    /// Day, region and service it was made for.
    package let scope: CredentialScope
    /// Names of the signed headers, lower case, joined by `;`.
    package let signedHeaders: String
    /// The signature in lower-case hexadecimal.
    package let signature: String

    /// Puts a header together.
    package init(accessKeyId: String, scope: CredentialScope, signedHeaders: String, signature: String) {
        self.accessKeyId = accessKeyId
        self.scope = scope
        self.signedHeaders = signedHeaders
        self.signature = signature
    }

    /// Reads a received header; nil when it is of another algorithm or lacks a part.
    package init?(_ value: String) {
        guard let space = value.firstIndex(of: " "), value[..<space] == StringToSign.algorithm else { return nil }
        var parts: [Substring: Substring] = [:]
        for part in value[space...].split(whereSeparator: { $0 == "," || $0 == " " }) {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            parts[halves[0]] = halves[1]
        }
        guard let credential = parts["Credential"]?.split(separator: "/", omittingEmptySubsequences: false),
            credential.count >= 5, credential.last == "aws4_request",
            let signedHeaders = parts["SignedHeaders"], let signature = parts["Signature"]
        else { return nil }
        let scope = credential.suffix(4).map(String.init)
        self.init(
            accessKeyId: credential.dropLast(4).joined(separator: "/"),
            scope: CredentialScope(day: scope[0], region: scope[1], service: scope[2]),
            signedHeaders: String(signedHeaders), signature: String(signature))
    }

    /// The header's value.
    package var value: String {
        "\(StringToSign.algorithm) Credential=\(accessKeyId)/\(scope), SignedHeaders=\(signedHeaders), Signature=\(signature)"
    }
}
