/// Something a screen asks the program for when it has taken a key or an event in.
enum Action: Equatable, Sendable {
    /// Put a screen on top.
    case push(Screen)
    /// Put a screen in the place of this one.
    case replace(Screen)
    /// Close this screen.
    case close
    /// Put the run's screen on top.
    case showRun
    /// Tell the operator something.
    case notice(Notice)
    /// Let a text be typed, or end that.
    case prompt(TextPrompt?)
    /// Ask before something is lost.
    case ask(Question)
    /// Connect with another profile or region.
    case connect(ConnectionChoice)
    /// List again, connect again, or continue a run that waits.
    case refresh
    /// Let the other list know that marks have changed.
    case marksChanged
    /// Have something done outside.
    case effect(Effect)

    /// Something to know.
    static func inform(_ text: String) -> Action { .notice(Notice(.information, text)) }

    /// Why a key does nothing, or something to be careful about.
    static func warn(_ text: String) -> Action { .notice(Notice(.warning, text)) }
}
