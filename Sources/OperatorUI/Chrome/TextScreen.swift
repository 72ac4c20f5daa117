import InspectorCore
import Terminal
import TextSafety

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
        let bar = ScrollBar(first: top, height: height, count: text.count)
        let lines = text.lines(from: top, height: height)
        var view = ScreenView(title: title, body: bar.isNeeded ? lines.beside(bar, columns: scene.display.size.columns) : lines)
        view.position = bar.lines
        view.hints = hints(in: scene)
        return view
    }
}

/// Puts sentences into lines of a width.
struct Page {
    /// Cells across.
    let columns: Int
    /// Columns left of a row of a list, and of a paragraph, for the cursor's and the mark's glyph.
    static let gutter = 3

    /// A paragraph indented like a row.
    func paragraph(_ text: String, _ style: Style) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - Self.gutter - 1)).map {
            Line(String(repeating: " ", count: Self.gutter) + $0, style)
        }
    }

    /// A paragraph whose first line stands out by two cells.
    func bullet(_ text: String, _ style: Style) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - 5)).enumerated().map { index, piece in
            Line((index == 0 ? " " : "   ") + piece, style)
        }
    }

    /// A paragraph that begins at the edge.
    func block(_ text: String, _ style: Style = .text) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - 2)).map { Line(" " + $0, style) }
    }

    /// A label and a value that may take several lines.
    func field(_ label: String, _ value: String, _ style: Style = .text) -> [Line] {
        let width = isNarrow ? 13 : 16
        return labelled(Span(" " + label, .dim), width: width, value.terminalSafe, style, room: columns - width - 1)
    }

    /// A label of a fixed width, and beside it a text that may take several lines.
    func labelled(_ label: Span, width: Int, _ text: String, _ style: Style = .text, room: Int) -> [Line] {
        text.wrapped(to: max(10, room)).enumerated().map { index, piece in
            Line([Span((index == 0 ? label.text : "").padded(to: width), label.style), Span(piece, style)])
        }
    }
}

/// A text of any length of which only the lines that are seen are made.
struct LazyText {
    private enum Part {
        case lines([Line])
        case rows(Int, (Int) -> Line)

        var count: Int {
            switch self {
            case .lines(let lines): lines.count
            case .rows(let count, _): count
            }
        }
    }

    private var parts: [Part] = []
    /// All lines.
    private(set) var count = 0

    init(_ lines: [Line] = []) {
        append(lines)
    }

    /// Appends lines that are made already.
    mutating func append(_ lines: [Line]) {
        parts.append(.lines(lines))
        count += lines.count
    }

    /// Appends `count` lines that are made when they are seen.
    mutating func append(_ count: Int, _ line: @escaping (Int) -> Line) {
        parts.append(.rows(count, line))
        self.count += count
    }

    /// At most `height` lines from line `top` on.
    func lines(from top: Int, height: Int) -> [Line] {
        var (result, first): ([Line], Int) = ([], 0)
        for part in parts where result.count < height {
            let range = max(top, first)..<max(top, first, min(top + height, first + part.count))
            switch part {
            case .lines(let lines): result += range.map { lines[$0 - first] }
            case .rows(_, let line): result += range.map { line($0 - first) }
            }
            first += part.count
        }
        return result
    }
}
