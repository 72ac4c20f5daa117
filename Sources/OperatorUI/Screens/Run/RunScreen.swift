import InspectorCore
import Terminal

/// The run in progress: how far it is, and what did not succeed so far.
struct RunScreen: TextScreen {
    var viewport = Viewport()

    var screen: Screen { .run(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        if command == .open { return .disabled("Nothing to open here: Esc shows the lists, x stops the run.") }
        return usualAvailability(of: command, in: session)
    }
}

extension RunScreen {
    var title: String { "run" }

    func text(in session: Session, on display: Display) -> LazyText {
        LazyText(session.run.map { LiveRunText($0, in: session, Page(columns: display.size.columns)).lines } ?? [])
    }

    func hints(in scene: Scene) -> [Hint] {
        let run = scene.session.run
        let stop = run?.phase == .stopping ? "abort" : run?.isVerifying == true ? "end" : nil
        return scene.hints(.program(.stop), as: stop) + scene.hints(.back, as: "lists") + scene.hints(.program(.results)) + [.scroll]
    }
}
