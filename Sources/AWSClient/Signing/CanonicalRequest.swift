internal import Crypto
package import FoundationEssentials
internal import HTTPTypes

/// The first step of Signature Version 4: one text for all spellings of the same request.
///
/// Source: AWS Identity and Access Management user guide, "Create a signed AWS API request", step 1.
package struct CanonicalRequest: Equatable, Sendable {
    /// The canonical request itself, in UTF-8.
    package let bytes: [UInt8]
    /// Names of the signed headers, lower case, sorted, joined by `;`.
    package let signedHeaders: String

    /// Brings a request into its canonical form.
    /// - Parameter normalizesPath: resolves `.`, `..` and empty segments of the path; every service but S3 does.
    package init(_ request: SignableRequest, normalizesPath: Bool = true) {
        let headers = Self.canonicalHeaders(request.headers)
        signedHeaders = headers.map(\.name).joined(separator: ";")
        var lines = Lines()
        lines.add(request.method.utf8)
        lines.add(Self.canonicalPath(request.path, normalizes: normalizesPath))
        lines.add(Self.canonicalQuery(request.query))
        for header in headers { lines.add("\(header.name):\(header.value)".utf8) }
        lines.add([])
        lines.add(signedHeaders.utf8)
        lines.bytes += Self.payloadHash(request.body).utf8
        bytes = lines.bytes
    }

    /// The canonical request as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// SHA-256 of the canonical request, in hexadecimal.
    package var hash: String { Self.payloadHash(bytes) }

    /// SHA-256 in lower-case hexadecimal.
    package static func payloadHash(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Hex.encode(hash.finalize())
    }

    static func canonicalPath(_ path: String, normalizes: Bool) -> [UInt8] {
        guard !path.isEmpty else { return [slash] }
        return PercentEncoding.encode(bytes: normalizes ? normalized(Array(path.utf8)) : Array(path.utf8), keepingSlash: true)
    }

    static func canonicalQuery(_ query: String) -> [UInt8] {
        func recoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] { PercentEncoding.encode(bytes: PercentEncoding.decode(bytes)) }
        let parameters = QueryString(query.utf8).parameters.map { (name: recoded($0.name), value: recoded($0.value)) }
        let sorted = parameters.sorted {
            $0.name == $1.name ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
        }
        return Array(sorted.map { $0.name + [UInt8(ascii: "=")] + $0.value }.joined(separator: [UInt8(ascii: "&")]))
    }

    /// Collects lines, each with its line feed.
    private struct Lines {
        var bytes: [UInt8] = []

        init() { bytes.reserveCapacity(1024) }

        mutating func add(_ line: some Sequence<UInt8>) {
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private static let slash = UInt8(ascii: "/")

    private static func normalized(_ path: [UInt8]) -> [UInt8] {
        var segments: [ArraySlice<UInt8>] = []
        for segment in path.split(separator: slash) where !segment.elementsEqual(".".utf8) {
            if segment.elementsEqual("..".utf8) { _ = segments.popLast() } else { segments.append(segment) }
        }
        let joined = segments.reduce(into: []) { $0 += [slash] + $1 }
        return joined.isEmpty || path.last == slash ? joined + [slash] : joined
    }

    private static func canonicalHeaders(_ headers: HTTPFields) -> [(name: String, value: String)] {
        var merged: [(name: String, value: String)] = []
        let fields = headers.map { (name: $0.name.canonicalName, value: collapsed($0.value)) }
        for field in fields.enumerated().sorted(by: { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }).map(\.element) {
            if merged.last?.name == field.name { merged[merged.count - 1].value += "," + field.value } else { merged.append(field) }
        }
        return merged
    }

    private static func collapsed(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return value }
        return value.split { $0.isWhitespace }.joined(separator: " ")
    }
}

/// The second step of Signature Version 4: algorithm, time, scope and the hash of the canonical request.
package struct StringToSign: Equatable, Sendable {
    /// The name of the only algorithm this client speaks.
    package static let algorithm = "AWS4-HMAC-SHA256"

    /// The string to sign itself.
    package let text: String

    /// Algorithm, date, scope and hash, one a line.
    package init(date: Date, scope: CredentialScope, canonicalRequest: CanonicalRequest) {
        self.init(amzDate: WireDate.amz(date), scope: scope, canonicalRequest: canonicalRequest)
    }

    /// Joins the four parts; `amzDate` is the value of `x-amz-date`.
    init(amzDate: String, scope: CredentialScope, canonicalRequest: CanonicalRequest) {
        text = "\(Self.algorithm)\n\(amzDate)\n\(scope.description)\n\(canonicalRequest.hash)"
    }
}
