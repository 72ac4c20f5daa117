import InspectorCore

/// What filter and order need of each project: its name and id in lower case, all names and all ids in one block of bytes each,
/// and its place in the orders of names and of ids.
struct ProjectIndex: Hashable, Sendable {
    private var names = TextBlock()
    private var ids: [UInt8] = []
    private var places: [ProjectPlace] = []
    private var pending: [ResourceNumber] = []
    private var isPending: [Bool] = []
    /// Every project, ordered by name; those without a name follow, by id.
    private(set) var ranking: [ResourceNumber] = []
    /// Every project, ordered by id.
    private(set) var idRanking: [ResourceNumber] = []

    /// An index of nothing.
    init() {}

    /// How many projects are known.
    var count: Int { places.count }

    /// Adds projects of `inventory` that the index does not have yet.
    mutating func append(from inventory: Inventory) {
        for number in places.count..<max(places.count, inventory.resources.count) {
            let start = UInt32(ids.count)
            ids.appendSearchText(of: ResourceNumber(number), in: inventory.resources)
            places.append(ProjectPlace(idStart: start, idEnd: UInt32(ids.count)))
            isPending.append(true)
            pending.append(ResourceNumber(number))
            record(ResourceNumber(number), in: inventory)
        }
    }

    /// Bytes that names take, those of names that have changed since among them.
    var nameSize: Int { names.bytes.count }

    /// Updates a project's name; one that is already known costs neither memory nor time.
    mutating func record(_ number: ResourceNumber, in inventory: Inventory) {
        var name: [UInt8] = []
        if let told = inventory.projectName(of: number) { name.append(lowercased: told) }
        if names.isWasteful(adding: name.count) { compact() }
        let old = places[Int(number)].name
        let new = names.replace(old, by: name) ?? 0..<0
        if new == old { return }
        places[Int(number)].name = new
        guard !isPending[Int(number)] else { return }
        isPending[Int(number)] = true
        pending.append(number)
    }

    private mutating func compact() {
        for (number, place) in names.compact(places.map(\.name)).enumerated() { places[number].name = place }
    }

    /// Calls `body` with the texts of all projects.
    func withTexts<Result>(_ body: (ProjectTexts) -> Result) -> Result {
        names.bytes.withUnsafeBufferPointer { names in
            ids.withUnsafeBufferPointer { ids in
                places.withUnsafeBufferPointer { body(ProjectTexts(names: names, ids: ids, places: $0)) }
            }
        }
    }
}

extension ProjectIndex {
    /// Brings both rankings up to date: few among many are merged, many are sorted.
    mutating func updateRankings() {
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
    /// Appends the text by which a filter finds the resource, without the prefix that all ids share.
    fileprivate mutating func appendSearchText(of number: ResourceNumber, in resources: ResourceTable) {
        switch resources[number] {
        case .project(let project): project.appendUUID(to: &self)
        case .otherProjectId(let id):
            append(lowercased: id.hasPrefix(SearchText.idPrefix) ? String(id.dropFirst(SearchText.idPrefix.count)) : id)
        case .unknown: append(lowercased: String(resources[number].idText.prefix(1_000)))
        }
    }
}
