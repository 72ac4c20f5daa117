internal import Crypto

/// The first step of Signature Version 4: one text for all spellings of the same request.
///
/// Source: AWS Identity and Access Management user guide, "Create a signed AWS API request", step 1.
package struct CanonicalRequest: Equatable, Sendable {
    /// The canonical request itself.
    package let text: String
    /// Names of the signed headers, lower case, sorted, joined by `;`.
    package let signedHeaders: String

    /// Brings a request into its canonical form.
    /// - Parameter normalizesPath: resolves `.`, `..` and empty segments of the path; every service but S3 does.
    package init(_ request: SignableRequest, normalizesPath: Bool = true) {
        let headers = Self.canonicalHeaders(request.headers)
        signedHeaders = headers.map(\.name).joined(separator: ";")
        text = [
            request.method,
            Self.canonicalPath(request.path, normalizes: normalizesPath),
            Self.canonicalQuery(request.query),
            headers.map { "\($0.name):\($0.value)\n" }.joined(),
            signedHeaders,
            Self.payloadHash(request.body),
        ].joined(separator: "\n")
    }

    /// SHA-256 of the canonical request, in hexadecimal.
    package var hash: String { Self.payloadHash(Array(text.utf8)) }

    /// SHA-256 in lower-case hexadecimal.
    package static func payloadHash(_ bytes: [UInt8]) -> String { Hex.encode(SHA256.hash(data: bytes)) }

    static func canonicalPath(_ path: String, normalizes: Bool) -> String {
        guard !path.isEmpty else { return "/" }
        return PercentEncoding.encode(normalizes ? normalized(path) : path, keepingSlash: true)
    }

    static func canonicalQuery(_ query: String) -> String {
        query.utf8.split(separator: UInt8(ascii: "&"))
            .map { parameter in
                let halves = parameter.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                let encoded = halves.map { PercentEncoding.encode(bytes: PercentEncoding.decode(bytes: $0)) }
                return (name: encoded[0], value: encoded.count > 1 ? encoded[1] : "")
            }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            .map { "\($0.name)=\($0.value)" }
            .joined(separator: "&")
    }

    private static func normalized(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let joined = "/" + segments.joined(separator: "/")
        return joined != "/" && path.hasSuffix("/") ? joined + "/" : joined
    }

    private static func canonicalHeaders(_ headers: HTTPHeaders) -> [(name: String, value: String)] {
        let names = Set(headers.fields.map { $0.name.lowercased() }).sorted()
        return names.map { name in
            (name, headers.values(of: name).map(collapsed).joined(separator: ","))
        }
    }

    private static func collapsed(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return value }
        return value.split { $0.isWhitespace }.joined(separator: " ")
    }
}
