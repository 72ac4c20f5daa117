import InspectorCore

extension CommandSession {
    /// Those of `targets` that are now as `action` would make them.
    ///
    /// A listing that shows an association proves it. That one is absent needs two complete listings in a row that agree, so the
    /// configurations in question are listed once more; `inventory` then holds what they show.
    func settled(_ action: RunAction, _ targets: [PlanTarget], _ inventory: inout Inventory) async -> Set<Association> {
        let associations = targets.lazy.map(\.association)
        if action == .associate { return inventory.present(among: associations) }
        let absent = inventory.absent(among: associations)
        if absent.isEmpty { return [] }
        await listAgain(Set(absent.map(\.scanConfigurationArn)).sorted(), &inventory)
        return inventory.absent(among: absent)
    }

    private func listAgain(_ arns: [String], _ inventory: inout Inventory) async {
        inventory.beginRefresh(of: arns)
        var (progress, listed) = (ListingProgress(), inventory)
        await InventoryLoader(inspector: inspector).load(again: arns) { event in
            if event != .finished { listed.apply(event) }
            progress.show(listed)
            guard let error = progress.failure(event) else { return }
            StandardError.write("scanconfig: the second listing is not complete. \(error.sentence)\n")
        }
        progress.end()
        inventory = listed
    }
}
