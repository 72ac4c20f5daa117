/// A resource's place in the ``ResourceTable``.
package typealias ResourceNumber = UInt32

/// A configuration's place in the ``Inventory``.
package typealias ConfigurationNumber = UInt32

/// An association as a pair of small numbers: its identity while the program runs.
///
/// Inlined across modules, for a million of them are made and compared between a key and its frame.
package struct AssociationID: Hashable, Sendable, Comparable {
    /// The place of the configuration in the inventory.
    package var configuration: ConfigurationNumber
    /// The place of the resource in the table.
    package var resource: ResourceNumber

    /// The association of `resource` with `configuration`.
    @inlinable
    package init(configuration: ConfigurationNumber, resource: ResourceNumber) {
        self.configuration = configuration
        self.resource = resource
    }

    /// Whether both are the same association.
    @inlinable
    package static func == (left: Self, right: Self) -> Bool {
        left.configuration == right.configuration && left.resource == right.resource
    }

    /// Orders by configuration, then by resource.
    package static func < (left: Self, right: Self) -> Bool {
        (left.configuration, left.resource) < (right.configuration, right.resource)
    }
}
