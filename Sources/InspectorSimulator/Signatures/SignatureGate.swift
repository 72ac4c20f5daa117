import AWSClient
import FoundationEssentials

/// Lets a request in whose signature and session are right, as the front of an AWS service does.
struct SignatureGate: Sendable {
    private let region: String
    private let keys = SigningKeys()

    /// A gate for the region of `options`.
    init(_ options: SimulatorOptions) {
        region = options.region
    }

    /// Why a request is refused; nil lets it in. `key` is the one it names, if that is known; `now` is the service's clock.
    func refusal(
        of request: ReceivedRequest, header: AuthorizationHeader?, key: SimulatorKey?, operation: ServiceOperation, now: Date
    ) -> ServiceFault? {
        let wording = RefusalWording(service: operation.signingName)
        if header != nil, key == nil { return wording.unknownKey }
        let outcome = SignatureVerifier.verify(
            method: request.method, path: request.path, query: request.query, headers: request.headers, body: request.body,
            secretAccessKey: key?.secretAccessKey ?? "", now: now, header: header, keys: keys)
        if let fault = wording.fault(for: outcome, now: now) { return fault }
        if let header, header.scope.region != region { return wording.mismatch("Credential should be scoped to a valid region.") }
        if let header, header.scope.service != operation.signingName {
            return wording.mismatch("Credential should be scoped to correct service: '\(operation.signingName)'.")
        }
        return refusalOfPayload(request, wording)
            ?? (Self.accepts(request.headers["x-amz-security-token"], for: key) ? nil : wording.unknownKey)
    }

    private static func accepts(_ token: String?, for key: SimulatorKey?) -> Bool {
        token == key?.sessionToken || token == SimulatorOptions.roleSessionToken
    }

    private func refusalOfPayload(_ request: ReceivedRequest, _ wording: RefusalWording) -> ServiceFault? {
        guard let claimed = request.headers["x-amz-content-sha256"] else { return nil }
        guard claimed != CanonicalRequest.payloadHash(request.body) else { return nil }
        return wording.mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.")
    }
}
