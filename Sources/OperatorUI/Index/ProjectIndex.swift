import InspectorCore

/// What filter and order need of each project: its name and id in lower case in one block of bytes, and its place in the order of names.
package struct ProjectIndex: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var places: [ProjectPlace] = []
    private var pending: [ResourceNumber] = []
    private var isPending: [Bool] = []
    /// Every project, ordered by name; those without a name follow, by id.
    private(set) var ranking: [ResourceNumber] = []
    /// Each project's place in ``ranking``.
    private(set) var ranks: [UInt32] = []

    /// An index of nothing.
    package init() {}

    /// How many projects are known.
    var count: Int { places.count }

    /// Takes in projects that `inventory` has and the index has not.
    mutating func append(from inventory: Inventory) {
        for number in places.count..<max(places.count, inventory.resources.resources.count) {
            places.append(ProjectPlace())
            isPending.append(false)
            record(ResourceNumber(number), in: inventory)
        }
    }

    /// Takes in what became known about a project.
    mutating func record(_ number: ResourceNumber, in inventory: Inventory) {
        let start = UInt32(bytes.count)
        if let name = inventory.projectName(of: number) { bytes.append(lowercased: name) }
        let nameEnd = UInt32(bytes.count)
        bytes.append(0x0A)
        bytes.append(lowercased: inventory.resources.resources[Int(number)].searchText)
        places[Int(number)] = ProjectPlace(start: start, nameEnd: nameEnd, end: UInt32(bytes.count))
        guard !isPending[Int(number)] else { return }
        isPending[Int(number)] = true
        pending.append(number)
    }

    /// Hands out the texts to look a word up in.
    func withTexts(of word: SearchWord, _ body: (ProjectTexts) -> Void) {
        let idPart = word.idPart?.bytes ?? []
        bytes.withUnsafeBufferPointer { bytes in
            places.withUnsafeBufferPointer { places in
                word.bytes.withUnsafeBufferPointer { word in
                    idPart.withUnsafeBufferPointer { id in
                        body(ProjectTexts(bytes: bytes, places: places, word: word, idPart: id.isEmpty ? nil : id))
                    }
                }
            }
        }
    }

    /// Whether the project's name or id holds the word.
    func matches(_ number: ResourceNumber, _ word: SearchWord) -> Bool {
        var memo = [ProjectMemo](repeating: .unknown, count: count)
        var isFound = false
        withTexts(of: word) { isFound = $0.isFound(number, &memo) }
        return isFound
    }
}

/// Where a project's text is: the name, a line break, the id.
struct ProjectPlace: Hashable {
    var start: UInt32 = 0
    var nameEnd: UInt32 = 0
    var end: UInt32 = 0
}

extension ProjectIndex {
    /// Puts what became known since into the order of names: few among many are merged, many are sorted.
    mutating func settle() {
        guard !pending.isEmpty else { return }
        let old = ranking.filter { !isPending[Int($0)] }
        let new = sorted(pending, byId: false)
        ranking = merge(old, new)
        for number in pending { isPending[Int(number)] = false }
        pending = []
        ranks = Self.inverse(of: ranking)
    }

    /// Each project's place in the order of ids.
    func idRanks() -> [UInt32] {
        Self.inverse(of: sorted(ranking, byId: true))
    }

    private static func inverse(of order: [ResourceNumber]) -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(rank) }
        return ranks
    }

    private func sorted(_ numbers: [ResourceNumber], byId: Bool) -> [ResourceNumber] {
        bytes.withUnsafeBufferPointer { bytes in numbers.sorted { precedes($0, $1, bytes, byId: byId) } }
    }

    private func merge(_ old: [ResourceNumber], _ new: [ResourceNumber]) -> [ResourceNumber] {
        var result: [ResourceNumber] = []
        result.reserveCapacity(old.count + new.count)
        var rest = 0
        bytes.withUnsafeBufferPointer { bytes in
            for number in new {
                let end = old.partition(from: rest) { precedes(number, $0, bytes, byId: false) }
                result += old[rest..<end]
                result.append(number)
                rest = end
            }
        }
        return result + old[rest...]
    }

    private func precedes(_ left: ResourceNumber, _ right: ResourceNumber, _ bytes: UnsafeBufferPointer<UInt8>, byId: Bool) -> Bool {
        let (a, b) = (places[Int(left)], places[Int(right)])
        if !byId {
            let (isNamed, isOtherNamed) = (a.start < a.nameEnd, b.start < b.nameEnd)
            if isNamed != isOtherNamed { return isNamed }
            let order = bytes.compare(Int(a.start)..<Int(a.nameEnd), Int(b.start)..<Int(b.nameEnd))
            if order != 0 { return order < 0 }
        }
        let order = bytes.compare(Int(a.nameEnd)..<Int(a.end), Int(b.nameEnd)..<Int(b.end))
        return order == 0 ? left < right : order < 0
    }
}

extension AssociationResource {
    /// What a filter finds the resource by; what all ids begin with tells them apart from nothing.
    fileprivate var searchText: String {
        switch self {
        case .projectId(let id): id.hasPrefix(SearchWord.idPrefix) ? String(id.dropFirst(SearchWord.idPrefix.count)) : id
        case .unknown: idText
        }
    }
}
