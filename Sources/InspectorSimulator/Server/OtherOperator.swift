import InspectorCore

/// When another operator changes associations.
package enum OperatorMoment: Hashable, Sendable {
    /// When a page of a listing of this configuration is requested that follows this many pages.
    case afterPage(Int, of: String)
    /// When this many more listings of this configuration, at least one, have come to their end.
    case afterListings(Int, of: String)
    /// When this many more batch calls, at least one, have taken effect.
    case afterBatches(Int)
}

/// Whether another operator may act between the pages of a configuration's listings: of two listings that reach the client whole, one
/// after the other, it leaves one alone, however often a page is requested again.
enum PageInterference: Sendable {
    /// It may, and has not in this listing.
    case allowed
    /// It has, in this listing.
    case happened
    /// Not until a listing has reached the client whole.
    case suspended
    /// Not in this listing any more, which has reached the client whole.
    case delivered

    var isAllowed: Bool {
        switch self {
        case .allowed, .happened: true
        case .suspended, .delivered: false
        }
    }

    mutating func listingBegins() {
        switch self {
        case .allowed, .delivered: self = .allowed
        case .happened, .suspended: self = .suspended
        }
    }

    mutating func listingWasDelivered() {
        if case .suspended = self { self = .delivered }
    }
}

/// What another operator is going to do, and when.
struct Appointment: Sendable {
    /// When; what is counted is counted down.
    var moment: OperatorMoment
    /// The index of the account.
    let account: Int
    /// What is dissolved.
    let disassociates: [Association]
    /// What is made.
    let associates: [Association]
}

extension ServiceState {
    /// Another operator changes associations of an account now; what is so already, or cannot be done, stays as it is.
    mutating func otherOperatorActs(in index: Int, disassociates: [Association], associates: [Association]) {
        for (items, isAssociated) in [(disassociates, false), (associates, true)] {
            for key in items.compactMap(accounts[index].key(of:)) {
                change(key, in: index, to: isAssociated, by: .otherOperator)
            }
        }
    }

    /// A page of a listing is requested; `page` pages came before it.
    mutating func pageIsRequested(_ page: Int, of index: Int, number: Int) {
        guard page > 0 else {
            account.configurations[index].listings += 1
            return account.configurations[index].interference.listingBegins()
        }
        carryOutAppointments(.afterPage(page, of: arn(index)))
        guard account.configurations[index].interference.isAllowed else { return }
        if actByChance(faults.otherOperator.betweenPages, purpose: "operator-page", on: index, number: number) {
            account.configurations[index].interference = .happened
        }
    }

    /// The answer of the call that ended a listing reached the client whole.
    mutating func listingWasDelivered() {
        guard let index = endedListing else { return }
        account.configurations[index].interference.listingWasDelivered()
    }

    /// The last page of a listing was given.
    mutating func listingEnded(of index: Int, number: Int) {
        endedListing = index
        for number in appointments.indices where appointments[number].account == signer {
            if case .afterListings(let left, let arn) = appointments[number].moment, arn == self.arn(index) {
                appointments[number].moment = .afterListings(left - 1, of: arn)
            }
        }
        carryOutAppointments(.afterListings(0, of: arn(index)))
        countComebacks(of: index)
        actByChance(faults.otherOperator.betweenListings, purpose: "operator-listing", on: index, number: number)
    }

    /// A batch call took effect, or will.
    mutating func batchTookEffect(number: Int) {
        for number in appointments.indices where appointments[number].account == signer {
            if case .afterBatches(let left) = appointments[number].moment { appointments[number].moment = .afterBatches(left - 1) }
        }
        carryOutAppointments(.afterBatches(0))
        let index = Draw.below(account.configurations.count, seed: options.seed, purpose: "operator-index", key: UInt64(number))
        actByChance(faults.otherOperator.afterBatches, purpose: "operator-batch", on: index, number: number)
    }

    private func arn(_ index: Int) -> String { account.configurations[index].summary.scanConfigurationArn }

    private mutating func carryOutAppointments(_ moment: OperatorMoment) {
        for appointment in appointments where appointment.moment == moment && appointment.account == signer {
            otherOperatorActs(in: signer, disassociates: appointment.disassociates, associates: appointment.associates)
        }
        appointments.removeAll { $0.moment == moment && $0.account == signer }
    }

    /// Changes some associations of a configuration, by the seed and the number of the call; whether it was the turn of that.
    @discardableResult private mutating func actByChance(_ rate: Double, purpose: StaticString, on index: Int, number: Int) -> Bool {
        guard rate > 0, faults.otherOperator.changes > 0, account.configurations.indices.contains(index),
            Draw.unit(seed: options.seed, purpose: purpose, key: UInt64(number)) < rate
        else { return false }
        let count = 1 + Draw.below(faults.otherOperator.changes, seed: options.seed, purpose: "operator-count", key: UInt64(number))
        for turn in 0..<count {
            guard let (project, isAssociated) = drawnChange(on: index, key: UInt64(number) &* 64 &+ UInt64(turn)) else { continue }
            change(AssociationKey(configuration: index, project: project), in: signer, to: isAssociated, by: .otherOperator)
        }
        return true
    }

    /// Half of the changes dissolve an association, half make one, as far as there is one to dissolve or to make.
    private func drawnChange(on index: Int, key: UInt64) -> (project: Int, isAssociated: Bool)? {
        let dissolved = drawnMember(of: index, key: key).map { (project: $0, isAssociated: false) }
        let made = drawnNonMember(to: index, key: key).map { (project: $0, isAssociated: true) }
        let dissolves = Draw.below(2, seed: options.seed, purpose: "operator-kind", key: key) == 0
        return dissolves ? dissolved ?? made : made ?? dissolved
    }

    private func drawnMember(of index: Int, key: UInt64) -> Int? {
        let projects = account.configurations[index].projects
        return projects.member(at: Draw.below(projects.count, seed: options.seed, purpose: "operator-project", key: key))
    }

    private func drawnNonMember(to index: Int, key: UInt64) -> Int? {
        let (count, projects) = (account.directory.count, account.configurations[index].projects)
        let first = Draw.below(count, seed: options.seed, purpose: "operator-project", key: key)
        return (0..<count).lazy.map { (first + $0) % count }
            .first { !projects.contains($0) && account.degrees[$0] < SimulatedAccount.quota }
    }
}
