import InspectorCore

extension State {
    /// Lists the account from the beginning; what a run under way changes is listed again after it.
    mutating func list() -> [Effect] {
        inventory.beginRefresh()
        overlapped.reset()
        listingWait = nil
        if let run = activity.run { overlap(run.plan) }
        return [.loadInventory(generation: generation)]
    }

    /// A run begins, or is under way: what is being listed of its configurations does not count.
    mutating func overlap(_ plan: Plan) {
        overlapped.overlap(plan.scanConfigurationArns.filter(isBeingListed))
    }

    /// Nothing is known of a configuration before the listing of them has come to it.
    private func isBeingListed(_ arn: String) -> Bool {
        inventory.number(ofArn: arn).map { inventory.entries[Int($0)].state == .loading } ?? (inventory.configurationsState == .loading)
    }

    /// Lists what a run has overlapped again, once no run goes on.
    mutating func startOver() -> [Effect] {
        guard activity == .idle, !overlapped.due.isEmpty else { return [] }
        let arns = overlapped.startOver { inventory.number(ofArn: $0) != nil }
        if inventory.configurationsState != .loading { overlapped.forgetDue() }
        guard !arns.isEmpty else { return [] }
        inventory.beginRefresh(of: arns)
        return [.listAgain(round: overlapped.round, scanConfigurationArns: arns)]
    }

    /// A listing of a few configurations told something.
    mutating func listedAgain(_ round: Int, _ event: InventoryEvent) {
        guard round == overlapped.round else { return }
        switch event {
        case .associations(let arn, _, let isLast):
            guard overlapped.takesPages(of: arn, round: round) else { return }
            if isLast { overlapped.ended(arn) }
            receive(event)
        case .associationsFailed(let arn, _):
            guard overlapped.takesPages(of: arn, round: round) else { return }
            overlapped.ended(arn)
            receive(event)
        case .finished: forgetGone()
        case .waiting: receive(event)
        case .configurations, .names, .namesFailed, .failed: break
        }
    }

    /// Whether an event of the account's listing counts.
    func counts(_ event: InventoryEvent) -> Bool {
        switch event {
        case .associations(let arn, _, _), .associationsFailed(let arn, _): overlapped.takesPages(of: arn)
        case .configurations, .names, .namesFailed, .waiting, .failed, .finished: true
        }
    }
}
