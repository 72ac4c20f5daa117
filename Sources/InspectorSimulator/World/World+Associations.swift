import InspectorCore

/// What became of one item of a batch call.
enum ItemResult: Equatable, Sendable {
    case succeeded
    case failed(AssociationStatusCode, String)
}

extension World {
    /// Ends an association, or says why not.
    mutating func disassociate(_ item: Association) -> ItemResult {
        guard let place = places[item.scanConfigurationArn] else { return Self.configurationMissing }
        if let denied = organizationRefusal(place) { return denied }
        guard let project = item.resource.projectId.flatMap(directory.number(of:)), configurations[place].projects.contains(project)
        else { return .failed(.resourceNotFound, "The project is not associated with the scan configuration.") }
        if let refusal = refusal(AssociationKey(configuration: place, project: project), item: item) { return refusal }
        configurations[place].projects.remove(project)
        degrees[project] -= 1
        return .succeeded
    }

    /// Makes an association, or says why not. One that exists already is a success: the caller's wish is fulfilled.
    mutating func associate(_ item: Association) -> ItemResult {
        guard let place = places[item.scanConfigurationArn] else { return Self.configurationMissing }
        if let denied = organizationRefusal(place) { return denied }
        guard let project = item.resource.projectId.flatMap(directory.number(of:))
        else { return .failed(.resourceNotFound, "The project does not exist.") }
        if let code = plannedFailure(item, project: project) { return .failed(code, Refusal.planned(code).message) }
        if configurations[place].projects.contains(project) { return .succeeded }
        guard degrees[project] < 4
        else { return .failed(.quotaExceeded, "A project can be associated with at most 4 scan configurations.") }
        configurations[place].projects.insert(project)
        degrees[project] += 1
        return .succeeded
    }

    private static let configurationMissing = ItemResult.failed(.scanConfigurationNotFound, "The scan configuration does not exist.")

    private func organizationRefusal(_ place: Int) -> ItemResult? {
        guard faults.organizationDenies, configurations[place].summary.isOrganizationLevel else { return nil }
        return .failed(Refusal.organization.code, Refusal.organization.message)
    }

    private mutating func refusal(_ key: AssociationKey, item: Association) -> ItemResult? {
        if let code = plannedFailure(item, project: key.project) { return .failed(code, Refusal.planned(code).message) }
        guard var refusal = refusals[key] else { return nil }
        if let times = refusal.times {
            refusal.times = times - 1
            refusals[key] = times > 1 ? refusal : nil
        }
        return .failed(refusal.code, refusal.message)
    }

    private func plannedFailure(_ item: Association, project: Int) -> AssociationStatusCode? {
        faults.itemFailure(
            seed: options.seed, arn: item.scanConfigurationArn, projectId: item.resource.projectId ?? "",
            name: directory.name(of: project))
    }
}
