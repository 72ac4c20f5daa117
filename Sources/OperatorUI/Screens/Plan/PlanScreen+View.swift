import InspectorCore
import Terminal

extension PlanScreen {
    var title: String { "plan" }

    func text(in session: Session, on display: Display) -> LazyText {
        PlanText(self, Page(columns: display.size.columns)).text
    }

    func view(in scene: Scene) -> ScreenView {
        var view = textView(in: scene)
        if asksForCount(on: scene.display) {
            view.answer = " Type \(plan.targets.count.grouped) and Enter to send: \(answer)"
        } else if scene.session.sendingRefusal == nil {
            view.reading = unreadReason(on: scene.display)
        }
        return view
    }

    func hints(in scene: Scene) -> [Hint] {
        var hints = asksForCount(on: scene.display) ? [Hint("number, enter", "send")] : scene.workingHints(.run(.send), on: self)
        hints += scene.hints(.back, as: "back, send nothing") + [.scroll]
        guard case .retry(let retryable, let all, let takesAll) = origin, retryable > 0, retryable < all else { return hints }
        return hints + scene.hints(.run(.retry), as: takesAll ? "likely ones" : "all that failed")
    }
}
