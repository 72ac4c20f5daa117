import BitCollections
import InspectorCore

/// A in a list: the projects of what is marked, or of the row under the cursor, are associated with a configuration.
extension AssociationListScreen {
    /// Whether that is possible, and if not, why.
    func associatingAvailability(in session: Session) -> Availability {
        if session.isFleet, session.listedSession == nil || session.account.markedOrigins.contains(where: { $0 != session.listedSession }) {
            let rest = session.listedSession == nil ? "" : " Here marks of other sessions are in the way."
            return .disabled(session.oneSessionRefusal("Projects are associated") + rest)
        }
        let isChosen = !session.account.marks.isEmpty || list.current != nil
        return .when(isChosen, else: "Mark rows first, or move to one: \(session.key(.list(.associate))) associates their projects.")
    }

    /// Asks for the configuration.
    func chooseDestination(in session: Session, on display: Display) -> [Action] {
        let (projects, hidden) = projectsToAssociate(in: session)
        if projects.isEmpty { return [.warn("No project is known here that could be associated.")] }
        return [.push(.destinations(DestinationsScreen(projects, for: .list(hidden: hidden), in: session, on: display)))]
    }

    /// The projects of what is marked, else of the row under the cursor, as numbers of resources; and those of them that the list hides.
    func projectsToAssociate(in session: Session) -> (projects: BitSet, hidden: BitSet) {
        let row = list.viewport.cursor
        if session.account.marks.isEmpty { return (associations(inRows: row...row, in: session).projects(in: session), []) }
        let hidden = hiddenMarks(in: session)
        var shown = session.account.marks
        for id in hidden.ids { shown.remove(id) }
        return (session.account.marks.projects, hidden.projects.subtracting(shown.projects))
    }
}

extension AssociationRows {
    fileprivate func projects(in session: Session) -> BitSet {
        var projects = BitSet()
        forEach { if session.account.inventory.resources.isProject($0.resource) { projects.insert(Int($0.resource)) } }
        return projects
    }
}

extension Marks {
    /// The projects of which something is marked, as numbers of resources.
    fileprivate var projects: BitSet { rows.values.reduce(into: BitSet()) { $0.formUnion($1) } }
}
