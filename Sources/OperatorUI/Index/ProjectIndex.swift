import InspectorCore

/// What filter and order need of each project: its name and id in lower case, all names and all ids in one block of bytes each,
/// and its place in the orders of names and of ids.
package struct ProjectIndex: Hashable, Sendable {
    private var names: [UInt8] = []
    private var ids: [UInt8] = []
    private var places: [ProjectPlace] = []
    private var pending: [ResourceNumber] = []
    private var isPending: [Bool] = []
    /// Every project, ordered by name; those without a name follow, by id.
    private(set) var ranking: [ResourceNumber] = []
    /// Every project, ordered by id.
    private(set) var idRanking: [ResourceNumber] = []

    /// An index of nothing.
    package init() {}

    /// How many projects are known.
    var count: Int { places.count }

    /// Takes in projects that `inventory` has and the index has not.
    mutating func append(from inventory: Inventory) {
        for number in places.count..<max(places.count, inventory.resources.count) {
            let start = UInt32(ids.count)
            ids.appendSearchText(of: ResourceNumber(number), in: inventory.resources)
            places.append(ProjectPlace(idStart: start, idEnd: UInt32(ids.count)))
            isPending.append(false)
            record(ResourceNumber(number), in: inventory)
        }
    }

    /// Takes in what became known about a project.
    mutating func record(_ number: ResourceNumber, in inventory: Inventory) {
        let start = UInt32(names.count)
        if let name = inventory.projectName(of: number) { names.append(lowercased: name) }
        places[Int(number)].nameStart = start
        places[Int(number)].nameEnd = UInt32(names.count)
        guard !isPending[Int(number)] else { return }
        isPending[Int(number)] = true
        pending.append(number)
    }

    /// Hands out the texts of all projects.
    func withTexts<Result>(_ body: (ProjectTexts) -> Result) -> Result {
        names.withUnsafeBufferPointer { names in
            ids.withUnsafeBufferPointer { ids in
                places.withUnsafeBufferPointer { body(ProjectTexts(names: names, ids: ids, places: $0)) }
            }
        }
    }

    /// Hands out the texts with a word to look up in them.
    func withTexts(of word: SearchWord, _ body: (ProjectSearch) -> Void) {
        let idPart = word.idPart?.bytes ?? []
        withTexts { texts in
            word.bytes.withUnsafeBufferPointer { word in
                idPart.withUnsafeBufferPointer { id in
                    body(ProjectSearch(texts: texts, word: word, idPart: id.isEmpty ? nil : id))
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

extension ProjectIndex {
    /// Puts what became known since into both orders: few among many are merged, many are sorted.
    mutating func settle() {
        guard !pending.isEmpty else { return }
        let old = ranking.filter { !isPending[Int($0)] }
        let new = (idRanking.count..<count).map { ResourceNumber($0) }
        (ranking, idRanking) = withTexts { texts in
            (texts.merge(old, pending, by: .name), texts.merge(idRanking, new, by: .id))
        }
        for number in pending { isPending[Int(number)] = false }
        pending = []
    }
}

extension [UInt8] {
    /// Appends what a filter finds the resource by; what all ids begin with tells them apart from nothing.
    fileprivate mutating func appendSearchText(of number: ResourceNumber, in resources: ResourceTable) {
        if resources.appendUUID(of: number, to: &self) { return }
        switch resources[number] {
        case .projectId(let id):
            append(lowercased: id.hasPrefix(SearchWord.idPrefix) ? String(id.dropFirst(SearchWord.idPrefix.count)) : id)
        case .unknown: append(lowercased: resources[number].idText)
        }
    }
}
