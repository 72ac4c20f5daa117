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

    /// Hashes the resource and the end of the ARN, in which ARNs differ: they are 130 bytes, and a run of a million hashes each six times.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(resource)
        hasher.combine(scanConfigurationArn.suffix(8))
    }
}
