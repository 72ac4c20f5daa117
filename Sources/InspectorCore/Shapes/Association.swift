/// One project × scan configuration: an item of both batch operations' request lists.
package struct Association: Hashable, Codable, Sendable {
    /// The scan configuration's ARN.
    package var scanConfigurationArn: String
    /// What the configuration is associated with.
    package var resource: AssociationResource

    /// An association of `resource` with the configuration `scanConfigurationArn`.
    package init(scanConfigurationArn: String, resource: AssociationResource) {
        self.scanConfigurationArn = scanConfigurationArn
        self.resource = resource
    }
}
