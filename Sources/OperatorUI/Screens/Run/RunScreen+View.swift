import InspectorCore
import Terminal

extension RunScreen {
    var title: String { "run" }

    func text(in session: Session, on display: Display) -> LazyText {
        LazyText(session.run.map { LiveRunText($0, in: session, Page(columns: display.size.columns)).lines } ?? [])
    }

    func hints(in scene: Scene) -> [Hint] {
        let stop = scene.session.run?.phase == .stopping ? "abort" : nil
        return scene.hints(.program(.stop), as: stop) + scene.hints(.back, as: "lists") + scene.hints(.program(.results)) + [.scroll]
    }
}
