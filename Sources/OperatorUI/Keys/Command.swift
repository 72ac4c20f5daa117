/// What a key does. Commands form groups, so that a screen can answer for a whole group.
package enum Command: Hashable, Sendable {
    /// Move the cursor, or scroll the text.
    case move(Motion)
    /// Enter: open what the cursor is on, or close a page. It never sends anything.
    case open
    /// Esc: one screen back.
    case back
    /// List again, reconnect, or continue a waiting run.
    case refresh
    /// Copy the id through the terminal's clipboard (OSC 52).
    case copy
    /// Write the list or the results to a file.
    case export
    /// What only lists of associations and configurations can do.
    case list(ListCommand)
    /// What is done with a plan or a run.
    case run(RunCommand)
    /// What is the same on every screen.
    case program(ProgramCommand)

    /// The command as the configuration file names it.
    package var name: String {
        switch self {
        case .move(let motion): motion.rawValue
        case .open: "open"
        case .back: "back"
        case .refresh: "refresh"
        case .copy: "copy"
        case .export: "export"
        case .list(let command): command.rawValue
        case .run(let command): command.rawValue
        case .program(let command): command.rawValue
        }
    }
}

/// What only lists of associations and configurations can do.
package enum ListCommand: String, Hashable, Sendable, CaseIterable {
    /// Mark the row or unmark it, and step down.
    case mark
    /// Start a range of rows, or mark the one that was started.
    case range
    /// Mark everything shown.
    case markAll
    /// Mark the shown rows that are not marked, and unmark the others.
    case invert
    /// Remove all marks, or take that back.
    case clearMarks
    /// Mark what a file names, or what an earlier session had marked.
    case importMarks
    /// Show marked rows only, or all rows again.
    case onlyMarked
    /// Type words that rows have to contain.
    case filter
    /// Sort by the next column.
    case sort
    /// Sort by the column of a letter that follows.
    case sortBy
    /// Sort by the column to the left.
    case sortLeft
    /// Sort by the column to the right.
    case sortRight
    /// Sort in the other direction.
    case reverse
    /// Choose the columns.
    case columns
    /// Go to the next failed row.
    case nextFailed
    /// Go to the previous failed row.
    case previousFailed
    /// Go to the other of two panes.
    case otherPane
    /// Plan what is marked.
    case plan
    /// Choose a configuration to associate projects with; in a plan, before it disassociates them.
    case associate
}

/// What is done with a plan or a run.
package enum RunCommand: String, Hashable, Sendable, CaseIterable {
    /// Send the plan.
    case send
    /// Plan what is left of a run, or retry what failed in the last one.
    case retry
    /// Plan the undo of a run.
    case undo
    /// List again what a run touched, and correct its outcomes.
    case verify
    /// List again, for an hour, what a run changed, and say what is changed back.
    case watch
    /// Leave out of a plan what would lose its last configuration.
    case leaveOut
    /// Show only what a warning is about, or the whole plan again.
    case onlyWarned
    /// Edit the targets of a plan in the operator's editor.
    case edit
}

/// What is the same on every screen.
package enum ProgramCommand: String, Hashable, Sendable, CaseIterable {
    /// Show results and errors.
    case results
    /// Show the runs in this machine's journals.
    case earlierRuns
    /// Choose profile and region.
    case profiles
    /// Copy the address of the service's page in AWS's console (OSC 52).
    case console
    /// Choose from all commands.
    case palette
    /// Show help.
    case help
    /// Say which screen, account and row this is.
    case whereAmI
    /// Stop the run; calls in progress finish first.
    case stop
    /// Draw the whole screen again.
    case repaint
    /// Suspend the program and return to the shell.
    case suspend
    /// Go back; on the first screen, quit.
    case quit
    /// Stop a run, otherwise quit.
    case interrupt
}

/// A way to move in a list or a text.
package enum Motion: String, Hashable, Sendable {
    /// One row.
    case up, down
    /// One screen.
    case pageUp, pageDown
    /// To either end.
    case first, last

    /// Whether it goes towards the first row.
    var goesUp: Bool {
        switch self {
        case .up, .pageUp, .first: true
        case .down, .pageDown, .last: false
        }
    }
}

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

    /// Not available if there is a reason, else available.
    static func unless(_ reason: String?) -> Availability {
        reason.map(disabled) ?? .enabled
    }

    /// The command belongs to the lists.
    static let inListsOnly = disabled("This key works in the lists: Esc goes back.")
}
