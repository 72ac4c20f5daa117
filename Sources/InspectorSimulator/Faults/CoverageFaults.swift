/// What is wrong with the coverage, which may come late, fail, or disagree with the associations.
package struct CoverageFaults: Equatable, Sendable {
    /// Share of projects whose row is odd, by the way it is.
    package var oddities: [CoverageOddity: Double] = [:]
    /// How much longer each page takes.
    package var latency: Duration = .zero
    /// After how many pages of a listing the next one is answered by `InternalServerException`; nil is never.
    package var endsAfter: Int?
}

/// How a row of the coverage is odd.
package enum CoverageOddity: String, CaseIterable, Sendable {
    /// It is not there.
    case missing
    /// Another one follows, about a project that no configuration has and no listing knew.
    case extra
    /// Its name is another one in every other listing.
    case renamed
    /// Its date and its visibility cannot be read.
    case unreadable
    /// Its scan state is a word that no client knows yet.
    case newReason = "new-reason"
}

extension CoverageFaults {
    /// How the row of a project is odd in the listing with this number; the same way each time.
    func oddity(seed: UInt64, project: Int, listing: Int) -> CoverageOddity? {
        if oddities.isEmpty { return nil }
        let rates = Dictionary(uniqueKeysWithValues: oddities.map { ($0.rawValue, $1) })
        let oddity = Draw.name(rates, seed: seed, purpose: "coverage", target: "\(project)").flatMap(CoverageOddity.init)
        return oddity == .renamed && listing.isMultiple(of: 2) ? nil : oddity
    }
}
