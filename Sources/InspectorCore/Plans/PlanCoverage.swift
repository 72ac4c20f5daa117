internal import Algorithms

/// What a plan does to the coverage of its projects: which of them lose their last scan configuration.
///
/// It follows each target that leaves the plan or comes back, in the same time however many there are.
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
    package enum Recency: CaseIterable, Sendable {
        /// In the last 30 days.
        case recent
        /// Before, or never.
        case older
        /// Nothing that can be read was said.
        case unknown
    }

    /// A project, and how many targets of the plan take a configuration away from it, or give it one first.
    private struct Project: Equatable, Sendable {
        let id: String
        let facts: PlannedProject?
        let recency: Recency
        var planned = 0
        var covers = 0
    }

    /// The project of each target, numbered from 0 in the order in which the targets name them.
    package var projectNumbers: [UInt32] { numbers }
    private let numbers: [UInt32]
    private let covers: Range<Int>
    private var projects: [Project] = []
    private let isProven: Bool
    private var fates = Array(repeating: 0, count: Fate.allCases.count)

    /// The coverage of these targets, each of which is one of a project, with what `facts` knows.
    init(_ targets: [PlanTarget], _ facts: PlanFacts) {
        isProven = facts.provesCoverage
        covers = 0..<targets.partitioningIndex { $0.change != .associate }
        var (known, numbers): ([String: UInt32], [UInt32]) = ([:], [])
        numbers.reserveCapacity(targets.count)
        for target in targets {
            let id = target.association.resource.projectId ?? ""
            let number = known[id] ?? UInt32(projects.count)
            if Int(number) == projects.count {
                known[id] = number
                let project = facts.projects[id]
                projects.append(Project(id: id, facts: project, recency: Recency(project?.lastScan, now: facts.now)))
            }
            if covers.contains(numbers.count) { projects[Int(number)].covers += 1 } else { projects[Int(number)].planned += 1 }
            numbers.append(number)
        }
        self.numbers = numbers
        for project in projects { count(project, by: 1) }
    }

    /// How many projects the plan is about.
    package var projectCount: Int { fates.reduce(0, +) }

    /// How many of them end like this.
    package func count(of fate: Fate) -> Int { fates[fate.rawValue] }

    /// The ids of those that end like this, in the order of the plan.
    package func projects(of fate: Fate) -> [String] {
        projects.filter { self.fate(of: $0) == fate }.map(\.id)
    }

    /// What becomes of a target's project, or would if it came back into the plan.
    func fate(ofTarget place: Int, isLeftOut: Bool) -> Fate {
        var project = projects[Int(numbers[place])]
        if isLeftOut { if covers.contains(place) { project.covers += 1 } else { project.planned += 1 } }
        return fate(of: project) ?? .unknown
    }

    /// Takes a target out of the plan, or back in.
    mutating func take(_ place: Int, out isOut: Bool) {
        let number = Int(numbers[place])
        count(projects[number], by: -1)
        if covers.contains(place) { projects[number].covers += isOut ? -1 : 1 } else { projects[number].planned += isOut ? -1 : 1 }
        count(projects[number], by: 1)
    }

    private mutating func count(_ project: Project, by step: Int) {
        if let fate = fate(of: project) { fates[fate.rawValue] += step }
    }

    /// Whether a target's project is one of those that a number is about.
    package func isCounted(_ place: Int, in number: CoverageNumber) -> Bool {
        let project = projects[Int(numbers[place])]
        return numbers(of: project).contains(number)
    }

    /// How many projects each number is about that the plan may be told by: as a whole, by account and by provider.
    var counts: [CoverageNumber: Int] {
        var counts: [CoverageNumber: Int] = [:]
        for project in projects { for number in numbers(of: project) { counts[number, default: 0] += 1 } }
        return counts
    }

    private func numbers(of project: Project) -> [CoverageNumber] {
        guard let fate = fate(of: project) else { return [] }
        let places: [CoverageNumber.Part] = [.all, .account(project.facts?.account), .provider(project.facts?.provider)]
        return places.flatMap { [CoverageNumber(part: $0, .fate(fate)), CoverageNumber(part: $0, .scanned(project.recency))] }
    }

    /// Nothing for a project that the plan is not about any more.
    private func fate(of project: Project) -> Fate? {
        if project.planned == 0 { return nil }
        if project.covers > 0 { return .keeps }
        guard let facts = project.facts else { return .unknown }
        if facts.configurations > project.planned { return .keeps }
        return isProven && facts.configurations > 0 ? .loses : .unknown
    }
}

extension PlanCoverage.Recency {
    private static let days: Int64 = 30

    /// How long ago a scan was at `now`, in seconds since 1970.
    fileprivate init(_ scan: ScanTime?, now: Int64) {
        self =
            switch scan {
            case .at(let moment): now - moment <= Self.days * 86_400 ? .recent : .older
            case .never: .older
            case .unknown, nil: .unknown
            }
    }
}

/// What is known of a project that a plan is about.
package struct PlannedProject: Hashable, Sendable {
    /// How many scan configurations it is associated with, as far as listed.
    package var configurations: Int
    /// When it was last scanned.
    package var lastScan: ScanTime
    /// The account that owns it, if the coverage says so.
    package var account: String?
    /// Where its repository is, if the coverage says so.
    package var provider: String?

    /// A project with so many listed configurations.
    package init(configurations: Int, lastScan: ScanTime = .unknown, account: String? = nil, provider: String? = nil) {
        (self.configurations, self.lastScan) = (configurations, lastScan)
        (self.account, self.provider) = (account, provider)
    }
}
