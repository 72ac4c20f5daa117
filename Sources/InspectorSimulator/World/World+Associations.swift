import InspectorCore

/// What became of one item of a batch call.
enum ItemResult: Equatable, Sendable {
    case succeeded
    case failed(AssociationStatusCode, String)
}

extension World {
    /// What a call that makes (or dissolves) the association comes to: success, or why not.
    ///
    /// An association to be made that exists already is a success: the caller's wish is fulfilled.
    mutating func judged(_ item: Association, to isAssociated: Bool) -> ItemResult {
        guard let place = account.places[item.scanConfigurationArn] else { return Self.configurationMissing }
        if let denied = organizationRefusal(place) { return denied }
        return isAssociated ? judgedToAssociate(item) : judgedToDisassociate(item)
    }

    private mutating func judgedToDisassociate(_ item: Association) -> ItemResult {
        guard let key = account.key(of: item), account.contains(key)
        else { return .failed(.resourceNotFound, "The project is not associated with the scan configuration.") }
        return refusal(key, item: item) ?? .succeeded
    }

    private func judgedToAssociate(_ item: Association) -> ItemResult {
        guard let key = account.key(of: item) else { return .failed(.resourceNotFound, "The project does not exist.") }
        if let code = plannedFailure(item, project: key.project) { return .failed(code, Refusal.planned(code).message) }
        guard account.contains(key) || account.degrees[key.project] < Account.quota
        else { return .failed(.quotaExceeded, "A project can be associated with at most 4 scan configurations.") }
        return .succeeded
    }

    private static let configurationMissing = ItemResult.failed(.scanConfigurationNotFound, "The scan configuration does not exist.")

    private func organizationRefusal(_ place: Int) -> ItemResult? {
        guard faults.organizationDenies, account.configurations[place].summary.isOrganizationLevel else { return nil }
        return .failed(Refusal.organization.code, Refusal.organization.message)
    }

    private mutating func refusal(_ key: AssociationKey, item: Association) -> ItemResult? {
        if let code = plannedFailure(item, project: key.project) { return .failed(code, Refusal.planned(code).message) }
        guard var refusal = account.refusals[key] else { return nil }
        if let times = refusal.times {
            refusal.times = times - 1
            account.refusals[key] = times > 1 ? refusal : nil
        }
        return .failed(refusal.code, refusal.message)
    }

    private func plannedFailure(_ item: Association, project: Int) -> AssociationStatusCode? {
        faults.itemFailure(
            seed: options.seed, arn: item.scanConfigurationArn, projectId: item.resource.projectId ?? "",
            name: account.directory.name(of: project))
    }
}
