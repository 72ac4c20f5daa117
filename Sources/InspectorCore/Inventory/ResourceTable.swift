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

    /// Whether ListCoverage gave any name.
    package var hasNames: Bool { names.hasNames }

    /// The length of the longest name that ListCoverage gave, in UTF-8 bytes.
    package var longestName: Int { names.longestName }

    /// Whether a name came that there was no room for; a block of names holds 4 GB.
    package var lacksNames: Bool { names.isFull }

    /// Bytes that names take in memory.
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

    /// Keeps the name that ListCoverage gives a project, and gives the project's number.
    @discardableResult
    mutating func record(_ project: ProjectDetails) -> ResourceNumber {
        let number = number(of: .projectId(project.projectId))
        names.record(project.projectName, for: Int(number))
        return number
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

    /// Whether the resource is one project exactly, found without making its id; see ``AssociationResource/isMatched``.
    package func isProject(_ number: ResourceNumber) -> Bool { projects[Int(number)] != nil }

    /// The resources that match no project.
    package var unmatched: some Collection<ResourceNumber> { others.keys }

    /// Appends a project's UUID as text to `bytes`; false when the resource is none with a UUID.
    package func appendUUID(of number: ResourceNumber, to bytes: inout [UInt8]) -> Bool {
        guard let project = projects[Int(number)] else { return false }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { buffer in
            project.write(to: buffer)
            bytes += buffer
        }
        return true
    }

    /// The repository's name; nil when ListCoverage gave none.
    package func name(of number: ResourceNumber) -> String? { names.name(of: Int(number)) }
}

/// A project's id in 16 bytes: the UUID alone, for what stands before it is always the same.
struct PackedProject: Hashable, Sendable {
    /// What every packed id begins with.
    static let prefix = "project-"
    private let high: UInt64
    private let low: UInt64

    /// The id, when it is written the one way that can be restored from 16 bytes: lower case, hyphens in their places.
    init?(_ id: String) {
        var id = id
        let packed = id.withUTF8 { PackedProject($0) }
        guard let packed else { return nil }
        self = packed
    }

    /// The id in these bytes.
    init?(_ id: UnsafeBufferPointer<UInt8>) {
        guard let words = Self.words(id) else { return nil }
        (high, low) = words
    }

    /// The id as the service writes it.
    var id: String {
        String(unsafeUninitializedCapacity: 44) { buffer in
            _ = UnsafeMutableBufferPointer(rebasing: buffer[..<8]).initialize(fromContentsOf: Self.prefix.utf8)
            write(to: UnsafeMutableBufferPointer(rebasing: buffer[8...]))
            return 44
        }
    }

    /// Writes the 36 characters of the UUID.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var place = 0
        for digit in 0..<32 {
            if Self.isHyphen(place) {
                buffer[place] = UInt8(ascii: "-")
                place += 1
            }
            let value = (digit < 16 ? high : low) >> UInt64(60 - digit % 16 * 4) & 0xF
            buffer[place] = UInt8(truncatingIfNeeded: value < 10 ? 48 + value : 87 + value)
            place += 1
        }
    }

    private static func words(_ id: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard id.count == 44, id[..<8].elementsEqual(prefix.utf8) else { return nil }
        var (high, low) = (UInt64(0), UInt64(0))
        for place in 0..<36 {
            let byte = id[8 + place]
            if isHyphen(place) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = digit(byte) else { return nil }
            if place < 18 { high = high << 4 | value } else { low = low << 4 | value }
        }
        return (high, low)
    }

    private static func isHyphen(_ place: Int) -> Bool { place == 8 || place == 13 || place == 18 || place == 23 }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - 87)
        default: nil
        }
    }
}
