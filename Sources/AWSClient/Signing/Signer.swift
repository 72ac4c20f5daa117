internal import Crypto
package import FoundationEssentials
package import HTTPTypes
internal import Runtime

/// Signature Version 4 in the `Authorization` header, as a value: credentials, region, service and date in, header fields out.
///
/// Source: AWS Identity and Access Management user guide, "Create a signed AWS API request".
package struct Signer: Sendable {
    /// The credentials to sign with; a session token becomes a signed header.
    package let credentials: Credentials
    /// The region that is called.
    package let region: String
    /// The signing name of the service.
    package let service: String
    /// The moment of signing, by the service's clock.
    package let date: Date
    /// Day, region and service of the signature.
    package let scope: CredentialScope
    private let amzDate: String
    /// The key for this scope, when it was derived before.
    var key: SigningKey?
    /// Whether the path is normalized first; every service but S3 does.
    package var normalizesPath = true
    /// Whether `x-amz-content-sha256` is sent and signed.
    package var signsPayloadHash = false
    /// Whether the session token travels unsigned.
    package var leavesTokenUnsigned = false

    /// A signer for one moment.
    package init(credentials: Credentials, region: String, service: String, date: Date) {
        self.credentials = credentials
        self.region = region
        self.service = service
        self.date = date
        amzDate = WireDate.amz(date)
        scope = CredentialScope(day: String(amzDate.prefix(8)), region: region, service: service)
    }

    /// The header fields that have to be added to the request.
    package func sign(_ request: SignableRequest) -> HTTPFields {
        var added = addedHeaders(for: request)
        let canonical = canonicalRequest(for: request, adding: added)
        added[.authorization] =
            AuthorizationHeader(
                accessKeyId: credentials.accessKeyId, scope: scope,
                signedHeaders: canonical.signedHeaders, signature: signature(of: canonical)
            ).value
        return added
    }

    /// The canonical request with the fields that signing adds.
    package func canonicalRequest(for request: SignableRequest) -> CanonicalRequest {
        canonicalRequest(for: request, adding: addedHeaders(for: request))
    }

    private func canonicalRequest(for request: SignableRequest, adding added: HTTPFields) -> CanonicalRequest {
        var complete = request
        for field in added where !(leavesTokenUnsigned && field.name == .amzSecurityToken) {
            complete.headers.append(field)
        }
        return CanonicalRequest(complete, normalizesPath: normalizesPath)
    }

    /// The string to sign of a canonical request.
    package func stringToSign(for canonical: CanonicalRequest) -> StringToSign {
        StringToSign(amzDate: amzDate, scope: scope, canonicalRequest: canonical)
    }

    /// The signature of a canonical request, in hexadecimal.
    package func signature(of canonical: CanonicalRequest) -> String {
        let key = key ?? SigningKey(secretAccessKey: credentials.secretAccessKey, scope: scope)
        return key.signature(of: stringToSign(for: canonical))
    }

    private func addedHeaders(for request: SignableRequest) -> HTTPFields {
        var headers: HTTPFields = [.amzDate: amzDate]
        headers[.amzSecurityToken] = credentials.sessionToken
        if signsPayloadHash { headers[.amzContentSHA256] = CanonicalRequest.payloadHash(request.body) }
        return headers
    }
}

/// What Signature Version 4 signs of a request.
package struct SignableRequest: Equatable, Sendable {
    /// The method in upper case.
    package var method: String
    /// The path as it travels, beginning with `/`.
    package var path: String
    /// The query as it travels, without `?`; empty when there is none.
    package var query: String
    /// Exactly the header fields to be signed.
    package var headers: HTTPFields
    /// The body; empty when there is none.
    package var body: [UInt8]

    /// What is to be signed.
    package init(method: String, path: String, query: String = "", headers: HTTPFields, body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}

/// The third step of Signature Version 4: a key that is good for one day, region and service only.
package struct SigningKey: Sendable {
    private let key: SymmetricKey

    /// Derives the key from the secret access key, one HMAC-SHA256 for each part of the scope.
    package init(secretAccessKey: String, scope: CredentialScope) {
        let seed = SymmetricKey(data: Data("AWS4\(secretAccessKey)".utf8))
        key = [scope.day, scope.region, scope.service, "aws4_request"].reduce(seed) { key, part in
            SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(part.utf8), using: key))
        }
    }

    /// The fourth step: the signature of a string, in lower-case hexadecimal.
    package func signature(of string: StringToSign) -> String {
        Hex.encode(HMAC<SHA256>.authenticationCode(for: Array(string.text.utf8), using: key))
    }
}

/// Keeps the last signing key: the same one serves all day, and to derive it costs more than the signature itself.
package final class SigningKeys: Sendable {
    private let last = Locked<Derived?>(nil)

    /// A key with what it was derived from.
    private struct Derived {
        let secretAccessKey: String
        let scope: CredentialScope
        let key: SigningKey
    }

    /// An empty cache.
    package init() {}

    /// The key of a scope.
    package func key(secretAccessKey: String, scope: CredentialScope) -> SigningKey {
        last.withLock { last in
            if let last, last.scope == scope, last.secretAccessKey == secretAccessKey { return last.key }
            let key = SigningKey(secretAccessKey: secretAccessKey, scope: scope)
            last = Derived(secretAccessKey: secretAccessKey, scope: scope, key: key)
            return key
        }
    }
}

/// Where and when a signature counts: `20150830/us-east-1/service/aws4_request`.
package struct CredentialScope: Equatable, Sendable, CustomStringConvertible {
    /// The day in UTC, `20150830`.
    package let day: String
    /// The region that is called.
    package let region: String
    /// The signing name of the service.
    package let service: String

    /// The scope of a signature made at a date.
    package init(date: Date, region: String, service: String) {
        self.init(day: WireDate.day(date), region: region, service: service)
    }

    /// A scope read from elsewhere.
    package init(day: String, region: String, service: String) {
        self.day = day
        self.region = region
        self.service = service
    }

    /// The scope as it stands in the credential and in the string to sign.
    package var description: String { "\(day)/\(region)/\(service)/aws4_request" }
}
