import InspectorCore
import Terminal

/// The sessions that the program works in. The row above them stands for all of them together.
struct AccountsScreen: ListScreen {
    /// The sessions, in the order in which they were named.
    var list: List<[SessionKey], Unsorted>

    var screen: Screen { .accounts(self) }

    /// The list with the cursor on the row for all.
    init(_ sessions: [SessionKey]) {
        list = List(sessions, sortedBy: .asGiven, headRows: 1)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .list(.plan):
            if let reason = session.planningRefusal { return .disabled(reason) }
            return .when(!session.account.marks.isEmpty, else: "Nothing is marked: Enter opens a session, and marks are made there.")
        case .open: return .unless(list.current.flatMap { openingRefusal($0, in: session) })
        case .list: return .disabled("Open a session first: Enter. This key works in its lists.")
        case .move, .back, .refresh, .copy, .export, .run, .program: return usualAvailability(of: command, in: session)
        }
    }

    /// Why a session cannot be opened: another one stands for it.
    private func openingRefusal(_ key: SessionKey, in session: Session) -> String? {
        if case .twin = session.state(of: key) { session.state(of: key).sentence } else { nil }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion):
            // What went wrong elsewhere stands in its row.
            session.notices.clear()
            defer { session.focus = list.current }
            return move(motion, on: display)
        case .open:
            session.look(at: list.current)
            session.account.hasNewRows = true
            return [.push(.configurations(ConfigurationsScreen()))]
        case .back: return [.inform("This is the first screen. \(session.key(.program(.quit))) quits.")]
        case .list(.plan): return PlanScreen.ofMarks(hidden: Marks(), in: session)
        case .refresh, .copy, .export, .list, .run, .program: return performUsual(command, in: &session)
        }
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .uncovered(by: .configurations):
            session.look(at: nil)
            session.focus = list.current
        case .rowsChanged, .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }
}
