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
    /// Terms that hold for single rows.
    private var singles: [(term: UInt64, rows: FilterSession.Rows)] = []
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
        if !truth.rows.isEmpty { singles.append((term, truth.rows)) }
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

    /// Passes on a test for single rows that a million of them can take before the next frame; all of `others` have to hold too.
    func withTest<Result>(and others: ArraySlice<TermGroup>, _ body: ((AssociationID) -> Bool) -> Result) -> Result {
        holding.withUnsafeBufferPointer { holding in
            unknown.withUnsafeBufferPointer { unknown in
                configurations.withUnsafeBufferPointer { configurations in
                    body { id in
                        var terms = holding[Int(id.resource)] | configurations[Int(id.configuration)]
                        if !singles.isEmpty { terms |= single(id) }
                        return includes(terms, unknown[Int(id.resource)]) && (others.isEmpty || others.allSatisfy { $0.includes(id) })
                    }
                }
            }
        }
    }

    private func single(_ id: AssociationID) -> UInt64 {
        singles.reduce(0) { terms, single in
            single.rows[id.configuration]?.contains(Int(id.resource)) ?? false ? terms | single.term : terms
        }
    }
}
