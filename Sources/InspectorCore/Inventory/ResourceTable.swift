/// Each associated resource once, known by a small number that never changes while the program runs.
package struct ResourceTable: Equatable, Sendable {
    /// The resources in the order they were first seen.
    package private(set) var resources: [AssociationResource] = []
    private var numbers: [AssociationResource: ResourceNumber] = [:]
    /// Whether ListCoverage ever told a name.
    package private(set) var hasNames = false
    private var details: [ProjectDetails?] = []

    /// The number of `resource`, a new one if it was not seen before.
    mutating func number(of resource: AssociationResource) -> ResourceNumber {
        if let number = numbers[resource] { return number }
        let number = ResourceNumber(resources.count)
        resources.append(resource)
        details.append(nil)
        numbers[resource] = number
        return number
    }

    /// Keeps what ListCoverage says of a project.
    mutating func record(_ project: ProjectDetails) {
        details[Int(number(of: .projectId(project.projectId)))] = project
        hasNames = hasNames || project.projectName != nil
    }

    /// The number of a resource seen before.
    package func knownNumber(of resource: AssociationResource) -> ResourceNumber? {
        numbers[resource]
    }

    /// What ListCoverage says of the resource `number`.
    package func details(of number: ResourceNumber) -> ProjectDetails? {
        details[Int(number)]
    }
}

/// A resource's place in the ``ResourceTable``.
package typealias ResourceNumber = UInt32

/// A configuration's place in the ``Inventory``.
package typealias ConfigurationNumber = UInt32

/// An association as a pair of small numbers: its identity while the program runs.
package struct AssociationID: Hashable, Sendable, Comparable {
    /// The configuration.
    package var configuration: ConfigurationNumber
    /// The resource.
    package var resource: ResourceNumber

    /// The association of `resource` with `configuration`.
    package init(configuration: ConfigurationNumber, resource: ResourceNumber) {
        self.configuration = configuration
        self.resource = resource
    }

    /// Orders by configuration, then by resource.
    package static func < (left: Self, right: Self) -> Bool {
        (left.configuration, left.resource) < (right.configuration, right.resource)
    }
}
