/// One number of what a plan does to coverage: which of its projects are counted.
package struct CoverageNumber: Hashable, Sendable {
    /// All projects of the plan, or a part of them.
    package enum Part: Hashable, Sendable {
        /// All of them.
        case all
        /// Those of an account; nil when the coverage does not say whose they are.
        case account(String?)
        /// Those at a provider; nil when the coverage does not say where they are.
        case provider(String?)
    }

    /// What is said of the projects.
    package enum Fact: Hashable, Sendable {
        /// What the plan does to them.
        case fate(PlanCoverage.Fate)
        /// When they were last scanned.
        case scanned(PlanCoverage.Recency)
    }

    /// Whose projects are counted.
    package let part: Part
    /// What they have in common.
    package let fact: Fact

    /// The number of projects of a part of which this is so.
    package init(part: Part = .all, _ fact: Fact) {
        (self.part, self.fact) = (part, fact)
    }

    /// Everything that is told of a part, in order: that projects were scanned longer ago is not.
    fileprivate static let told: [Fact] =
        PlanCoverage.Fate.allCases.map(Fact.fate) + [.scanned(.recent), .scanned(.unknown)]
}

/// What a plan does to coverage, in numbers: as a whole, and by account and provider where there is more than one.
package struct CoverageSummary: Equatable, Sendable {
    /// A part of the plan's projects with its numbers, none of which is 0.
    package struct Part: Equatable, Sendable {
        /// The part.
        package let part: CoverageNumber.Part
        /// What is so of its projects. How many were scanned lately is told of the whole plan even if it is none.
        package let numbers: [Number]

        /// The number of projects of which this is so.
        package func count(_ fact: CoverageNumber.Fact) -> Int { numbers.first { $0.fact == fact }?.count ?? 0 }
    }

    /// What is so of how many projects.
    package struct Number: Hashable, Sendable {
        /// What is so.
        package let fact: CoverageNumber.Fact
        /// Of how many.
        package let count: Int
    }

    /// The plan as a whole.
    package let all: Part
    /// Its parts by account, if there are several accounts.
    package let accounts: [Part]
    /// Its parts by provider, if there are several providers.
    package let providers: [Part]

    init(_ counts: [CoverageNumber: Int]) {
        let parts = Set(counts.keys.map(\.part)).map { Self.part($0, counts) }
        all = parts.first { $0.part == .all } ?? Part(part: .all, numbers: [])
        accounts = Self.several(parts.compactMap { part in if case .account(let name) = part.part { (name ?? "", part) } else { nil } })
        providers = Self.several(parts.compactMap { part in if case .provider(let name) = part.part { (name ?? "", part) } else { nil } })
    }

    private static func part(_ part: CoverageNumber.Part, _ counts: [CoverageNumber: Int]) -> Part {
        let isScanKnown = counts[CoverageNumber(part: part, .scanned(.unknown))] == nil
        let numbers = CoverageNumber.told.compactMap { fact -> Number? in
            let isToldAnyway = part == .all && fact == .scanned(.recent) && isScanKnown
            return (counts[CoverageNumber(part: part, fact)] ?? (isToldAnyway ? 0 : nil)).map { Number(fact: fact, count: $0) }
        }
        return Part(part: part, numbers: numbers)
    }

    private static func several(_ parts: [(name: String, part: Part)]) -> [Part] {
        parts.count > 1 ? parts.sorted { $0.name < $1.name }.map(\.part) : []
    }
}

extension PlanDraft {
    /// What the plan does to coverage as it is now; nothing of one that covers projects.
    package var coverageSummary: CoverageSummary? {
        whole.action != .associate && count > 0 ? CoverageSummary(coverage.counts) : nil
    }
}
