/// Ids of projects; each takes 24 bytes, and is made into text when it is looked at.
package struct ProjectIDs: Hashable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// The projects.
    let resources: [AssociationResource]

    /// The ids of these projects.
    init(_ projects: [AssociationResource]) { resources = projects }

    /// These ids.
    package init(arrayLiteral ids: String...) { resources = ids.map(AssociationResource.projectId) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { resources.count }
    package subscript(place: Int) -> String { resources[place].words }
}
