import InspectorCore

/// What became of one item of a batch call.
enum ItemResult: Equatable, Sendable {
    case succeeded
    case failed(AssociationStatusCode, String)
}

/// Decides what becomes of the items of a batch call, by the account and by the plan of faults.
struct ItemJudge: Sendable {
    /// The faults that items meet.
    let faults: ItemFaults
    /// The seed of the simulation.
    let seed: UInt64

    /// What a call that makes (or dissolves) the association comes to: success, or why not. A refusal that is given a limited number of times
    /// is used up in `account`.
    ///
    /// An association to be made that exists already is a success: the caller's wish is fulfilled.
    func result(of item: Association, to isAssociated: Bool, in account: inout SimulatedAccount) -> ItemResult {
        guard let index = account.configurationIndex[item.scanConfigurationArn] else {
            return .failed(.scanConfigurationNotFound, "The scan configuration does not exist.")
        }
        if faults.organizationDenies, account.configurations[index].summary.isOrganizationLevel {
            return .failed(Refusal.organization.code, Refusal.organization.message)
        }
        return isAssociated ? associating(item, in: account) : disassociating(item, in: &account)
    }

    private func disassociating(_ item: Association, in account: inout SimulatedAccount) -> ItemResult {
        guard let key = account.key(of: item), account.contains(key)
        else { return .failed(.resourceNotFound, "The project is not associated with the scan configuration.") }
        if let failure = plannedFailure(of: item, key, account) { return failure }
        return account.useRefusal(of: key).map { .failed($0.code, $0.message) } ?? .succeeded
    }

    private func associating(_ item: Association, in account: SimulatedAccount) -> ItemResult {
        guard let key = account.key(of: item) else { return .failed(.resourceNotFound, "The project does not exist.") }
        if let failure = plannedFailure(of: item, key, account) { return failure }
        if account.contains(key) { return .succeeded }
        guard account.degrees[key.project] < SimulatedAccount.quota
        else { return .failed(.quotaExceeded, "A project can be associated with at most 4 scan configurations.") }
        guard account.hasRoom(key.configuration) else {
            let limit = account.options.projectLimit.grouped
            return .failed(.quotaExceeded, "A scan configuration can have at most \(limit) projects.")
        }
        return .succeeded
    }

    private func plannedFailure(of item: Association, _ key: AssociationKey, _ account: SimulatedAccount) -> ItemResult? {
        let code = faults.failure(
            seed: seed, arn: item.scanConfigurationArn, projectId: item.resource.projectId ?? "",
            name: account.directory.name(of: key.project))
        return code.map { .failed($0, Refusal.planned($0).message) }
    }
}

extension SimulatedAccount {
    /// The refusal that the association meets, if any; one that is given a limited number of times is counted down.
    fileprivate mutating func useRefusal(of key: AssociationKey) -> Refusal? {
        guard var refusal = refusals[key] else { return nil }
        if let times = refusal.times {
            refusal.times = times - 1
            refusals[key] = times > 1 ? refusal : nil
        }
        return refusal
    }
}
