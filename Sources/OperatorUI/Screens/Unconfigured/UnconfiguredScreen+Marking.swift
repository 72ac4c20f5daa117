import BitCollections
import InspectorCore

/// Projects of no configuration are marked for one thing only: to be associated with one.
extension UnconfiguredScreen {
    /// Whether a command about marks does something here, and if not, why; nothing for other commands.
    func markingAvailability(of command: ListCommand, in session: Session) -> Availability? {
        switch command {
        case .mark, .markAll, .invert, .range:
            .unless(Self.markingRefusal(session) ?? (list.rows.isEmpty ? emptyReason : nil))
        case .clearMarks: .unless(Self.markingRefusal(session) ?? (marked(in: session).isEmpty ? "Nothing is marked here." : nil))
        case .importMarks: .disabled("A file marks associations: Esc goes back to their lists.")
        case .plan:
            .disabled(
                "No configuration has these projects, so there is nothing to disassociate: "
                    + "\(session.key(.list(.associate))) associates them."
            )
        case .associate where session.shown == nil: .disabled(session.oneSessionRefusal("Projects are associated"))
        case .associate:
            .when(!hasNone(in: session), else: "There is no project to associate.")
        case .onlyMarked, .filter, .sort, .sortBy, .sortLeft, .sortRight, .reverse, .columns, .nextFailed, .previousFailed, .otherPane: nil
        }
    }

    private func hasNone(in session: Session) -> Bool { list.rows.isEmpty && marked(in: session).isEmpty }

    /// Carries out a command about marks; nothing for other commands.
    mutating func performMarking(_ command: ListCommand, in session: inout Session, on display: Display) -> [Action]? {
        switch command {
        case .mark where list.range == nil: toggleCurrent(in: &session, on: display)
        case .mark, .range: return markRange(in: &session)
        case .markAll: session.account.projectMarks.formUnion(BitSet(list.rows.lazy.map { Int($0) }))
        case .invert: session.account.projectMarks.formSymmetricDifference(BitSet(list.rows.lazy.map { Int($0) }))
        case .clearMarks: session.account.projectMarks = []
        case .associate: return chooseDestination(for: marked(in: session), in: session, on: display)
        case .importMarks, .plan, .onlyMarked, .filter, .sort, .sortBy, .sortLeft, .sortRight, .reverse, .columns, .nextFailed,
            .previousFailed, .otherPane:
            return nil
        }
        if list.isNarrowed { recompute(.shown, in: session, on: display) }
        return []
    }

    private mutating func toggleCurrent(in session: inout Session, on display: Display) {
        guard let current = list.current.map({ Int($0) }) else { return }
        session.account.projectMarks.formSymmetricDifference([current])
        _ = list.move(.down, height: display.listHeight)
    }

    private mutating func markRange(in session: inout Session) -> [Action] {
        guard let range = list.range else {
            list.startRange()
            return [.inform(rangeWords(in: session))]
        }
        session.account.projectMarks.formUnion(BitSet(range.compactMap { list.item(at: $0).map { Int($0) } }))
        list.dropRange()
        return []
    }

    /// The marked projects that still are of no configuration, as numbers of resources.
    func marked(in session: Session) -> BitSet {
        session.account.projectMarks.intersection(BitSet(list.all.lazy.map { Int($0) }))
    }

    private func chooseDestination(for marked: BitSet, in session: Session, on display: Display) -> [Action] {
        let row = list.current.map { BitSet([Int($0)]) } ?? []
        let hidden = marked.subtracting(BitSet(list.rows.lazy.map { Int($0) }))
        let projects = marked.isEmpty ? row : marked
        return [.push(.destinations(DestinationsScreen(projects, for: .list(hidden: hidden), in: session, on: display)))]
    }

    func markWords(in session: Session, isShort: Bool) -> String? {
        let count = marked(in: session).count
        if count == 0 { return nil }
        let hidden = list.hiddenMarks == 0 ? "" : ", \(list.hiddenMarks.grouped) hidden" + (isShort ? "" : " by the filter")
        return (isShort ? "\(count.grouped) marked" : "\(count.counted("project")) marked to be associated") + hidden
    }
}
