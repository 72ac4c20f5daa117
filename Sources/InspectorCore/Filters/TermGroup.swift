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

    /// Appends those of a project's rows for which all terms hold, in the order of `configurations` or the other way round.
    ///
    /// A million rows are looked at before the next frame: what is true of the project is looked up once, and decides alone where it can.
    func append(
        rowsOf project: ResourceNumber, in members: Span<ConfigurationNumber>, isReversed: Bool, to result: inout [AssociationID]
    ) {
        let (holding, unknown) = (holding[Int(project)], unknown[Int(project)])
        if (holding | unknown) & unwanted != 0 { return }
        for place in members.indices {
            let configuration = members[isReversed ? members.count - 1 - place : place]
            let row = AssociationID(configuration: configuration, resource: project)
            var terms = holding | configurations[Int(configuration)]
            if !singles.isEmpty { terms |= single(row) }
            if includes(terms, unknown) { result.append(row) }
        }
    }

    private func single(_ id: AssociationID) -> UInt64 {
        singles.reduce(0) { terms, single in
            single.rows[Int(id.configuration)]?.contains(Int(id.resource)) ?? false ? terms | single.term : terms
        }
    }
}
