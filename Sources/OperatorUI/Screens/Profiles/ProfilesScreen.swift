import InspectorCore
import Terminal
import TextSafety

/// The profiles to choose from, below a row for the region.
struct ProfilesScreen: ListScreen {
    var list: List<[KnownProfile], Unsorted>
    /// The text that the profiles shown have.
    private(set) var text = ""

    var screen: Screen { .profiles(self) }

    /// The profiles there are, the cursor on the one in use.
    init(_ identity: SessionIdentity, on display: Display) {
        list = List(identity.profiles, sortedBy: .asGiven, headRows: 1)
        let row = identity.profile.flatMap { name in identity.profiles.firstIndex { $0.name == name } }.map { $0 + 1 } ?? 0
        list.move(to: row, height: display.listHeight)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .program(.profiles) where session.run == nil: .disabled("Enter selects the row; Esc goes back.")
        case .list(.filter): .enabled
        case .move, .open, .back, .refresh, .copy, .export, .list, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): return move(motion, on: display)
        case .open: return pick(in: session)
        case .list(.filter): return [.prompt(TextPrompt(.choice, text: text))]
        case .back where !text.isEmpty:
            find("", in: session, on: display)
            return []
        case .back, .refresh, .copy, .export, .list, .run, .program: return performUsual(command, in: &session)
        }
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.profilesFound), .event(.connected): find(text, in: session, on: display)
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .rowsChanged, .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    /// Shows the profiles that have the text in their name, account or region; the row for the region stays.
    private mutating func find(_ new: String, in session: Session, on display: Display) {
        let all = session.identity.profiles
        text = new
        list.show(all.filter { $0.has(new) }, of: all, height: display.listHeight)
        if !new.isEmpty { list.move(to: 1, height: display.listHeight) }
    }

    /// Enter: chooses a region on the first row, takes a profile on the others.
    private func pick(in session: Session) -> [Action] {
        guard let profile = list.current else {
            return [.push(.regions(RegionsScreen(session.identity))), .prompt(TextPrompt(.region))]
        }
        return change(to: ConnectionChoice(profile: profile.name, region: nil), in: session)
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed(let prompt): find(prompt.text, in: session, on: display)
        case .cancelled: find("", in: session, on: display)
        case .accepted:
            guard list.current == nil || list.rows.isEmpty else { return [.prompt(nil)] + pick(in: session) }
            return list.rows.isEmpty ? [.warn("No profile matches.")] : [.prompt(nil)] + pick(in: session)
        }
        return []
    }

    /// Connects anew, or asks first where marks would be lost.
    private func change(to choice: ConnectionChoice, in session: Session) -> [Action] { Self.change(to: choice, in: session) }

    static func change(to choice: ConnectionChoice, in session: Session) -> [Action] {
        session.account.marks.isEmpty
            ? [.connect(choice)] : [.ask(.switchWithMarks(choice, marks: session.account.marks.count, kept: session.keptMarkCount))]
    }
}

extension ProfilesScreen {
    func view(in scene: Scene) -> ScreenView {
        let identity = scene.session.identity
        let columns = Self.columns(list.rows, width: scene.display.size.columns)
        var lines = [Column.headings(columns, gutter: Page.gutter)]
        lines += list.visibleRows(height: scene.display.listHeight).map { row in
            let name = list.item(at: row).map { $0.name.terminalSafe.clipped(to: columns[0].width) } ?? "Region"
            return self.row(row, line(of: row, columns, identity), in: scene, barOver: name)
        }
        if list.rows.isEmpty {
            let none = "There are no profiles in the shared files (~/.aws/config and credentials)."
            lines += scene.page.paragraph(text.isEmpty ? none : "No profile has \"\(text)\" in its name, account or region.", .dim)
        }
        var view = view(titled: "profile and region", lines, in: scene)
        view.cursor = cursor(column: 0)
        view.hints = scene.hints(.open, as: "use") + scene.hints(.list(.filter), as: "find") + scene.hints(.back)
        return view
    }

    private static func columns(_ profiles: [KnownProfile], width: Int) -> [Column] {
        let widest = profiles.lazy.map(\.name.terminalSafe.displayWidth).max() ?? 0
        let room = width - Page.gutter - 13 - 17 - 10
        return [
            Column(title: "PROFILE", width: max(20, min(room, widest)), keepsEnd: true), Column(title: "ACCOUNT", width: 12),
            Column(title: "REGION", width: 16),
        ]
    }

    private func line(of row: Int, _ columns: [Column], _ identity: SessionIdentity) -> Line {
        guard let profile = list.item(at: row) else {
            return Line([Span("   Region \((identity.region ?? "unknown").terminalSafe): Enter changes it")])
        }
        let isUsed = profile.name == identity.profile
        let account = profile.account ?? (isUsed ? identity.account : nil)
        let region = profile.region ?? (isUsed ? identity.region : nil)
        let cells = zip(columns.dropFirst(), [account, region]).map { $0.cell(($1 ?? "").terminalSafe) }.joined()
        return Line([
            Span("   "), Span(columns[0].cell(profile.name.terminalSafe), isUsed ? .accent : .text), Span(cells, .dim),
            Span(isUsed ? "in use" : "", .accent),
        ])
    }
}

extension KnownProfile {
    /// Whether the name, the account or the region has the text.
    fileprivate func has(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.isEmpty || [name, account, region].contains { $0?.lowercased().contains(text) ?? false }
    }
}
