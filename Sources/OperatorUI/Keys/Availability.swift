import InspectorCore

/// Whether a command does something now, and if not, why.
package enum Availability: Hashable, Sendable {
    /// The command works.
    case enabled
    /// The command does nothing, for the reason given.
    case disabled(String)
}

extension State {
    /// Whether `command` does something on the screen on top.
    package func availability(of command: Command) -> Availability {
        switch (command, screen) {
        case (.move, .question), (.open, .question): .disabled("Answer the question first.")
        case (.mark, .configurations), (.mark, .projects), (.markAll, .configurations), (.markAll, .projects): markAvailability
        case (.clearMarks, .configurations), (.clearMarks, .projects):
            marks.isEmpty ? .disabled("Nothing is marked.") : .enabled
        case (.plan, .configurations), (.plan, .projects): planAvailability
        case (.mark, _), (.markAll, _), (.clearMarks, _), (.plan, _): .disabled("This key works in the lists: Esc goes back.")
        case (.send, .plan(let plan)):
            plan.needsTypedCount ? .disabled("Type the number of targets, then Enter.") : .enabled
        case (.send, .question): .enabled
        case (.send, _): .disabled("y sends a plan: mark projects and press d first.")
        case (.stop, _): activity.run == nil ? .disabled("Nothing is being sent.") : .enabled
        case (.refresh, _): refreshAvailability
        default: .enabled
        }
    }

    private var markAvailability: Availability {
        activity == .idle ? .enabled : .disabled("Marks rest while a run goes on: x stops it.")
    }

    private var planAvailability: Availability {
        if isReadOnly { return .disabled("Read-only: nothing is sent. Start without --read-only to disassociate.") }
        if activity != .idle { return .disabled("A run goes on: wait for it, or stop it with x.") }
        return marks.isEmpty ? .disabled("Nothing is marked: Space marks a row.") : .enabled
    }

    private var refreshAvailability: Availability {
        guard let run = activity.run else { return .enabled }
        if case .paused = run.phase { return .enabled }
        return .disabled("A run goes on: the lists follow it by themselves.")
    }
}
