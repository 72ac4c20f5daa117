import InspectorCore
import Terminal

extension PlanScreen {
    var title: String { "plan" }

    /// The plan in lines.
    func text(of session: Session, on display: Display) -> PlanText {
        PlanText(self, display.textPage, in: session)
    }

    func text(in session: Session, on display: Display) -> LazyText { text(of: session, on: display).text }

    func view(in scene: Scene) -> ScreenView {
        var view = textView(in: scene)
        let row = viewport.cursor - viewport.top
        (view.cursor, view.headings, view.keptLines) = (Position(column: 0, row: row + 1), 0, 1)
        if view.body.indices.contains(row) {
            view.body[row] = scene.rowCursor().on(view.body[row])
            if view.body[row].isBlank { view.park(from: row) }
        }
        if let reason = scene.session.sendingRefusal {
            view.status = Line(reason, .dim)
        } else if asksForCount(on: scene.display) {
            view.answer = " Type \(draft.count.grouped) and Enter to send: \(answer)"
        } else {
            view.reading = unreadReason(in: scene.session, on: scene.display)
        }
        return view
    }

    func spoken(in scene: Scene) -> Spoken { SpokenPlan(self, in: scene).spoken }

    func hints(in scene: Scene) -> [Hint] {
        let asks = scene.session.sendingRefusal == nil && asksForCount(on: scene.display)
        var hints = asks ? [Hint("number, enter", "send")] : scene.workingHints(.run(.send), on: self)
        hints += scene.hints(.back, as: rows.choice == .all ? "back" : "show all")
        if case .retry(let retryable, let all, let takesAll) = origin, retryable > 0, retryable < all {
            hints += scene.hints(.run(.retry), as: takesAll ? "likely ones" : "all that failed")
        }
        if case .number? = item(in: scene.session, on: scene.display) { hints += scene.hints(.open, as: "its rows") }
        return hints + scene.workingHints(.list(.mark), on: self, as: "in or out") + scene.workingHints(.run(.leaveOut), on: self)
            + scene.workingHints(.list(.associate), on: self, as: "cover with")
            + scene.workingHints(.run(.edit), on: self) + scene.hints(.list(.filter), as: "find") + scene.hints(.run(.onlyWarned))
    }
}
