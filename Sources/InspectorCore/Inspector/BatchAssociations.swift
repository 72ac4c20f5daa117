package import AWSClient
package import JSON

extension Inspector {
    /// Disassociates 1 to 25 associations in one call.
    ///
    /// - Parameter invocation: The call's identity when the caller paces and resends by itself: one attempt is made.
    ///   Without it the client retries in standard mode.
    package func batchDisassociateCodeSecurityScanConfiguration(
        _ requests: [Association], invocation: Invocation? = nil
    ) async throws(CallError) -> BatchAssociationResponse {
        try await batch(
            "BatchDisassociateCodeSecurityScanConfiguration", "/codesecurity/scan-configuration/batch/disassociate",
            "disassociateConfigurationRequests", requests, invocation)
    }

    /// Associates 1 to 25 associations in one call.
    ///
    /// - Parameter invocation: See ``batchDisassociateCodeSecurityScanConfiguration(_:invocation:)``.
    package func batchAssociateCodeSecurityScanConfiguration(
        _ requests: [Association], invocation: Invocation? = nil
    ) async throws(CallError) -> BatchAssociationResponse {
        try await batch(
            "BatchAssociateCodeSecurityScanConfiguration", "/codesecurity/scan-configuration/batch/associate",
            "associateConfigurationRequests", requests, invocation)
    }

    private func batch(
        _ name: String, _ path: String, _ list: StaticString, _ requests: [Association], _ invocation: Invocation?
    ) async throws(CallError) -> BatchAssociationResponse {
        var body = JSONWriter(capacity: 64 + requests.count * 256)
        body.object { $0.member(list, requests) }
        let request = OperationRequest(name: name, path: path, body: body.bytes)
        let (answer, response): (BatchAssociationResponse, _) = try await exchange(
            request, problem: RequestChecks.batch(requests), attempts: invocation.map { .single($0) } ?? .standard)
        var identified = answer
        identified.requestId = response.requestId
        return identified
    }
}

/// The answer of both batch operations. Every member is optional, and nothing promises that each input appears once.
package struct BatchAssociationResponse: Hashable, Sendable {
    /// What the service says it did.
    package var successfulAssociations: [SuccessfulAssociation]?
    /// What the service says it did not do.
    package var failedAssociations: [FailedAssociation]?
    /// The service's id of the request, from its header.
    package var requestId: String?

    /// An answer with both lists.
    package init(
        successfulAssociations: [SuccessfulAssociation]?, failedAssociations: [FailedAssociation]?, requestId: String? = nil
    ) {
        self.successfulAssociations = successfulAssociations
        self.failedAssociations = failedAssociations
        self.requestId = requestId
    }
}

extension BatchAssociationResponse: JSONReadable {
    /// Reads an answer; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "successfulAssociations": successfulAssociations = try json.list(of: SuccessfulAssociation.self)
            case "failedAssociations": failedAssociations = try json.list(of: FailedAssociation.self)
            default: break
            }
        }
    }
}

/// `SuccessfulAssociationResult`: an item that the service says it carried out.
package struct SuccessfulAssociation: Hashable, Sendable {
    /// The configuration's ARN, as the request had it.
    package var scanConfigurationArn: String?
    /// What was associated with the configuration, or is now.
    package var resource: AssociationResource?

    /// A result for the association given.
    package init(scanConfigurationArn: String?, resource: AssociationResource?) {
        self.scanConfigurationArn = scanConfigurationArn
        self.resource = resource
    }
}

extension SuccessfulAssociation: JSONReadable {
    /// Reads an entry; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "scanConfigurationArn": scanConfigurationArn = try json.string()
            case "resource": resource = try AssociationResource(&json)
            default: break
            }
        }
    }
}

/// `FailedAssociationResult`: an item that the service says it did not carry out.
package struct FailedAssociation: Hashable, Sendable {
    /// The configuration's ARN, as the request had it.
    package var scanConfigurationArn: String?
    /// What is associated with the configuration as before.
    package var resource: AssociationResource?
    /// Why, as one of the service's codes.
    package var statusCode: AssociationStatusCode?
    /// Why, in the service's words.
    package var statusMessage: String?

    /// A result for the association given.
    package init(
        scanConfigurationArn: String?, resource: AssociationResource?, statusCode: AssociationStatusCode?, statusMessage: String?
    ) {
        self.scanConfigurationArn = scanConfigurationArn
        self.resource = resource
        self.statusCode = statusCode
        self.statusMessage = statusMessage
    }
}

extension FailedAssociation: JSONReadable {
    /// Reads an entry; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "scanConfigurationArn": scanConfigurationArn = try json.string()
            case "resource": resource = try AssociationResource(&json)
            case "statusCode": statusCode = AssociationStatusCode(rawValue: try json.string())
            case "statusMessage": statusMessage = try json.string()
            default: break
            }
        }
    }
}

/// The `statusCode` of one failed association; codes this version does not know stay as they are.
package struct AssociationStatusCode: RawRepresentable, Hashable, Sendable {
    /// The code exactly as the service spells it.
    package let rawValue: String

    /// The code that is spelled `rawValue`, known or not.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The service failed; trying again may help.
    package static let internalError = Self(rawValue: "INTERNAL_ERROR")
    /// The caller may not change this association.
    package static let accessDenied = Self(rawValue: "ACCESS_DENIED")
    /// The configuration does not exist (any more).
    package static let scanConfigurationNotFound = Self(rawValue: "SCAN_CONFIGURATION_NOT_FOUND")
    /// The service refused the item's values.
    package static let invalidInput = Self(rawValue: "INVALID_INPUT")
    /// The project, or its association, does not exist (any more).
    package static let resourceNotFound = Self(rawValue: "RESOURCE_NOT_FOUND")
    /// A service quota is exceeded.
    package static let quotaExceeded = Self(rawValue: "QUOTA_EXCEEDED")
}
