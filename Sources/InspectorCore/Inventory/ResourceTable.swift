import AWSClient

/// Each associated resource once, known by a small number that never changes while the program runs.
///
/// Projects are kept as the 16 bytes of their UUID: a hundred thousand of them with names take 11 MB, and 50 MB as strings.
package struct ResourceTable: Equatable, Sendable {
    private var projects: [PackedProject?] = []
    private var numbers: [PackedProject: ResourceNumber] = [:]
    private var others: [ResourceNumber: AssociationResource] = [:]
    private var otherNumbers: [AssociationResource: ResourceNumber] = [:]
    private var names = NameBlock()

    /// How many resources were seen.
    package var count: Int { projects.count }

    /// Whether ListCoverage ever told a name.
    package var hasNames: Bool { names.hasNames }

    /// The length of the longest name that ListCoverage told, in UTF-8 bytes.
    package var longestName: Int { names.longestName }

    /// Whether a name was told that there was no room for; a block of names holds 4 GB.
    package var lacksNames: Bool { names.isFull }

    /// Bytes that names take.
    var nameSize: Int { names.size }

    /// The number of `resource`, a new one if it was not seen before.
    mutating func number(of resource: AssociationResource) -> ResourceNumber {
        if let number = knownNumber(of: resource) { return number }
        let number = ResourceNumber(projects.count)
        let packed = Self.packed(resource)
        projects.append(packed)
        if let packed {
            numbers[packed] = number
        } else {
            others[number] = resource
            otherNumbers[resource] = number
        }
        return number
    }

    /// Keeps what ListCoverage says of a project.
    mutating func record(_ project: ProjectDetails) {
        names.record(project, for: Int(number(of: .projectId(project.projectId))))
    }

    /// The number of a resource seen before.
    package func knownNumber(of resource: AssociationResource) -> ResourceNumber? {
        if let packed = Self.packed(resource) { numbers[packed] } else { otherNumbers[resource] }
    }

    private static func packed(_ resource: AssociationResource) -> PackedProject? {
        resource.projectId.flatMap(PackedProject.init)
    }
}

extension ResourceTable {
    /// The resource behind a number.
    package subscript(number: ResourceNumber) -> AssociationResource {
        if let project = projects[Int(number)] { return .projectId(project.id) }
        return others[number] ?? .missing
    }

    /// Whether the resource is one project exactly, told without making its id; see ``AssociationResource/isMatched``.
    package func isProject(_ number: ResourceNumber) -> Bool { projects[Int(number)] != nil }

    /// The resources that match no project.
    package var strangers: some Collection<ResourceNumber> { others.keys }

    /// Appends a project's UUID as text to `bytes`; false when the resource is none with a UUID.
    package func appendUUID(of number: ResourceNumber, to bytes: inout [UInt8]) -> Bool {
        guard let project = projects[Int(number)] else { return false }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { buffer in
            project.write(to: buffer)
            bytes += buffer
        }
        return true
    }

    /// The repository's name.
    package func name(of number: ResourceNumber) -> String? { names.name(of: Int(number)) }

    /// What ListCoverage says of the resource `number`.
    package func details(of number: ResourceNumber) -> ProjectDetails? {
        guard names.knows(Int(number)), let id = self[number].projectId else { return nil }
        return ProjectDetails(projectId: id, projectName: name(of: number), providerType: names.provider(of: Int(number)))
    }
}
