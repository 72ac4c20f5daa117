import InspectorCore

/// Whether a command does something now, and if not, why.
package enum Availability: Hashable, Sendable {
    /// The command works.
    case enabled
    /// The command does nothing, for the reason given.
    case disabled(String)

    /// Works when `condition` holds, and else not for the reason given.
    static func when(_ condition: Bool, else reason: String) -> Availability {
        condition ? .enabled : .disabled(reason)
    }
}

extension State {
    /// Whether `command` does something on the screen on top.
    package func availability(of command: Command) -> Availability {
        switch command {
        case .interrupt, .repaint, .suspend, .back, .quit: .enabled
        case .send: sendAvailability
        case _ where screen.isQuestion: .disabled("Answer the question first: y is yes, Esc is no.")
        case .move, .help: .enabled
        case .open: openAvailability
        case .mark, .markAll, .invert, .clearMarks, .range: markingAvailability(of: command)
        case .filter, .sort, .reverse, .onlyMarked: .when(screen.isList, else: Self.listsOnly)
        case .nextFailed, .previousFailed: failedRowAvailability
        case .otherPane: paneAvailability
        case .plan: planAvailability
        case .retry: retryAvailability
        case .undo: undoAvailability
        case .verify: verifyAvailability
        case .stop: .when(activity.run != nil, else: "Nothing is being sent.")
        case .refresh: refreshAvailability
        case .copy: copyAvailability
        case .export: exportAvailability
        case .profiles: profilesAvailability
        case .results, .earlierRuns: .enabled
        }
    }

    static let listsOnly = "This key works in the lists: Esc goes back."
    static let readOnlyReason = "Read-only: start without --read-only to change anything."
    static let busyReason = "A run is in progress: wait for it, or stop it with x."

    private var openAvailability: Availability {
        switch screen {
        case .plan: .disabled("Enter does not send: y does. Esc goes back.")
        case .run: .disabled("Nothing to open here: Esc shows the lists, x stops the run.")
        case .projects(let list): .when(list.current != nil, else: "There is no row to open.")
        default: .enabled
        }
    }

    private var sendAvailability: Availability {
        switch screen {
        case .plan(let plan):
            if isReadOnly { return .disabled(Self.readOnlyReason) }
            if activity != .idle { return .disabled(Self.busyReason) }
            return unreadReason(plan).map(Availability.disabled) ?? .enabled
        case .question: return .when(arming.isArmed, else: Self.unarmedReason)
        default: return .disabled("y sends a plan: mark associations and press d first.")
        }
    }

    private var refreshAvailability: Availability {
        guard let run = activity.run else { return .enabled }
        if case .paused = run.phase { return .enabled }
        return .disabled("A run is in progress, and the lists follow it.")
    }
}
