import AWSClient
internal import BitCollections

/// Each associated resource once, known by a small number that never changes while the program runs.
///
/// Projects are kept as the 16 bytes of their UUID: a hundred thousand of them with names take 11 MB, and 50 MB as strings.
package struct ResourceTable: Equatable, Sendable {
    private var projects: [PackedProject?] = []
    private var numbers: [[PackedProject: ResourceNumber]] = []
    private var others: [ResourceNumber: AssociationResource] = [:]
    private var otherNumbers: [[AssociationResource: ResourceNumber]] = []
    /// The session of each resource; beyond the end, the first one.
    private var origins: [OriginNumber] = []
    private var names = NameBlock()

    /// How many resources were seen.
    package var count: Int { projects.count }

    /// Whether ListCoverage gave any name.
    package var hasNames: Bool { names.hasNames }

    /// The length of the longest name that ListCoverage gave, in UTF-8 bytes.
    package var longestName: Int { names.longestName }

    /// Whether a name came that there was no room for; a block of names holds 4 GB.
    package var lacksNames: Bool { names.isFull }

    /// Bytes that names take in memory.
    var nameSize: Int { names.size }

    /// Whether both have the same resources because one is an unchanged copy of the other; found without comparing them.
    func isCopy(of other: ResourceTable) -> Bool {
        projects.withUnsafeBufferPointer { own in
            other.projects.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress && own.count == $0.count }
        }
    }

    /// The number of `resource` in a session, a new one if it was not seen there before.
    mutating func number(of resource: AssociationResource, in origin: OriginNumber = 0) -> ResourceNumber {
        if let number = knownNumber(of: resource, in: origin) { return number }
        makeRoom(for: origin)
        let number = ResourceNumber(projects.count)
        let packed = Self.packed(resource)
        projects.append(packed)
        if let packed {
            numbers[Int(origin)][packed] = number
        } else {
            others[number] = resource
            otherNumbers[Int(origin)][resource] = number
        }
        if origin > 0 { origins += repeatElement(0, count: Int(number) - origins.count) + [origin] }
        return number
    }

    private mutating func makeRoom(for origin: OriginNumber) {
        while numbers.count <= Int(origin) {
            numbers.append([:])
            otherNumbers.append([:])
        }
    }

    /// Keeps the name that ListCoverage gives a project, and gives the project's number.
    @discardableResult
    mutating func record(_ project: ProjectDetails, in origin: OriginNumber = 0) -> ResourceNumber {
        let number = number(of: .projectId(project.projectId), in: origin)
        names.record(project.projectName, for: Int(number))
        return number
    }

    /// Keeps the name of a resource.
    mutating func keep(_ name: String?, for number: ResourceNumber) { names.record(name, for: Int(number)) }

    /// The number of a resource that was seen in a session before.
    package func knownNumber(of resource: AssociationResource, in origin: OriginNumber = 0) -> ResourceNumber? {
        guard Int(origin) < numbers.count else { return nil }
        return if let packed = Self.packed(resource) { numbers[Int(origin)][packed] } else { otherNumbers[Int(origin)][resource] }
    }

    /// The session that has shown the resource.
    package func origin(of number: ResourceNumber) -> OriginNumber { Int(number) < origins.count ? origins[Int(number)] : 0 }

    /// The resources that a session has shown.
    func members(of origin: OriginNumber) -> BitSet {
        BitSet((0..<projects.count).filter { self.origin(of: ResourceNumber($0)) == origin })
    }

    private static func packed(_ resource: AssociationResource) -> PackedProject? {
        if case .project(let project) = resource { project } else { nil }
    }
}

extension ResourceTable {
    /// The resource behind a number.
    package subscript(number: ResourceNumber) -> AssociationResource {
        if let project = projects[Int(number)] { return .project(project) }
        return others[number] ?? .missing
    }

    /// Whether the resource is one project exactly, found without making its id; see ``AssociationResource/isMatched``.
    package func isProject(_ number: ResourceNumber) -> Bool { projects[Int(number)] != nil }

    /// The resources that match no project.
    package var unmatched: some Collection<ResourceNumber> { others.keys }

    /// The repository's name; nil when ListCoverage gave none.
    package func name(of number: ResourceNumber) -> String? { names.name(of: Int(number)) }
}
