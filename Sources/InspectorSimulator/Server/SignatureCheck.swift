import AWSClient
import FoundationEssentials
import HTTPTypes

/// Checks the signature and the session token of a request, as AWS does before an operation sees it.
struct SignatureCheck: Sendable {
    private let regions: Set<String>
    private let keys = SigningKeys()

    /// A check for the regions of `options`.
    init(_ options: SimulatorOptions) {
        regions = Set(options.regions)
    }

    /// Why a request is refused; nil when it is not. `key` is the one it names, if that is known; `now` is the service's clock.
    func refusal(
        of request: ReceivedRequest, header: AuthorizationHeader?, key: SimulatorKey?, operation: ServiceOperation, now: Date
    ) -> ServiceFault? {
        let wording = RefusalWording(service: operation.signingName)
        if header != nil, key == nil { return wording.unknownKey }
        let outcome = SignatureVerifier.verify(
            method: request.method, path: request.path, query: request.query, headers: request.headers, body: request.body,
            secretAccessKey: key?.secretAccessKey ?? "", now: now, header: header, keys: keys)
        if let fault = wording.fault(for: outcome, now: now) { return fault }
        if let header, !regions.contains(header.scope.region) { return wording.mismatch("Credential should be scoped to a valid region.") }
        if let header, header.scope.service != operation.signingName {
            return wording.mismatch("Credential should be scoped to correct service: '\(operation.signingName)'.")
        }
        return refusalOfPayload(request, wording)
            ?? (Self.accepts(request.headers.first(.amzSecurityToken), for: key) ? nil : wording.unknownKey)
    }

    private static func accepts(_ token: String?, for key: SimulatorKey?) -> Bool {
        token == key?.sessionToken || token == SimulatorOptions.roleSessionToken
    }

    private func refusalOfPayload(_ request: ReceivedRequest, _ wording: RefusalWording) -> ServiceFault? {
        guard let claimed = request.headers.first(.amzContentSHA256) else { return nil }
        guard claimed != CanonicalRequest.payloadHash(request.body) else { return nil }
        return wording.mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.")
    }
}

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

/// One set of credentials and whose it is. Made up; it opens nothing but the simulator.
package struct SimulatorKey: Equatable, Sendable {
    /// The access key id.
    package var accessKeyId: String
    /// The secret that belongs to it.
    package var secretAccessKey: String
    /// The session token that has to come with it; nil for long-term keys.
    package var sessionToken: String?
    /// The account it signs for, twelve digits.
    package var accountId: String
    /// The user, or the role when there is a session token.
    package var userName: String

    /// A key.
    package init(
        accessKeyId: String, secretAccessKey: String, sessionToken: String? = nil, accountId: String, userName: String = "OpsAdmin"
    ) {
        self.accessKeyId = accessKeyId
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.accountId = accountId
        self.userName = userName
    }

    /// The ARN that `GetCallerIdentity` answers: a role when there is a session token, a user otherwise.
    package func callerArn(partition: String) -> String {
        sessionToken == nil
            ? "arn:\(partition):iam::\(accountId):user/\(userName)" : "arn:\(partition):sts::\(accountId):assumed-role/\(userName)/operator"
    }

    /// The section of a shared credentials file that holds the key.
    package func profile(_ name: String = "default") -> String {
        let token = sessionToken.map { "aws_session_token = \($0)\n" } ?? ""
        return "[\(name)]\naws_access_key_id = \(accessKeyId)\naws_secret_access_key = \(secretAccessKey)\n\(token)"
    }
}

/// The keys that may sign for an account, by access key id.
struct Keyring: Sendable {
    private let keys: [String: SimulatorKey]

    /// The keys of `options`; of two with the same id the first one counts.
    init(_ options: SimulatorOptions) {
        keys = Dictionary(([options.key] + options.furtherKeys).map { ($0.accessKeyId, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The key with this id.
    subscript(accessKeyId: String?) -> SimulatorKey? { accessKeyId.flatMap { keys[$0] } }

    /// A key of the account.
    func key(ofAccount id: String) -> SimulatorKey? {
        keys.values.filter { $0.accountId == id }.min { $0.accessKeyId < $1.accessKeyId }
    }
}
