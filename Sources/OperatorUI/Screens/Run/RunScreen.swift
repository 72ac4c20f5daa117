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
