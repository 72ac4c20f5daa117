package import BitCollections

/// A question about an account that an operator starts from.
package enum CoverageView: Hashable, Sendable {
    /// Projects in more than one configuration.
    case inSeveralConfigurations
    /// Projects that were last scanned more than so many days ago; those that never were are not among them.
    case notScanned(days: Int)
    /// Projects whose scans do not come about.
    case scanFailing
    /// Those of them for which this is the `reason`, as the service writes it.
    case scanFailingBecause(String)
    /// Projects of the coverage that no configuration has.
    case withoutConfiguration
}

/// The projects that an answer holds.
package struct ViewMembers: Equatable, Sendable {
    /// The projects, by ``ResourceNumber``.
    package var projects = BitSet()
    /// Whether the listings that the answer needs came to their end, so that these are all of them. Otherwise there may be more, and where
    /// a listing's silence would have to prove a project, there are none yet.
    package var isProven: Bool
}

extension Inventory {
    /// What the view shows.
    ///
    /// All but ``CoverageView/withoutConfiguration`` are about projects that some configuration has. A project in several is proven by what
    /// was listed; any other answer needs the coverage, and the absence of a configuration every listing.
    ///
    /// - Parameter now: Seconds since 1970.
    package func members(of view: CoverageView, now: Int64) -> ViewMembers {
        switch view {
        case .inSeveralConfigurations:
            ViewMembers(projects: associatedProjects { configurationCount(of: $0) > 1 }, isProven: provesAbsence)
        case .notScanned(let days): notScanned(since: now - Int64(days) * 86_400)
        case .scanFailing: failing(reasons: facts.failingReasons)
        case .scanFailingBecause(let reason): failing(reasons: facts.failingReasons.filter { facts.text(.reason, $0) == reason })
        case .withoutConfiguration: withoutConfiguration
        }
    }

    /// Why scans do not come about, as the service writes it, with the projects; the most frequent reason comes first.
    package func failingReasons() -> [(reason: String, members: ViewMembers)] {
        var projects = Dictionary(uniqueKeysWithValues: facts.failingReasons.map { ($0, BitSet()) })
        for number in associatedProjects { projects[facts.value(.reason, of: number)]?.insert(Int(number)) }
        return projects.filter { !$0.value.isEmpty }
            .map { (facts.text(.reason, $0), ViewMembers(projects: $1, isProven: knowsAllFacts)) }
            .sorted { ($1.1.projects.count, $0.0) < ($0.1.projects.count, $1.0) }
    }

    /// How many rows a list of these projects' associations has.
    package func associationCount(of projects: BitSet) -> Int {
        projects.reduce(0) { $0 + configurationCount(of: ResourceNumber($1)) }
    }

    private func notScanned(since moment: Int64) -> ViewMembers {
        let known = inEachOrigin(knowsFacts)
        guard origins.contains(where: { known[Int($0)] }) else { return ViewMembers(isProven: false) }
        return ViewMembers(
            projects: associatedProjects { known[Int(resources.origin(of: $0))] && facts.lastScan(of: $0).map { $0 < moment } ?? false },
            isProven: knowsAllFacts)
    }

    private func failing(reasons: [FactValue]) -> ViewMembers {
        let reasons = Set(reasons)
        return ViewMembers(
            projects: reasons.isEmpty ? [] : associatedProjects { reasons.contains(facts.value(.reason, of: $0)) }, isProven: knowsAllFacts)
    }

    private var withoutConfiguration: ViewMembers {
        let known = inEachOrigin { knowsFacts(in: $0) && provesAbsence(in: $0) }
        guard origins.contains(where: { known[Int($0)] }) else { return ViewMembers(isProven: false) }
        return ViewMembers(
            projects: facts.covered.filter {
                resources.isProject(ResourceNumber($0)) && configurationCount(of: ResourceNumber($0)) == 0
                    && isInScope(ResourceNumber($0)) && known[Int(resources.origin(of: ResourceNumber($0)))]
            }, isProven: origins.allSatisfy { known[Int($0)] })
    }

    private func associatedProjects(where isMember: (ResourceNumber) -> Bool) -> BitSet {
        var projects = BitSet()
        for number in associatedProjects where isMember(number) { projects.insert(Int(number)) }
        return projects
    }

    private var associatedProjects: some Sequence<ResourceNumber> {
        (0..<ResourceNumber(resources.count)).lazy.filter { configurationCount(of: $0) > 0 && resources.isProject($0) && isInScope($0) }
    }
}

extension ScanFacts {
    /// The numbers of the reasons that stand for scans that do not come about.
    fileprivate var failingReasons: [FactValue] {
        values(.reason).enumerated().filter { ScanWord(reason: $1, statusCode: nil).meaning == .failing }.map { FactValue($0.offset + 1) }
    }
}
