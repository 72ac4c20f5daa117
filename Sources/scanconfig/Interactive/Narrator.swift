import Curses
import OperatorUI

/// Tells somebody who hears the program what has changed since it was told last.
@MainActor
final class Narrator {
    private let terminal: CursesSession
    private var told: AccessibleState?

    init(_ terminal: CursesSession) { self.terminal = terminal }

    /// Tells what has changed.
    ///
    /// - Parameters:
    ///   - turn: How many keys and pastes there were.
    ///   - note: For a program that drives this one.
    func tell(_ app: App, turn: Int, note: String) {
        let state = app.accessibleState(turn: turn)
        let typing = state.entry.map { TypingLine(label: $0.label, text: $0.text) }
        terminal.say(announce(before: told, after: state), typing: typing, note: note)
        told = state.asTold(after: told)
    }

    /// Has everything told again next time.
    func forget() { told = nil }
}
