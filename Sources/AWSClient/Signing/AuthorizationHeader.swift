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
        let text = value.utf8
        guard let space = text.firstIndex(of: UInt8(ascii: " ")), value[..<space] == StringToSign.algorithm else { return nil }
        var parts: [(name: Substring, value: Substring)] = []
        for part in text[space...].split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }) {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            parts.append((Substring(part[..<equals]), Substring(part[equals...].dropFirst())))
        }
        func part(_ name: String) -> Substring? { parts.last { $0.name == name }?.value }
        guard
            let credential = part("Credential")?.utf8
                .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map({ Substring($0) }),
            credential.count >= 5, credential.last == "aws4_request",
            let signedHeaders = part("SignedHeaders"), let signature = part("Signature")
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
