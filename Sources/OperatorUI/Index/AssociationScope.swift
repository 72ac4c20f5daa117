import InspectorCore

/// Which associations are listed.
enum AssociationScope: Hashable, Sendable {
    /// Those of every configuration.
    case all
    /// One configuration's.
    case configuration(ConfigurationNumber)
}
