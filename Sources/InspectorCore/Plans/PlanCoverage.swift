internal import Algorithms

/// What a plan does to the coverage of its projects: which of them lose their last scan configuration.
///
/// It follows each target that leaves the plan or comes back, in the same time however many there are. A project takes 12 bytes.
package struct PlanCoverage: Equatable, Sendable {
    /// What becomes of a project.
    package enum Fate: Int, CaseIterable, Sendable {
        /// It keeps no scan configuration, as complete listings show.
        case loses
        /// It may keep one or not: the listings do not tell.
        case unknown
        /// It keeps a scan configuration that is listed.
        case keeps
    }

    /// When a project was last scanned.
    package enum Recency: UInt8, CaseIterable, Sendable {
        /// In the last 30 days.
        case recent
        /// Before, or never.
        case older
        /// Nothing that can be read was said.
        case unknown
    }

    /// The projects by their numbers in a table, and how many targets of the plan take a configuration away from each, or give it one first.
    private let table: ResourceTable
    private let numbers: Numbers
    private let known: KnownProjects
    private var planned: [UInt16]
    private var covers: [UInt16]
    private let coverPlaces: Range<Int>
    private let proofs: [Bool]
    private var fates = Array(repeating: 0, count: Fate.allCases.count)

    /// The number of each target's project.
    private enum Numbers {
        case made([ResourceNumber])
        case listed(ListedTargets)
    }

    /// The coverage of these targets, each of which is one of a project, with what `facts` knows.
    init(_ targets: PlanTargets, _ facts: PlanFacts) {
        proofs = facts.provesCoverage
        coverPlaces = 0..<targets.indices.partitioningIndex { targets.change(at: $0) != .associate }
        if let listed = targets.listed {
            (table, numbers) = (listed.table, .listed(listed))
        } else {
            var table = ResourceTable()
            numbers = .made(
                targets.map { target in
                    let number = table.number(of: target.association.resource)
                    table.keep(target.projectName, for: number)
                    return number
                })
            self.table = table
        }
        (planned, covers) = (Array(repeating: 0, count: table.count), Array(repeating: 0, count: table.count))
        known = facts.projects.known(in: table, now: facts.now)
        countTargets()
        for number in planned.indices { count(number, by: 1) }
    }

    private mutating func countTargets() {
        switch numbers {
        case .made(let numbers):
            for (place, number) in numbers.enumerated() {
                if coverPlaces.contains(place) { covers[Int(number)] += 1 } else { planned[Int(number)] += 1 }
            }
        case .listed(let targets):
            for (group, targetGroup) in targets.groups.enumerated() {
                let projects = targets.anyOrder(of: group)
                if targetGroup.change == .associate {
                    projects.forEach { covers[Int($0)] += 1 }
                } else {
                    projects.forEach { planned[Int($0)] += 1 }
                }
            }
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.planned == right.planned && left.covers == right.covers && left.known == right.known && left.proofs == right.proofs
    }
}

extension PlanCoverage {
    /// How many projects the plan is about.
    package var projectCount: Int { fates.reduce(0, +) }

    /// How many different projects its targets have; each has a number below that or not much above.
    package var numberCount: Int { planned.count }

    /// The id of a project of the plan, and its name where the numbers are a listing's; nothing where no target has it.
    package func planned(_ number: Int) -> (project: AssociationResource, name: String?)? {
        planned[number] + covers[number] == 0 ? nil : (table[ResourceNumber(number)], table.name(of: ResourceNumber(number)))
    }

    /// The number of a target's project.
    package func projectNumber(of place: Int) -> Int {
        switch numbers {
        case .made(let numbers): Int(numbers[place])
        case .listed(let targets): Int(targets.project(at: place))
        }
    }

    /// Calls `body` with the number of each project of these targets, all of one configuration, in any order.
    package func forEachProjectNumber(of places: Range<Int>, _ body: (Int) -> Void) {
        switch numbers {
        case .made(let numbers): for number in numbers[places] { body(Int(number)) }
        case .listed(let targets): targets.anyOrder(of: targets.group(of: places.lowerBound)).forEach { body(Int($0)) }
        }
    }

    /// How many of them end like this.
    package func count(of fate: Fate) -> Int { fates[fate.rawValue] }

    /// Those that end like this.
    package func projects(of fate: Fate) -> ProjectIDs {
        if fates[fate.rawValue] == 0 { return [] }
        return ProjectIDs(planned.indices.filter { self.fate(of: $0) == fate }.map { table[ResourceNumber($0)] })
    }

    /// What becomes of a target's project, or would if it came back into the plan.
    func fate(ofTarget place: Int, isLeftOut: Bool) -> Fate {
        let (number, isCover) = (projectNumber(of: place), coverPlaces.contains(place))
        return fate(of: number, planned: isLeftOut && !isCover ? 1 : 0, covers: isLeftOut && isCover ? 1 : 0) ?? .unknown
    }

    /// Takes a target out of the plan, or back in.
    mutating func take(_ place: Int, out isOut: Bool) {
        let number = projectNumber(of: place)
        count(number, by: -1)
        if coverPlaces.contains(place) {
            if isOut { covers[number] -= 1 } else { covers[number] += 1 }
        } else {
            if isOut { planned[number] -= 1 } else { planned[number] += 1 }
        }
        count(number, by: 1)
    }

    private mutating func count(_ number: Int, by step: Int) {
        if let fate = fate(of: number) { fates[fate.rawValue] += step }
    }

    /// Whether a target's project is one of those that a number is about.
    package func isCounted(_ place: Int, in number: CoverageNumber) -> Bool {
        let project = projectNumber(of: place)
        guard let fate = fate(of: project) else { return false }
        let isPart =
            switch number.part {
            case .all: true
            case .account(let name): known.account(of: project) == name
            case .provider(let name): known.provider(of: project) == name
            }
        let isFact =
            switch number.fact {
            case .fate(let wanted): fate == wanted
            case .scanned(let recency): known[project].recency == recency
            }
        return isPart && isFact
    }

    /// How many projects each number is about that the plan may be told by: as a whole, by account and by provider.
    var counts: [CoverageNumber: Int] {
        var kinds: [KindOfProject: Int] = [:]
        var (last, run): (KindOfProject?, Int) = (nil, 0)
        for number in planned.indices {
            guard let fate = fate(of: number) else { continue }
            let kind = KindOfProject(fate: fate, project: known[number])
            if kind == last {
                run += 1
            } else {
                if let last { kinds[last, default: 0] += run }
                (last, run) = (kind, 1)
            }
        }
        if let last { kinds[last, default: 0] += run }
        var counts: [CoverageNumber: Int] = [:]
        for (kind, count) in kinds {
            let parts: [CoverageNumber.Part] = [
                .all, .account(known.accounts.text(kind.project.account)), .provider(known.providers.text(kind.project.provider)),
            ]
            for part in parts {
                counts[CoverageNumber(part: part, .fate(kind.fate)), default: 0] += count
                counts[CoverageNumber(part: part, .scanned(kind.project.recency)), default: 0] += count
            }
        }
        return counts
    }

    /// What projects have in common that are counted together.
    private struct KindOfProject: Hashable {
        let fate: Fate
        var project: KnownProject

        init(fate: Fate, project: KnownProject) {
            (self.fate, self.project) = (fate, project)
            self.project.configurations = 0
        }
    }

    /// Whether a project that is not listed with another configuration has none.
    private func isProven(_ number: Int) -> Bool {
        proofs.count == 1 ? proofs[0] : proofs[Int(table.origin(of: ResourceNumber(number)))]
    }

    /// Nothing for a project that the plan is not about any more.
    private func fate(of number: Int, planned more: UInt16 = 0, covers moreCovers: UInt16 = 0) -> Fate? {
        let planned = planned[number] + more
        if planned == 0 { return nil }
        if covers[number] + moreCovers > 0 { return .keeps }
        let project = known[number]
        if !project.isKnown { return .unknown }
        if project.configurations > planned { return .keeps }
        return isProven(number) && project.configurations > 0 ? .loses : .unknown
    }
}
