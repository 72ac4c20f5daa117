import BitCollections
import InspectorCore
import Terminal
import TextSafety

/// A plan that disassociates is made anew, so that projects are associated with another configuration first.
extension PlanScreen {
    /// Why A does nothing here; nothing when it does.
    func coveringRefusal(in session: Session) -> String? {
        switch origin {
        case .resume: return "A run is resumed as it was confirmed: its plan cannot be edited."
        case .undo: return "An undo makes things as they were, and no more: its plan covers no other projects."
        case .marks, .retry: break
        }
        if session.listedSession != self.session || !parts.isEmpty { return session.oneSessionRefusal("Projects are covered") }
        if draft.whole.action == .associate { return "This plan associates already: Esc goes back, to choose another configuration." }
        return draft.count == 0 ? "There is nothing to cover." : isCoverable ? nil : coveredReason(in: session)
    }

    /// Whether projects would be left uncovered, are covered by the plan, or are chosen by what is shown.
    private var isCoverable: Bool {
        draft.coverage.count(of: .loses) + draft.coverage.count(of: .unknown) > 0 || draft.coverCount > 0 || rows.choice != .all
    }

    private func coveredReason(in session: Session) -> String {
        "Every project keeps a scan configuration. Enter on a number or a configuration shows its rows: "
            + "\(session.key(.list(.associate))) there moves those."
    }

    /// A: asks for the configuration that covers projects: those that would be left uncovered; with fewer rows shown, all of those; else
    /// those that the plan covers already.
    func chooseCover(in session: Session, on display: Display) -> [Action] {
        let projects = session.account.inventory.numbers(of: projectsToCover)
        if projects.isEmpty { return [.inform(coveredReason(in: session))] }
        return [.push(.destinations(DestinationsScreen(projects, for: .plan(isCovering: draft.coverCount > 0), in: session, on: display)))]
    }

    private var projectsToCover: Set<AssociationResource> {
        guard rows.choice == .all else {
            let places = draft.groups.indices.lazy.flatMap(rows.places).filter { !draft.leftOut.contains($0) }
            return Set(places.map { draft.whole.targets.association(at: $0).resource })
        }
        let uncovered = draft.uncoveredProjects
        return uncovered.isEmpty ? Set(draft.covers.map(\.association.resource)) : uncovered
    }

    /// Makes the plan anew with the configuration that was chosen, if one was.
    mutating func cover(as chooser: DestinationsScreen, in session: Session) -> [Action] {
        guard let choice = chooser.choice else { return [] }
        let (inventory, targets) = (session.account.inventory, uncovered ?? draft.whole.targets)
        let projects = Set(chooser.projects.map { inventory.resources[ResourceNumber($0)] })
        let kept = draft.covers.filter { !projects.contains($0.association.resource) }
        let new = choice.scanConfigurationArn.map { inventory.targets(projects, with: $0) } ?? []
        var facts = Self.facts(at: self.session, in: session)
        facts.present = inventory.present(among: (kept + new).map(\.association))
        remake(as: Planner(facts: facts).draft(covering: kept + new, before: targets, as: draft))
        return [.inform(coverWords(choice, projects.count, in: inventory))]
    }

    private func coverWords(_ choice: DestinationsScreen.Choice, _ projects: Int, in inventory: Inventory) -> String {
        let count = projects.counted("project")
        guard let arn = choice.scanConfigurationArn else { return "Nothing is associated first for \(count)." }
        let name = inventory.configurations(named: arn).first.map { inventory.entries[Int($0)].configuration.name } ?? arn
        let made = draft.coverCount
        if made == 0 { return "\(name.terminalSafe) has \(count) already: nothing is associated first." }
        return
            "\(made.counted("project")) \(made == 1 ? "is" : "are") associated with \(name.terminalSafe) before anything is disassociated."
    }
}
