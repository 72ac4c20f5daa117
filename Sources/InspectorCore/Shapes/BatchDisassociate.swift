/// The body of `BatchDisassociateCodeSecurityScanConfiguration`: 1 to 25 items, of any configurations.
package struct BatchDisassociateCodeSecurityScanConfigurationRequest: Hashable, Codable, Sendable {
    /// What to disassociate.
    package var disassociateConfigurationRequests: [Association]

    /// A request for the associations given.
    package init(disassociateConfigurationRequests: [Association]) {
        self.disassociateConfigurationRequests = disassociateConfigurationRequests
    }
}

/// The body of `BatchAssociateCodeSecurityScanConfiguration`: 1 to 25 items, of any configurations.
package struct BatchAssociateCodeSecurityScanConfigurationRequest: Hashable, Codable, Sendable {
    /// What to associate.
    package var associateConfigurationRequests: [Association]

    /// A request for the associations given.
    package init(associateConfigurationRequests: [Association]) {
        self.associateConfigurationRequests = associateConfigurationRequests
    }
}

/// The answer of both batch operations. Every member is optional, and nothing promises that each input appears once.
package struct BatchAssociationResponse: Hashable, Codable, Sendable {
    /// What the service says it did.
    package var successfulAssociations: [SuccessfulAssociation]?
    /// What the service says it did not do.
    package var failedAssociations: [FailedAssociation]?

    /// An answer with both lists.
    package init(successfulAssociations: [SuccessfulAssociation]?, failedAssociations: [FailedAssociation]?) {
        self.successfulAssociations = successfulAssociations
        self.failedAssociations = failedAssociations
    }
}

/// `SuccessfulAssociationResult`.
package struct SuccessfulAssociation: Hashable, Codable, Sendable {
    /// The configuration's ARN.
    package var scanConfigurationArn: String?
    /// The resource.
    package var resource: AssociationResource?

    /// A result for the association given.
    package init(scanConfigurationArn: String?, resource: AssociationResource?) {
        self.scanConfigurationArn = scanConfigurationArn
        self.resource = resource
    }
}

/// `FailedAssociationResult`.
package struct FailedAssociation: Hashable, Codable, Sendable {
    /// The configuration's ARN.
    package var scanConfigurationArn: String?
    /// The resource.
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
