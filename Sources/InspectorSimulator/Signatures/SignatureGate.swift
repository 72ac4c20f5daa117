import AWSClient
import FoundationEssentials

/// Lets a request in whose signature and session are right, as the front of an AWS service does.
struct SignatureGate: Sendable {
    private let region: String
    private let accessKeyId: String
    private let secretAccessKey: String
    private let sessionToken: String?
    private let keys = SigningKeys()

    /// A gate for the credentials and region of `options`.
    init(_ options: SimulatorOptions) {
        region = options.region
        accessKeyId = options.accessKeyId
        secretAccessKey = options.secretAccessKey
        sessionToken = options.sessionToken
    }

    /// Why a request is refused; nil lets it in. `now` is the service's clock.
    func refusal(of request: ReceivedRequest, operation: ServiceOperation, now: Date) -> ServiceFault? {
        let wording = RefusalWording(service: operation.signingName)
        let header = request.headers["authorization"].flatMap(AuthorizationHeader.init)
        if let header, header.accessKeyId != accessKeyId { return wording.unknownKey }
        let outcome = SignatureVerifier.verify(
            method: request.method, path: request.path, query: request.query, headers: request.headers, body: request.body,
            secretAccessKey: secretAccessKey, now: now, header: header, keys: keys)
        if let fault = wording.fault(for: outcome, now: now) { return fault }
        if let header, header.scope.region != region { return wording.mismatch("Credential should be scoped to a valid region.") }
        if let header, header.scope.service != operation.signingName {
            return wording.mismatch("Credential should be scoped to correct service: '\(operation.signingName)'.")
        }
        return refusalOfPayload(request, wording) ?? (isAccepted(request.headers["x-amz-security-token"]) ? nil : wording.unknownKey)
    }

    private func isAccepted(_ token: String?) -> Bool {
        token == sessionToken || token == SimulatorOptions.roleSessionToken
    }

    private func refusalOfPayload(_ request: ReceivedRequest, _ wording: RefusalWording) -> ServiceFault? {
        guard let claimed = request.headers["x-amz-content-sha256"] else { return nil }
        guard claimed != CanonicalRequest.payloadHash(request.body) else { return nil }
        return wording.mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.")
    }
}
