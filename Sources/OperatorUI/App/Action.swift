/// What a screen asks the program to do after it has handled a key or an event.
enum Action: Equatable, Sendable {
    /// Put a screen on top.
    case push(Screen)
    /// Replace this screen by another.
    case replace(Screen)
    /// Close this screen.
    case close
    /// Put the run's screen on top.
    case showRun
    /// Show a notice.
    case notice(Notice)
    /// Open a prompt, or close it.
    case prompt(TextPrompt?)
    /// Ask before something is lost.
    case ask(Question)
    /// Connect with another profile or region.
    case connect(ConnectionChoice)
    /// List again, reconnect, or continue a waiting run.
    case refresh
    /// Tell the other list that marks have changed.
    case marksChanged
    /// Have an effect carried out.
    case effect(Effect)

    /// An informational notice.
    static func inform(_ text: String) -> Action { .notice(Notice(.information, text)) }

    /// A warning, or the reason why a key does nothing.
    static func warn(_ text: String) -> Action { .notice(Notice(.warning, text)) }
}
