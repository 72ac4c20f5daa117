import InspectorCore

/// Decides for associations whether a filter shows them; what is true of a project or a configuration is found out once.
struct RowMatcher {
    private let facts: ListFacts
    private var words: [WordMatches]

    /// - Parameter seesConfigurations: Whether configurations' names count, which tell rows of one configuration apart from nothing.
    init(_ filter: Filter, _ facts: ListFacts, seesConfigurations: Bool) {
        self.facts = facts
        words = filter.words.map { WordMatches($0, facts, seesConfigurations: seesConfigurations) }
    }

    /// Whether the filter shows the association.
    mutating func matches(_ id: AssociationID) -> Bool {
        for index in words.indices where words[index].isFound(id, facts) == words[index].word.isExcluded { return false }
        return true
    }
}

/// Where one word occurs.
private struct WordMatches {
    private enum Memo: UInt8 { case unknown, absent, found }

    let word: SearchWord
    private let configurations: [Bool]
    private let codes: Set<String>
    private var projects: [Memo]

    init(_ word: SearchWord, _ facts: ListFacts, seesConfigurations: Bool) {
        self.word = word
        configurations = facts.inventory.entries.map { seesConfigurations && word.occurs(inAnyCase: $0.configuration.name) }
        codes = Set(facts.failures.codes.filter { word.occurs(inAnyCase: $0) })
        projects = Array(repeating: .unknown, count: facts.index.count)
    }

    mutating func isFound(_ id: AssociationID, _ facts: ListFacts) -> Bool {
        if configurations[Int(id.configuration)] { return true }
        if isFound(in: id.resource, facts) { return true }
        guard !codes.isEmpty, let failure = facts.failures[id] else { return false }
        return codes.contains(failure.groupTitle)
    }

    private mutating func isFound(in project: ResourceNumber, _ facts: ListFacts) -> Bool {
        switch projects[Int(project)] {
        case .found: return true
        case .absent: return false
        case .unknown:
            let isFound = facts.index.matches(project, word)
            projects[Int(project)] = isFound ? .found : .absent
            return isFound
        }
    }
}
