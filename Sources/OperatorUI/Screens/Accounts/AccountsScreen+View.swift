import InspectorCore
import Terminal
import TextSafety

extension AccountsScreen {
    func view(in scene: Scene) -> ScreenView {
        let rows = AccountRows(list, in: scene)
        let lines = list.visibleRows(height: scene.display.listHeight).map { row in
            self.row(row, rows.line(of: row), in: scene, barOver: rows.place(of: row))
        }
        var view = view(titled: "accounts", [rows.headings] + lines, in: scene)
        view.cursor = cursor(column: 0)
        view.status = status(in: scene)
        view.hints =
            scene.hints(.open) + scene.workingHints(.list(.plan), on: self) + scene.workingHints(.refresh, on: self, as: "list again")
        view.hints += scene.hints(.program(.signIn), .program(.results), .program(.help), .program(.quit))
        return view
    }

    /// The runs in progress, what the session under the cursor lacks, or what is marked.
    private func status(in scene: Scene) -> Line {
        let session = scene.session
        if let run = session.run { return Line(run.status(in: session), .accent) }
        if let key = list.current, let sentence = session.state(of: key).sentence { return Line(sentence.terminalSafe, .warning) }
        let marks = session.account.marks
        if marks.isEmpty { return ListingStatus(session).line }
        return Line("\(marks.count.grouped) marked in \(session.account.markedOrigins.count.counted("session"))", .marked)
    }
}

/// The rows of the list of sessions.
struct AccountRows {
    private let sessions: [SessionKey]
    private let list: List<[SessionKey], Unsorted>
    private let session: Session
    private let columns: [(field: Field, column: Column)]

    private enum Field { case profile, account, region, configurations, associations, marked, state }

    init(_ list: List<[SessionKey], Unsorted>, in scene: Scene) {
        (sessions, self.list, session) = (list.rows, list, scene.session)
        columns = Self.columns(of: scene.session, width: scene.display.size.columns - 1)
    }

    /// The state needs room for its longest word; numbers that the lists have too give way to it.
    private static func columns(of session: Session, width: Int) -> [(field: Field, column: Column)] {
        func longest(_ texts: [String?], _ most: Int) -> Int { min(most, texts.map { ($0 ?? "").terminalSafe.displayWidth }.max() ?? 0) }
        var columns: [(field: Field, column: Column)] = [
            (.profile, Column(title: "PROFILE", width: max(8, longest(session.seats.map(\.profile), 24)), keepsEnd: true)),
            (.account, Column(title: "ACCOUNT", width: 12)),
            (.region, Column(title: "REGION", width: max(9, longest(session.seats.map(\.place), 14)))),
            (.configurations, Column(title: "CONFIGS", width: 7, isRightAligned: true)),
            (.associations, Column(title: "ASSOC", width: 8, isRightAligned: true)),
            (.marked, Column(title: "MARKED", width: 7, isRightAligned: true)),
        ]
        var room: Int { width - columns.reduce(Page.gutter) { $0 + $1.column.room } }
        for field in [Field.configurations, .marked, .associations] where room < leastState { columns.removeAll { $0.field == field } }
        return columns + [(.state, Column(title: "STATE", width: max(7, room)))]
    }

    /// "not enabled here".
    private static let leastState = 16

    var headings: Line { Column.headings(columns.map(\.column), gutter: Page.gutter) }

    /// What the bar of the cursor is over: the profile, the account and the region.
    func place(of row: Int) -> String {
        let key = list.item(at: row)
        let cells = columns[..<3].map { field, column in column.cell(key.map { cell(field, $0) } ?? allCell(field)) }
        return String(cells.reduce("", +).trimmingTrailingSpaces)
    }

    private static let all = "All"

    func line(of row: Int) -> Line {
        let key = list.item(at: row)
        let state = key.map(session.state)
        let cells = columns.map { field, column in
            Span(column.cell(key.map { cell(field, $0) } ?? allCell(field)), style(of: field, state))
        }
        return Line([Span("   ")] + cells)
    }

    private func style(of field: Field, _ state: SeatState?) -> Style {
        switch (field, state) {
        case (.marked, _): .marked
        case (.state, .failed?): .failed
        case (.state, .incomplete?), (.state, .twin?): .warning
        case (.state, .connecting?), (.state, .listing?), (.state, .complete?): .dim
        default: .text
        }
    }

    private func cell(_ field: Field, _ key: SessionKey) -> String {
        let (seat, extent) = (session[key], session.account.inventory.extent(of: key))
        let (more, isKnown) = (extent.isComplete ? "" : "+", extent.configurations > 0 || extent.isComplete)
        switch field {
        case .profile: return (seat.profile ?? "default").terminalSafe
        case .account: return seat.identity.account ?? ""
        case .region: return (seat.place ?? "").terminalSafe
        case .configurations: return isKnown ? extent.configurations.grouped + (extent.isLoading ? more : "") : ""
        case .associations: return isKnown ? extent.associations.grouped + more : ""
        case .marked:
            let marked = session.account.marks(in: key).count
            return marked == 0 ? "" : marked.grouped
        case .state:
            let state = session.state(of: key)
            return state.word + (state.sentence.map { ": \($0.withoutOperation.terminalSafe)" } ?? "")
        }
    }

    private func allCell(_ field: Field) -> String {
        let extents = session.seats.map { session.account.inventory.extent(of: $0.key) }
        let more = extents.allSatisfy(\.isComplete) ? "" : "+"
        switch field {
        case .profile: return Self.all
        case .account: return Set(session.seats.compactMap(\.identity.account)).count.counted("account")
        case .region: return Set(session.seats.compactMap(\.place)).count.counted("region")
        case .configurations: return extents.reduce(0) { $0 + $1.configurations }.grouped
        case .associations: return extents.reduce(0) { $0 + $1.associations }.grouped + more
        case .marked: return session.account.marks.isEmpty ? "" : session.account.marks.count.grouped
        case .state:
            let ended = session.seats.count { session.state(of: $0.key) == .complete }
            return ended == session.seats.count ? "complete" : "\(ended.grouped) of \(session.seats.count.grouped) complete"
        }
    }
}

extension String {
    /// A sentence without the operation that it begins with.
    fileprivate var withoutOperation: String {
        guard hasPrefix("List"), let end = firstRange(of: ": ")?.upperBound else { return self }
        return String(self[end...])
    }
}

extension Seat {
    /// The region, as far as it is known.
    var place: String? { identity.region ?? connection.choice.region }
}
