/// A listing that a filter's terms stand on: what it has not brought yet proves nothing.
package enum FilterNeed: CaseIterable, Hashable, Sendable {
    /// ListCoverage: names, scans, and where a project comes from.
    case coverage
    /// Every configuration's associations: in how many configurations a project is.
    case associations

    /// How far the listing is in `inventory`.
    package func state(in inventory: Inventory) -> ListingState {
        switch self {
        case .coverage: inventory.coverageState
        case .associations: inventory.associationsState
        }
    }

    /// Whether the listing came to its end and says of every project what there is to say.
    package func isMet(by inventory: Inventory) -> Bool {
        switch self {
        case .coverage: inventory.knowsAllFacts && inventory.knowsAllNames
        case .associations: inventory.provesAbsence
        }
    }

    /// Whether that is so of the projects of each session, whether it is looked at or not.
    func areMet(by inventory: Inventory) -> MetNeeds {
        MetNeeds(
            inventory.inEachOrigin { origin in
                switch self {
                case .coverage: inventory.knowsCoverage(in: origin)
                case .associations: inventory.provesAbsence(in: origin)
                }
            })
    }
}

extension FilterExpression {
    /// The listings that the terms stand on, in the order of their kinds.
    package var needs: [FilterNeed] {
        let needs = terms.map(\.condition.need)
        return FilterNeed.allCases.filter(needs.contains)
    }
}

extension FilterCondition {
    /// The listing that the condition stands on; nil when it needs only what a row is.
    fileprivate var need: FilterNeed? {
        switch self {
        case .word, .scanned, .neverScanned: .coverage
        case .membership: .associations
        case .text(let field, _): field.need
        case .flag: nil
        }
    }
}

extension FilterField {
    fileprivate var need: FilterNeed? {
        switch self {
        case .name, .scan, .reason, .provider, .visibility, .account, .integration, .scanned: .coverage
        case .membership: .associations
        case .id, .configuration, .region, .profile, .status: nil
        }
    }
}

extension Inventory {
    /// How far the listing of all associations is: failed where one of them failed, else loading where one is.
    fileprivate var associationsState: ListingState {
        let states = [configurationsState] + listed.map { entries[Int($0)].state }
        return states.first { $0.error != nil } ?? (states.contains(.loading) ? .loading : .complete)
    }
}

/// Of which sessions' projects a need is met.
struct MetNeeds {
    private let met: [Bool]

    init(_ met: [Bool]) { self.met = met }

    /// Whether it is met of a project.
    func isMet(of project: ResourceNumber, in inventory: Inventory) -> Bool {
        met.count == 1 ? met[0] : met[Int(inventory.resources.origin(of: project))]
    }
}
