import InspectorCore
package import Terminal

/// The operator's terminal as a value: the screens, what is typed, and the session they share. ``update(_:)`` alone changes it.
package struct App: Equatable, Sendable {
    /// What all screens share.
    var session: Session
    /// What the screens are drawn on.
    var display: Display
    /// The screens, and what is typed for the one on top.
    var stack: ScreenStack

    /// The program at the start, before it is connected.
    ///
    /// - Parameters:
    ///   - keepsMarks: Whether marks that were not sent outlast it, see ``marksToKeep``.
    ///   - sessions: What several sessions are opened with; none for the one that settings name.
    ///   - isHeard: Whether what it has to say is spoken, see ``accessibleState(turn:)``, and no frame is drawn.
    package init(
        size: TerminalSize, isReadOnly: Bool = false, keepsMarks: Bool = false, preferences: Preferences = Preferences(),
        sessions: [ConnectionChoice] = [], isHeard: Bool = false
    ) {
        session = Session(isReadOnly: isReadOnly, choices: sessions)
        stack = session.isFleet ? ScreenStack(.accounts(AccountsScreen(session.seats.map(\.key)))) : ScreenStack()
        (session.keepsMarks, session.preferences, session.columns) = (keepsMarks, preferences, preferences.columns)
        session.isHeard = isHeard
        display = Display(size: size, isHeard: isHeard, isFleet: sessions.count > 1)
    }

    /// Whether no run is in progress.
    package var isIdle: Bool { session.run == nil }

    /// Whether the confirmation on top does not accept every answer yet.
    package var isArming: Bool { stack.confirmation != nil && !display.arming.isArmed }

    /// What is to be kept for later sessions when the program ends; nothing where what is kept already stays as it is.
    package var marksToKeep: [KeptMarks] { session.marksToKeep }

    /// The text that stays on the normal screen after the program ends.
    package var farewell: String { session.finishedRuns.farewell }

    /// Tells the time, in seconds since 1970; call it before ``update(_:)``.
    package mutating func setTime(_ now: Int64) { session.now = now }

    /// The frame to draw, as lines and roles.
    package func view() -> Frame { FrameMaker(self).frame }

    /// Recomputes the lists if rows have changed; call it before ``view()``.
    package mutating func recomputeLists() {
        if session.account.hasNewRows {
            session.account.hasNewRows = false
            session.account.updateRankings()
            session.account.updateViews(now: session.now)
            _ = stack.tell(.rowsChanged, in: &session, on: display)
        }
        _ = stack.tell(.frameDue, onlyTop: true, in: &session, on: display)
        if display.rest.isResting { stack.top.model.settle() }
    }

    /// Notes what the frame about to be written shows of a plan. What is noted changes the status, which may then take one more line of
    /// the plan: that line does not count.
    package mutating func noteSeen() {
        guard display.isLargeEnough, stack.confirmation != nil else { return }
        let before = FrameMaker(self).seenLines
        var after = self
        after.stack.top.model.noteShown(before, in: session, on: display)
        guard after.stack.top != stack.top else { return }
        stack.top.model.noteShown(before.clamped(to: FrameMaker(after).seenLines), in: session, on: display)
    }
}
