/// A change of one association, as an account remembers it.
struct KeptChange: Sendable {
    /// Counted from 1 over all accounts.
    let sequence: Int
    /// The project's number.
    let project: Int
    /// Whether the association was made; otherwise it was dissolved.
    let isAssociated: Bool
    /// Who made it.
    let actor: ChangeActor
    /// When, counted from the start.
    let time: Duration
    /// How many listings of the configuration had been begun by then.
    let listings: Int
    /// How many listings of the coverage had been begun by then.
    let coverageListings: Int
}

extension SimulatedAccount {
    /// Makes or dissolves an association; false when that is how it was, and when a quota forbids it.
    @discardableResult
    mutating func change(
        _ key: AssociationKey, to isAssociated: Bool, by actor: ChangeActor, sequence: Int, at time: Duration
    ) -> Bool {
        guard contains(key) != isAssociated, !isAssociated || degrees[key.project] < Self.quota && hasRoom(key.configuration)
        else { return false }
        if isAssociated {
            configurations[key.configuration].projects.insert(key.project)
            degrees[key.project] += 1
        } else {
            configurations[key.configuration].projects.remove(key.project)
            degrees[key.project] -= 1
        }
        configurations[key.configuration].keep(
            KeptChange(
                sequence: sequence, project: key.project, isAssociated: isAssociated, actor: actor, time: time,
                listings: configurations[key.configuration].listings, coverageListings: coverageListings))
        return true
    }

    /// Whether a configuration can have another project.
    func hasRoom(_ index: Int) -> Bool { configurations[index].projects.count < options.projectLimit }

    /// How many configurations a project can be in.
    static let quota = 4
}

extension ConfigurationRecord {
    /// Changes that are kept at most; the older half is forgotten then.
    private static let changeLimit = 500_000

    fileprivate mutating func keep(_ change: KeptChange) {
        if changes.count >= Self.changeLimit { changes.removeFirst(Self.changeLimit / 2) }
        changes.append(change)
    }
}

extension SimulatedAccount {
    /// The projects of a configuration as a listing shows them at `time`: without the changes that `lag` hides.
    func listedProjects(of index: Int, lag: ListingLag, at time: Duration) -> ProjectSet {
        let record = configurations[index]
        guard !lag.isNone else { return record.projects }
        var projects = record.projects
        for change in record.changes.reversed() {
            guard change.sequence > lag.shownChange, lag.hides(change.time, at: time, listingsSince: record.listings - change.listings)
            else { break }
            if change.isAssociated { projects.remove(change.project) } else { projects.insert(change.project) }
        }
        return projects
    }

    /// How many configurations each project is in as the coverage shows it at `time`.
    func listedDegrees(lag: ListingLag, at time: Duration) -> [UInt16] {
        guard !lag.isNone else { return degrees }
        var degrees = degrees
        for record in configurations {
            for change in record.changes.reversed() {
                guard change.sequence > lag.shownChange,
                    lag.hides(change.time, at: time, listingsSince: coverageListings - change.coverageListings)
                else { break }
                if change.isAssociated { degrees[change.project] -= 1 } else { degrees[change.project] += 1 }
            }
        }
        return degrees
    }
}
