import BitCollections
import InspectorCore
import Terminal

/// The configurations, one of which projects are associated with. Those that cannot take any are shown with the reason.
struct DestinationsScreen: ListScreen {
    /// What a configuration is chosen for.
    enum Purpose: Hashable, Sendable {
        /// The plan below, which may cover the projects already.
        case plan(isCovering: Bool)
        /// A plan of its own; some of the projects, numbers of resources, are on no row of the list below.
        case list(hidden: BitSet)
    }

    /// What was chosen.
    struct Choice: Hashable, Sendable {
        /// A configuration, or that none is to cover the projects.
        let scanConfigurationArn: String?
    }

    /// The projects, numbers of resources.
    let projects: BitSet
    /// What a configuration is chosen for.
    let purpose: Purpose
    var list: List<[ConfigurationNumber], Unsorted>
    /// What was chosen for the plan below; nothing as long as nothing was.
    private(set) var choice: Choice?

    var screen: Screen { .destinations(self) }

    init(_ projects: BitSet, for purpose: Purpose, in session: Session, on display: Display) {
        (self.projects, self.purpose) = (projects, purpose)
        list = List([], sortedBy: .asGiven, headRows: purpose == .plan(isCovering: true) ? 1 : 0)
        rowsChanged(in: session, on: display)
        list.move(to: list.headRows, height: display.listHeight)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .open: .unless(refusal(in: session))
        case .list(.filter): .enabled
        case .list: .disabled("Enter chooses the configuration under the cursor, \(session.key(.list(.filter))) finds one by its name.")
        case .move, .back, .refresh, .copy, .export, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): return move(motion, on: display)
        case .open: return choose(in: session)
        case .list(.filter): return [.prompt(TextPrompt(.choice, text: list.filter.text))]
        case .back where !list.filter.text.isEmpty:
            find("", in: session, on: display)
            return []
        case .back, .refresh, .copy, .export, .list, .run, .program: return performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed(let prompt): find(prompt.text, in: session, on: display)
        case .cancelled: find("", in: session, on: display)
        case .accepted:
            if let reason = refusal(in: session) { return [.warn(reason)] }
            return [.prompt(nil)] + choose(in: session)
        }
        return []
    }
}

extension DestinationsScreen {
    /// The configuration of a row as one that projects may be associated with; nothing on the row above them.
    func destination(at row: Int, in session: Session) -> Destination? {
        list.item(at: row).map { Destination($0, for: projects, in: session) }
    }

    /// What the cursor is on cannot be chosen, and why; nothing when it can.
    private func refusal(in session: Session) -> String? {
        guard list.current != nil || list.viewport.cursor < list.headRows else {
            return "There is no configuration to choose: Esc goes back."
        }
        return destination(at: list.viewport.cursor, in: session)?.refusal.map { "It cannot be chosen: \($0)." }
    }

    /// Enter: makes the plan, or tells the plan below.
    private mutating func choose(in session: Session) -> [Action] {
        let arn = list.current.map { session.account.inventory.entries[Int($0)].configuration.scanConfigurationArn }
        switch purpose {
        case .plan:
            choice = Choice(scanConfigurationArn: arn)
            return [.close]
        case .list(let hidden):
            let plan = arn.map { PlanScreen.associating(projects, hidden: hidden, with: $0, in: session) }
            guard let plan, plan.draft.count > 0 else { return [.warn("All of that is unresolved: resume its run first.")] }
            return [.replace(.plan(plan))]
        }
    }

    /// Shows the configurations that have the text in their name, ARN, scope, schedule or rules.
    private mutating func find(_ text: String, in session: Session, on display: Display) {
        list.setFilter(Filter(text, in: .configurations, after: list.filter.expression))
        rowsChanged(in: session, on: display)
        if !text.isEmpty { list.move(to: list.headRows, height: display.listHeight) }
    }

    /// Those that can be chosen come first, in the service's order.
    mutating func rowsChanged(in session: Session, on display: Display) {
        let listed = session.account.inventory.listed.map { ($0, Destination($0, for: projects, in: session).refusal != nil) }
        let all = listed.filter { !$1 }.map(\.0) + listed.filter(\.1).map(\.0)
        let expression = list.filter.expression
        list.show(all.filter { expression.includes($0, in: session.account) }, of: all, height: display.listHeight)
    }
}
