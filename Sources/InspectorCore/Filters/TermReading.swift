import BitCollections

/// Finds out what a condition says of an account's rows.
struct TermReading {
    let subject: FilterSubject
    let inventory: Inventory
    private let candidates: [ResourceNumber]?
    private let coverage: MetNeeds

    init(_ subject: FilterSubject, _ candidates: [ResourceNumber]?) {
        (self.subject, self.candidates, inventory) = (subject, candidates, subject.inventory)
        coverage = FilterNeed.coverage.areMet(by: subject.inventory)
    }

    /// What the condition says.
    func truth(of condition: FilterCondition) -> TermTruth {
        switch condition {
        case .word(let text): SearchText(text).map(truth(ofWord:)) ?? TermTruth()
        case .text(let field, let text): SearchText(text).map { truth(of: field, $0) } ?? TermTruth()
        case .membership(let comparison, let bound): TermTruth(projects: membership(comparison, bound))
        case .scanned(let age): TermTruth(projects: scanned(age))
        case .neverScanned: TermTruth(projects: neverScanned)
        case .flag(.failed): TermTruth(rows: subject.session.failed)
        case .flag(.marked): TermTruth(rows: subject.session.marked)
        }
    }

    /// Whether everything that the coverage says of a project is known.
    func isCoverageKnown(of project: ResourceNumber) -> Bool { coverage.isMet(of: project, in: inventory) }

    /// What `truth` says of each project asked about.
    func projects(_ truth: (ResourceNumber) -> FilterTruth) -> [FilterTruth] {
        guard let candidates else { return (0..<ResourceNumber(inventory.resources.count)).map(truth) }
        var truths = [FilterTruth](repeating: .no, count: inventory.resources.count)
        for project in candidates { truths[Int(project)] = truth(project) }
        return truths
    }

    /// Where the text is found; elsewhere a no where `isKnown` says that there is no other text to come.
    func projects(with text: SearchText, in place: ProjectTextPlace, isKnown: (ResourceNumber) -> Bool) -> [FilterTruth] {
        var truths = projects { FilterTruth.no.when(isKnown($0)) }
        subject.texts.find(text, in: place, among: candidates) { truths[Int($0)] = .yes }
        return truths
    }
}

extension TermReading {
    /// As far as listed a project is in at least so many: that alone proves something before all is listed.
    private func membership(_ comparison: FilterComparison, _ bound: Int) -> [FilterTruth] {
        let met = FilterNeed.associations.areMet(by: inventory)
        return projects { project in
            let (count, isComplete) = (inventory.configurationCount(of: project), met.isMet(of: project, in: inventory))
            return switch comparison {
            case .greater: FilterTruth(count > bound).provenYes(or: isComplete)
            case .less: !FilterTruth(count >= bound).provenYes(or: isComplete)
            case .equal: count > bound ? .no : FilterTruth(count == bound).when(isComplete)
            }
        }
    }

    /// A page to come may show a later scan: before the last one, only that a project was scanned lately is proven.
    private func scanned(_ age: FilterAge) -> [FilterTruth] {
        let met = FilterNeed.coverage.areMet(by: inventory)
        return projects { project in
            let isComplete = met.isMet(of: project, in: inventory)
            switch inventory.facts.scanTime(of: project) {
            case .unknown: return .unknown
            case .never: return FilterTruth.no.when(isComplete)
            case .at(let time):
                let holds = FilterTruth(age.holds(Int(subject.now - time)))
                return age.isOlder ? !(!holds).provenYes(or: isComplete) : holds.provenYes(or: isComplete)
            }
        }
    }

    private var neverScanned: [FilterTruth] {
        let met = FilterNeed.coverage.areMet(by: inventory)
        return projects { project in
            switch inventory.facts.scanTime(of: project) {
            case .unknown: .unknown
            case .never: FilterTruth.yes.when(met.isMet(of: project, in: inventory))
            case .at: .no
            }
        }
    }
}
