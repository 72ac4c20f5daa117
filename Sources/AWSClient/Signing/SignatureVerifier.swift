package import FoundationEssentials

/// The receiving half of Signature Version 4: computes a request's signature again and compares.
package enum SignatureVerifier {
    /// What a check found.
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
        method: String, path: String, query: String, headers: HTTPHeaders, body: [UInt8], secretAccessKey: String, now: Date? = nil,
        header: AuthorizationHeader? = nil, keys: SigningKeys = SigningKeys()
    ) -> Outcome {
        guard let value = headers["authorization"] else { return .missing }
        guard let header = header ?? AuthorizationHeader(value) else { return .malformed("authorization") }
        guard let amzDate = headers["x-amz-date"], let date = WireDate.parseAmz(amzDate) else { return .malformed("x-amz-date") }
        let signed = header.signedHeaders.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
        if let name = unsigned(in: headers, signed: signed) { return .unsignedHeader(name) }
        if amzDate.prefix(8) != header.scope.day { return .expired(date: date) }
        if let now, abs(now.timeIntervalSince(date)) > tolerance { return .expired(date: date) }
        let selected = headers.fields(named: signed)
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

    private static func unsigned(in headers: HTTPHeaders, signed: [String]) -> String? {
        signed.contains("host") ? headers.field(prefixed: "x-amz-", exceptFor: signed)?.name.lowercased() : "host"
    }
}
