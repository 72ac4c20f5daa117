import BitCollections

/// Up to 64 terms, a bit each, so that all of them are looked at together.
struct TermGroup: Sendable {
    /// How many terms there are room for.
    static let capacity = UInt64.bitWidth

    /// The terms without `!`, and those with one.
    private var wanted: UInt64 = 0
    private var unwanted: UInt64 = 0
    /// The terms that hold for a project's rows, and those of which that is not known.
    private var holding: [UInt64]
    private var unknown: [UInt64]
    /// The terms that hold for all rows of a configuration.
    private var configurations: [UInt64]
    /// Terms that hold for single rows, by configuration.
    private var singles: [(term: UInt64, rows: [BitSet?])] = []
    /// Whether all rows of a project are alike.
    private(set) var isAboutProjects = true

    /// A group without terms.
    init(resources: Int, configurations: Int) {
        holding = Array(repeating: 0, count: resources)
        unknown = holding
        self.configurations = Array(repeating: 0, count: configurations)
    }

    /// Adds a term as number `place`, below ``capacity``.
    mutating func add(_ truth: TermTruth, isNegated: Bool, at place: Int) {
        let term: UInt64 = 1 << UInt64(place)
        if isNegated { unwanted |= term } else { wanted |= term }
        for (project, truth) in truth.projects.enumerated() {
            switch truth {
            case .no: break
            case .yes: holding[project] |= term
            case .unknown: unknown[project] |= term
            }
        }
        for configuration in truth.configurations { configurations[configuration] |= term }
        if !truth.rows.isEmpty { singles.append((term, configurations.indices.map { truth.rows[ConfigurationNumber($0)] })) }
        isAboutProjects = isAboutProjects && truth.configurations.isEmpty && truth.rows.isEmpty
    }

    /// Whether all terms hold for a row for which those of `holding` do, and nothing is known of those of `unknown`.
    private func includes(_ holding: UInt64, _ unknown: UInt64) -> Bool {
        holding & wanted == wanted && (holding | unknown) & unwanted == 0
    }

    /// Whether all terms hold for the project's rows, where ``isAboutProjects``.
    func includes(project: ResourceNumber) -> Bool {
        includes(holding[Int(project)], unknown[Int(project)])
    }

    /// Whether all terms hold for the row.
    func includes(_ id: AssociationID) -> Bool {
        includes(holding[Int(id.resource)] | configurations[Int(id.configuration)] | single(id), unknown[Int(id.resource)])
    }

    private func single(_ id: AssociationID) -> UInt64 {
        singles.reduce(0) { terms, single in
            single.rows[Int(id.configuration)]?.contains(Int(id.resource)) ?? false ? terms | single.term : terms
        }
    }
}

extension TermGroup {
    /// Those of `rows` for which all terms hold.
    func rows(among rows: [AssociationID]) -> [AssociationID] {
        let (holding, unknown, configurations) = (holding.span, unknown.span, configurations.span)
        let rows = rows.span
        return [AssociationID](unsafeUninitializedCapacity: rows.count) { result, count in
            for place in rows.indices {
                let row = rows[place]
                var terms = holding[Int(row.resource)] | configurations[Int(row.configuration)]
                if !singles.isEmpty { terms |= single(row) }
                guard includes(terms, unknown[Int(row.resource)]) else { continue }
                result[count] = row
                count += 1
            }
        }
    }

    /// The rows of the projects for which all terms hold: what is true of a project is looked up once, and decides alone where it can.
    func rows(of projects: ProjectRows) -> [AssociationID] {
        let needs = needs(of: projects.order)
        guard singles.isEmpty, needs.count <= Self.mostNeeds else { return rows(among: projects.rows) }
        let answers = needs.flatMap(answers)
        let (holding, unknown, configurationCount) = (holding.span, unknown.span, configurations.count)
        let (order, starts, members) = (projects.order.span, projects.starts.span, projects.configurations.span)
        return [AssociationID](unsafeUninitializedCapacity: projects.count + 1) { result, count in
            answers.withUnsafeBufferPointer { answers in
                for turn in order.indices {
                    let project = order[turn]
                    guard let need = need(holding[Int(project)], unknown[Int(project)]), Int(project) + 1 < starts.count else { continue }
                    let first = (needs.firstIndex(of: need) ?? 0) * configurationCount
                    let (start, end) = (Int(starts[Int(project)]), Int(starts[Int(project) + 1]))
                    for place in start..<end {
                        let configuration = members[projects.isReversed ? end - 1 - (place - start) : place]
                        result[count] = AssociationID(configuration: configuration, resource: project)
                        count += Int(answers[first + Int(configuration)])
                    }
                }
            }
        }
    }

    /// More different needs than a few terms about configurations leave.
    private static let mostNeeds = 16

    /// The terms that a project's rows still need of their configuration; nothing where none can have them.
    private func need(_ holding: UInt64, _ unknown: UInt64) -> UInt64? {
        (holding | unknown) & unwanted == 0 ? wanted & ~holding : nil
    }

    /// The different needs of projects, one more than ``mostNeeds`` at most.
    private func needs(of projects: [ResourceNumber]) -> [UInt64] {
        var needs: [UInt64] = []
        for project in projects {
            guard let need = need(holding[Int(project)], unknown[Int(project)]), !needs.contains(need) else { continue }
            needs.append(need)
            if needs.count > Self.mostNeeds { break }
        }
        return needs
    }

    /// For each configuration whether its rows, 1, have what is needed.
    private func answers(to need: UInt64) -> [UInt8] {
        configurations.map { $0 & need == need && $0 & unwanted == 0 ? 1 : 0 }
    }
}

extension ProjectRows {
    /// The rows, one by one.
    fileprivate var rows: [AssociationID] {
        order.flatMap { project in
            guard Int(project) + 1 < starts.count else { return [AssociationID]() }
            let members = configurations[Int(starts[Int(project)])..<Int(starts[Int(project) + 1])]
            let rows = members.map { AssociationID(configuration: $0, resource: project) }
            return isReversed ? rows.reversed() : rows
        }
    }
}
