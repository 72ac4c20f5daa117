import InspectorCore
import Terminal

/// A screen that is one text, of which the terminal shows a part.
protocol TextScreen: ScreenModel {
    /// The part that is seen.
    var viewport: Viewport { get set }
    /// What the top line calls it.
    var title: String { get }
    /// The whole text, as wide as the terminal.
    func text(in session: Session, on display: Display) -> LazyText
    /// The keys that matter here.
    func hints(in scene: Scene) -> [Hint]
}

extension TextScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        usualAvailability(of: command, in: session)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        if case .move(let motion) = command { return scroll(motion, in: session, on: display) }
        return performUsual(command, in: &session)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        if case .event(.resized) = news { clamp(in: session, on: display) }
        return []
    }

    func view(in scene: Scene) -> ScreenView { textView(in: scene) }

    /// Scrolls, or says that there is no more.
    mutating func scroll(_ motion: Motion, in session: Session, on display: Display) -> [Action] {
        let before = viewport
        viewport.scroll(motion, count: text(in: session, on: display).count, height: display.textHeight)
        return viewport == before ? [.inform(motion.goesUp ? "This is the top." : "This is the end.")] : []
    }

    /// Shows no more below the end than there has to be, after the text or the terminal has changed.
    mutating func clamp(in session: Session, on display: Display) {
        viewport.clamp(count: text(in: session, on: display).count, height: display.textHeight)
    }

    /// The part of the text that is seen.
    func textView(in scene: Scene) -> ScreenView {
        let (text, top, height) = (text(in: scene.session, on: scene.display), viewport.top, scene.display.textHeight)
        var view = ScreenView(title: title, body: text.lines(from: top, height: height))
        if text.count > height {
            view.position = "  \((top + 1).grouped)-\(min(text.count, top + height).grouped) of \(text.count.grouped)"
        }
        view.hints = hints(in: scene)
        return view
    }
}
