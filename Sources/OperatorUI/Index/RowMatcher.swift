import InspectorCore

/// Decides which associations a filter shows; what is true of a project or a configuration is found out once.
struct RowMatcher {
    private let account: Account
    private let filter: Filter
    private let seesConfigurations: Bool

    /// - Parameter seesConfigurations: Whether configurations' names count, which tell rows of one configuration apart from nothing.
    init(_ filter: Filter, _ account: Account, seesConfigurations: Bool) {
        self.account = account
        self.filter = filter
        self.seesConfigurations = seesConfigurations
    }

    /// The rows that hold every word, and none of those that must not be there.
    func rows(among candidates: AssociationRows) -> AssociationRows {
        filter.words.reduce(candidates) { rows, word in self.rows(among: rows, word) }
    }

    private func rows(among candidates: AssociationRows, _ word: SearchWord) -> AssociationRows {
        let configurations = account.inventory.entries.map { seesConfigurations && word.occurs(inAnyCase: $0.configuration.name) }
        let codes = Set(account.failures.codes.filter { word.occurs(inAnyCase: $0) })
        if !configurations.contains(false) { return word.isExcluded ? AssociationRows() : candidates }
        let isAboutProjects = codes.isEmpty && !configurations.contains(true)
        let failures = account.failures
        var memo = [ProjectMemo](repeating: .unknown, count: account.index.count)
        var result = candidates
        account.index.withTexts(of: word) { search in
            if candidates.count > memo.count / 2 { search.fill(&memo) }
            if isAboutProjects, let rows = candidates.filter(projects: { search.isFound($0, &memo) != word.isExcluded }) {
                return result = rows
            }
            result = candidates.filter { _, id in
                var isFound = configurations[Int(id.configuration)] || search.isFound(id.resource, &memo)
                if !isFound, !codes.isEmpty, let failure = failures[id] { isFound = codes.contains(failure.groupTitle) }
                return isFound != word.isExcluded
            }
        }
        return result
    }
}

/// Whether a word was looked for in a project, and found.
enum ProjectMemo: UInt8 {
    case unknown, absent, found
}

/// The texts of all projects with a word to look for.
struct ProjectSearch {
    let texts: ProjectTexts
    let word: UnsafeBufferPointer<UInt8>
    let idPart: UnsafeBufferPointer<UInt8>?

    /// Looks the word up in every project, in the order of memory, which is several times as fast as in the order of rows.
    func fill(_ memo: inout [ProjectMemo]) {
        memo.withUnsafeMutableBufferPointer { memo in
            for project in memo.indices { memo[project] = isFound(in: texts.places[project]) ? .found : .absent }
        }
    }

    /// Looks the word up in a project, at most once.
    func isFound(_ project: ResourceNumber, _ memo: inout [ProjectMemo]) -> Bool {
        let known = memo[Int(project)]
        if known != .unknown { return known == .found }
        let isFound = isFound(in: texts.places[Int(project)])
        memo[Int(project)] = isFound ? .found : .absent
        return isFound
    }

    private func isFound(in place: ProjectPlace) -> Bool {
        texts.names.contains(word, in: place.name) || texts.ids.contains(word, in: place.id)
            || (idPart.map { texts.ids.contains($0, in: place.id) } ?? false)
    }
}
