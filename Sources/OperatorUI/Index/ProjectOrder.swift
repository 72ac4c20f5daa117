import InspectorCore

/// Orders projects by what the lists show of them. Those that are alike there are in the order of names.
///
/// What a column shows is found out once for each word, or sorted as numbers: a hundred thousand projects take a few milliseconds.
struct ProjectOrder {
    private let account: Account
    private var facts: ScanFacts { account.inventory.facts }

    init(_ account: Account) {
        self.account = account
    }

    /// All projects that are ranked.
    func projects(by column: ProjectColumn) -> [ResourceNumber] {
        let inventory = account.inventory
        switch column {
        case .name, .configuration: return account.index.ranking
        case .id: return account.index.idRanking
        case .count: return inBuckets { inventory.configurationCount(of: $0) }
        case .lastScan: return byLastScan()
        case .scan: return byScan()
        case .provider: return byWord(.provider)
        case .visibility: return byWord(.visibility)
        case .account: return byWord(.account)
        case .status:
            let statuses = RowStatuses(inventory)
            return inBuckets { statuses[$0].rawValue }
        }
    }

    private func inBuckets(_ place: (ResourceNumber) -> Int) -> [ResourceNumber] {
        var buckets: [[ResourceNumber]] = []
        for project in account.index.ranking {
            let place = place(project)
            while buckets.count <= place { buckets.append([]) }
            buckets[place].append(project)
        }
        return buckets.flatMap(\.self)
    }

    /// What never was scanned, then by the date, the earliest first; what is not known is last.
    private func byLastScan() -> [ResourceNumber] {
        let ranking = account.index.ranking
        let keys = ranking.enumerated().map { place, project in facts.scanTime(of: project).sortKey << 32 | UInt64(place) }
        return keys.sorted().map { ranking[Int($0 & 0xFFFF_FFFF)] }
    }

    /// By what the word means, then by the word.
    private func byScan() -> [ResourceNumber] {
        let facts = facts
        var words: [ScanPair: ScanWord] = [:]
        for project in account.index.ranking {
            let pair = ScanPair(facts, project)
            if words[pair] == nil { words[pair] = facts.scanWord(of: project) }
        }
        let places = Dictionary(grouping: words, by: { $0.value }).sorted { $0.key.precedes($1.key) }.enumerated()
            .flatMap { place, group in group.value.map { ($0.key, place) } }
        let place = Dictionary(uniqueKeysWithValues: places)
        return inBuckets { place[ScanPair(facts, $0)] ?? 0 }
    }

    /// By the word; what has none is last.
    private func byWord(_ fact: ScanFact) -> [ResourceNumber] {
        let words = facts.values(fact)
        var places = [Int](repeating: words.count, count: words.count + 1)
        for (place, word) in words.indices.sorted(by: { words[$0] < words[$1] }).enumerated() { places[word + 1] = place }
        return inBuckets { places[Int(facts.value(fact, of: $0))] }
    }
}

/// The two numbers that a project's scan word comes from.
private struct ScanPair: Hashable {
    let reason: FactValue
    let statusCode: FactValue

    init(_ facts: ScanFacts, _ project: ResourceNumber) {
        (reason, statusCode) = (facts.value(.reason, of: project), facts.value(.statusCode, of: project))
    }
}

extension ScanWord {
    /// What somebody has to do something about comes first, and where nothing is known last.
    fileprivate func precedes(_ other: ScanWord) -> Bool {
        (meaning.rank, word) < (other.meaning.rank, other.word)
    }
}

extension ScanWord.Meaning {
    fileprivate var rank: Int {
        switch self {
        case .failing: 0
        case .waiting: 1
        case .off: 2
        case .ok: 3
        case .unknown: 4
        }
    }
}

extension ScanTime {
    /// In 32 bits.
    fileprivate var sortKey: UInt64 {
        switch self {
        case .never: 0
        case .at(let seconds): 1 + UInt64(seconds)
        case .unknown: 0xFFFF_FFFF
        }
    }
}
