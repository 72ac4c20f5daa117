import InspectorCore
import Terminal
import TextSafety

/// The profiles to choose from, below a row for the region.
struct ProfilesScreen: ListScreen {
    var list: List<[String], Unsorted>

    var screen: Screen { .profiles(self) }

    /// The profiles there are, the cursor on the one in use.
    init(_ identity: SessionIdentity, on display: Display) {
        list = List(identity.profiles, sortedBy: .asGiven, headRows: 1)
        let row = identity.profile.flatMap { identity.profiles.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        list.move(to: row, height: display.listHeight)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        if command == .program(.profiles), session.run == nil { return .disabled("Enter selects the row; Esc goes back.") }
        return usualAvailability(of: command, in: session)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): move(motion, on: display)
        case .open: pick(in: session)
        case .back, .refresh, .copy, .export, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.profilesFound(let names)): list.show(names, of: names, height: display.listHeight)
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .rowsChanged, .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    /// Enter: types a region on the first row, takes a profile on the others.
    private func pick(in session: Session) -> [Action] {
        guard let profile = list.current else { return [.prompt(TextPrompt(.region, text: session.identity.region ?? ""))] }
        return change(to: ConnectionChoice(profile: profile, region: nil), in: session)
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed: return []
        case .cancelled: return [.inform("The region is unchanged.")]
        case .accepted(let prompt):
            guard prompt.text.isRegion else { return [.warn("A region looks like us-east-1: lower-case letters, digits, hyphens.")] }
            let profile = session.identity.profile ?? session.connection.choice.profile
            return [.prompt(nil)] + change(to: ConnectionChoice(profile: profile, region: prompt.text), in: session)
        }
    }

    private func change(to choice: ConnectionChoice, in session: Session) -> [Action] {
        session.account.marks.isEmpty
            ? [.connect(choice)] : [.ask(.switchWithMarks(choice, marks: session.account.marks.count, areKept: session.areMarksKept))]
    }
}

extension ProfilesScreen {
    func view(in scene: Scene) -> ScreenView {
        let identity = scene.session.identity
        var lines = [Line("   PROFILE OR REGION", .header)]
        lines += list.visibleRows(height: scene.display.listHeight).map { line(of: $0, identity) }
        if list.rows.isEmpty {
            lines += scene.page.paragraph("There are no profiles in the shared files (~/.aws/config and credentials).", .dim)
        }
        var view = ScreenView(title: "profile and region", body: lines)
        view.cursor = cursor(column: 0)
        view.hints = scene.hints(.open, as: "use") + scene.hints(.back)
        return view
    }

    private func line(of row: Int, _ identity: SessionIdentity) -> Line {
        let profile = list.item(at: row)
        let isUsed = profile != nil && profile == identity.profile
        let text = profile?.terminalSafe ?? "Region \(identity.region ?? "unknown"): Enter changes it"
        return Line([
            Span(row == list.viewport.cursor ? "▸" : " ", .cursor), Span("  \(text)", isUsed ? .accent : .text),
            Span(isUsed ? "  in use" : "", .dim),
        ])
    }
}

extension String {
    /// Whether this looks like a region.
    fileprivate var isRegion: Bool {
        contains("-") && utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
    }
}
