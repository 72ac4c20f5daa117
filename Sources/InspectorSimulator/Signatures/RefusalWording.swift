import AWSClient
import FoundationEssentials

/// The names and messages AWS uses when it refuses a signature; STS has names of its own.
struct RefusalWording: Sendable {
    /// `inspector2` or `sts`.
    let service: String

    /// The access key id, or its session token, is not known.
    var unknownKey: ServiceFault {
        .refused(
            service == "sts" ? "InvalidClientTokenId" : "UnrecognizedClientException",
            "The security token included in the request is invalid.")
    }

    /// The signature does not fit.
    func mismatch(_ message: String) -> ServiceFault {
        .refused(service == "sts" ? "SignatureDoesNotMatch" : "InvalidSignatureException", message)
    }

    /// What a check's outcome means for the caller; nil when it is good.
    func fault(for outcome: SignatureVerifier.Outcome, now: Date) -> ServiceFault? {
        switch outcome {
        case .valid: nil
        case .missing:
            .refused(
                service == "sts" ? "MissingAuthenticationToken" : "MissingAuthenticationTokenException", "Missing Authentication Token")
        case .malformed(let part): .refused(incomplete, "Authorization header or date cannot be read: '\(part)'.")
        case .unsignedHeader(let name): mismatch("'\(name)' must be a 'SignedHeader' in the AWS Authorization.")
        case .expired(let date): mismatch(Self.clockMessage(date, now: now))
        case .mismatch:
            mismatch(
                "The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method. Consult the service documentation for details.")
        }
    }

    private var incomplete: String { service == "sts" ? "IncompleteSignature" : "IncompleteSignatureException" }

    private static func clockMessage(_ date: Date, now: Date) -> String {
        let (signed, current) = (WireDate.amz(date), WireDate.amz(now))
        let earlier = WireDate.amz(now.addingTimeInterval(-SignatureVerifier.tolerance))
        let later = WireDate.amz(now.addingTimeInterval(SignatureVerifier.tolerance))
        return date <= now
            ? "Signature expired: \(signed) is now earlier than \(earlier) (\(current) - 5 min.)"
            : "Signature not yet current: \(signed) is still later than \(later) (\(current) + 5 min.)"
    }
}
