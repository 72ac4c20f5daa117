package import FoundationEssentials
package import HTTPTypes

/// The receiving half of Signature Version 4: computes a request's signature again and compares.
package enum SignatureVerifier {
    /// Whether a signature is valid, and why not.
    package enum Outcome: Equatable, Sendable {
        /// The signature is this request's own.
        case valid(AuthorizationHeader)
        /// There is no `Authorization` header.
        case missing
        /// The header, or `x-amz-date`, cannot be read.
        case malformed(String)
        /// A header that must be signed is not: `host` and every `x-amz-*` that was sent.
        case unsignedHeader(String)
        /// Made too long ago, or too far in the future, or on another day than its scope says.
        case expired(date: Date)
        /// The signature is another one than the request calls for.
        case mismatch(canonicalRequest: String, stringToSign: String)
    }

    /// Seconds that the clocks of both sides may differ (AWS allows five minutes).
    package static let tolerance: TimeInterval = 300

    /// Checks one received request.
    /// - Parameters:
    ///   - path: as received, still percent-encoded.
    ///   - query: as received, without `?`.
    ///   - secretAccessKey: of the access key id that ``AuthorizationHeader`` names.
    ///   - now: the receiver's clock; nil leaves the age unchecked.
    ///   - header: the `Authorization` header, when it was read already.
    ///   - keys: keeps the signing key for the next request.
    package static func verify(
        method: String, path: String, query: String, headers: HTTPFields, body: [UInt8], secretAccessKey: String, now: Date? = nil,
        header: AuthorizationHeader? = nil, keys: SigningKeys = SigningKeys()
    ) -> Outcome {
        guard let value = headers.first(.authorization) else { return .missing }
        guard let header = header ?? AuthorizationHeader(value) else { return .malformed("authorization") }
        guard let amzDate = headers.first(.amzDate), let date = WireDate.parseAmz(amzDate) else { return .malformed("x-amz-date") }
        let signed = header.signedHeaders.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
        if let name = unsigned(in: headers, signed: signed) { return .unsignedHeader(name) }
        if amzDate.prefix(8) != header.scope.day { return .expired(date: date) }
        if let now, abs(now.timeIntervalSince(date)) > tolerance { return .expired(date: date) }
        let selected = HTTPFields(headers.filter { signed.contains($0.name.canonicalName) })
        let request = SignableRequest(method: method, path: path, query: query, headers: selected, body: body)
        let canonical = CanonicalRequest(request)
        let key = keys.key(secretAccessKey: secretAccessKey, scope: header.scope)
        return compare(header, canonical, StringToSign(amzDate: amzDate, scope: header.scope, canonicalRequest: canonical), key: key)
    }

    private static func compare(
        _ header: AuthorizationHeader, _ canonical: CanonicalRequest, _ string: StringToSign, key: SigningKey
    ) -> Outcome {
        let expected = key.signature(of: string)
        guard canonical.signedHeaders == header.signedHeaders, expected == header.signature else {
            return .mismatch(canonicalRequest: canonical.text, stringToSign: string.text)
        }
        return .valid(header)
    }

    private static func unsigned(in headers: HTTPFields, signed: [String]) -> String? {
        guard signed.contains("host") else { return "host" }
        return headers.lazy.map(\.name.canonicalName).first { $0.hasPrefix("x-amz-") && !signed.contains($0) }
    }
}

/// The `Authorization` header of Signature Version 4, taken apart.
package struct AuthorizationHeader: Equatable, Sendable {
    /// The access key id of the signer.
    package let accessKeyId: String
    /// Day, region and service it was made for.
    package let scope: CredentialScope
    /// Names of the signed headers, lower case, joined by `;`.
    package let signedHeaders: String
    /// The signature in lower-case hexadecimal.
    package let signature: String

    /// A header for a signature that was just made.
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

    /// The value as it is sent.
    package var value: String {
        "\(StringToSign.algorithm) Credential=\(accessKeyId)/\(scope), SignedHeaders=\(signedHeaders), Signature=\(signature)"
    }
}
