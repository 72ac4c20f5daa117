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
        let (holding, unknown, configurations) = (holding.span, unknown.span, configurations.span)
        let (order, starts, members) = (projects.order.span, projects.starts.span, projects.configurations.span)
        return [AssociationID](unsafeUninitializedCapacity: projects.count) { result, count in
            for turn in order.indices {
                let project = order[turn]
                let (known, open) = (holding[Int(project)], unknown[Int(project)])
                if (known | open) & unwanted != 0 || Int(project) + 1 >= starts.count { continue }
                let (start, end) = (Int(starts[Int(project)]), Int(starts[Int(project) + 1]))
                for place in start..<end {
                    let configuration = members[projects.isReversed ? end - 1 - (place - start) : place]
                    let row = AssociationID(configuration: configuration, resource: project)
                    var terms = known | configurations[Int(configuration)]
                    if !singles.isEmpty { terms |= single(row) }
                    guard includes(terms, open) else { continue }
                    result[count] = row
                    count += 1
                }
            }
        }
    }
}
