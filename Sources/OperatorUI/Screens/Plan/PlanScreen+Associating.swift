import BitCollections
import InspectorCore

/// Projects that a plan associates with a configuration.
extension PlanScreen {
    /// A in a list, and a configuration: its association with projects, some of which no row of the list shows. What is in doubt in a run that
    /// can be resumed is left to that run.
    static func associating(_ projects: BitSet, hidden: BitSet, with arn: String, in session: Session) -> PlanScreen {
        let (inventory, key) = (session.account.inventory, session.shown ?? 0)
        let all = inventory.targets(projects.lazy.map { inventory.resources[ResourceNumber($0)] }, with: arn)
        let targets = session.resumableRun == nil ? all : all.filter { !session.isInDoubt($0.association) }
        var draft = draft(.associate, targets, alreadyDone: inventory.present(among: targets.lazy.map(\.association)), at: key, in: session)
        if targets.count < all.count { draft.closing.append(.unresolvedLeftOut(targets: all.count - targets.count)) }
        if !hidden.isEmpty {
            draft.hide(draft.whole.targets.indices.filter { isHidden(draft.whole.targets.association(at: $0), hidden, inventory) })
        }
        return PlanScreen(draft, in: key)
    }

    private static func isHidden(_ association: Association, _ hidden: BitSet, _ inventory: Inventory) -> Bool {
        inventory.knownNumber(of: association.resource).map { hidden.contains(Int($0)) } ?? false
    }
}

extension Session {
    fileprivate func isInDoubt(_ association: Association) -> Bool {
        account.inventory.id(of: association).flatMap { account.failures[$0]?.isInDoubt } ?? false
    }
}

extension Inventory {
    /// The associations of projects with a configuration, with their names as far as they are known.
    func targets(_ projects: some Sequence<AssociationResource>, with scanConfigurationArn: String) -> [PlanTarget] {
        projects.map { planTarget(Association(scanConfigurationArn: scanConfigurationArn, resource: $0)) }
    }

    /// The numbers of the projects among `resources` that are known.
    func numbers(of resources: some Sequence<AssociationResource>) -> BitSet {
        BitSet(resources.lazy.compactMap { knownNumber(of: $0).map { Int($0) } })
    }
}
