package import FoundationEssentials

/// The second step of Signature Version 4: algorithm, time, scope and the hash of the canonical request.
package struct StringToSign: Equatable, Sendable {
    /// The name of the only algorithm this client speaks.
    package static let algorithm = "AWS4-HMAC-SHA256"

    /// The string to sign itself.
    package let text: String

    /// Joins the four parts.
    package init(date: Date, scope: CredentialScope, canonicalRequest: CanonicalRequest) {
        self.init(amzDate: WireDate.amz(date), scope: scope, canonicalRequest: canonicalRequest)
    }

    /// Joins the four parts; `amzDate` is the value of `x-amz-date`.
    init(amzDate: String, scope: CredentialScope, canonicalRequest: CanonicalRequest) {
        text = "\(Self.algorithm)\n\(amzDate)\n\(scope.description)\n\(canonicalRequest.hash)"
    }
}
