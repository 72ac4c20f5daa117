import InspectorCore
import Terminal

/// A question before something is lost; the answer that changes nothing is the default.
enum Question: Equatable, Sendable {
    /// Leave although associations are marked, some of which the next session offers again.
    case quitWithMarks(Int, kept: Int)
    /// Leave although a run is in progress: it stops first.
    case quitDuringRun
    /// Work with another profile or region although associations are marked.
    case switchWithMarks(ConnectionChoice, marks: Int, kept: Int)
    /// Write to a file that is there.
    case replaceFile(Export)
    /// Whether tables are written for a spreadsheet; both answers write.
    case spreadsheet(Export)
}

/// A question on the screen. It stands at the bottom of what it is about.
struct QuestionScreen: ScreenModel {
    /// What is asked.
    let question: Question

    init(_ question: Question) {
        self.question = question
    }

    var screen: Screen { .question(self) }

    private var isAboutQuitting: Bool { quittingNote != nil }

    /// What a terminal that is too small for the question says of the marks.
    private var quittingNote: String? {
        guard case .quitWithMarks(_, let kept) = question else { return nil }
        return kept > 0
            ? " Marks are kept for the next session: press q again to quit." : " Marks will be discarded: press q again to quit."
    }

    var confirmation: Confirmation? {
        let (isAboutQuitting, isAboutSpreadsheets) = (isAboutQuitting, isAboutSpreadsheets)
        return Confirmation(
            kind: .question,
            isAffirmative: { key in
                key == .character("y") || isAboutQuitting && key == .control("c")
                    || isAboutSpreadsheets && [.character("n"), .enter].contains(key)
            },
            tinyNote: quittingNote)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .run(.send): .when(display.arming.isArmed, else: Arming.refusal)
        case .move, .open, .refresh, .copy, .export, .list, .run:
            isAboutSpreadsheets
                ? .disabled("Answer the question first: y is for Excel, n is plain, Esc writes nothing.") : command.availabilityInQuestions
        case .back, .program: command.availabilityInQuestions
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .back: [.close]
        case .run(.send): agree(in: &session)
        case .move, .open, .refresh, .copy, .export, .list, .run, .program: []
        }
    }

    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]? {
        switch key {
        case .character("y"): return agree(in: &session)
        case .character("n") where isAboutSpreadsheets, .enter where isAboutSpreadsheets: return write(withMark: false, in: &session)
        case .control("c"): return isAboutQuitting ? agree(in: &session) : nil
        case .character("n"), .character("q"), .escape, .left, .character("h"), .enter:
            session.notices.clear()
            return [.close]
        default: return nil
        }
    }

    private func agree(in session: inout Session) -> [Action] {
        switch question {
        case .quitWithMarks: return [.close, .effect(.quit)]
        case .quitDuringRun:
            let stop = session.run.map { $0.phase == .stopping } ?? true ? [] : session.stopRun()
            return [.close] + stop.map(Action.effect) + [.effect(.quit)]
        case .switchWithMarks(let choice, _, _): return [.close, .connect(choice)]
        case .replaceFile(var export):
            export.mayReplace = true
            return [.close, .effect(.export(export))]
        case .spreadsheet: return write(withMark: true, in: &session)
        }
    }

    private var isAboutSpreadsheets: Bool { if case .spreadsheet = question { true } else { false } }

    /// Writes the table, and every other one of this session in the same way.
    private func write(withMark: Bool, in session: inout Session) -> [Action] {
        guard case .spreadsheet(let export) = question else { return [] }
        session.writesByteOrderMark = withMark
        return [.close, .effect(.export(export))]
    }
}

extension Command {
    /// Whether the command works while something is asked.
    var availabilityInQuestions: Availability {
        switch self {
        case .back, .program(.interrupt), .program(.repaint), .program(.suspend), .program(.quit): .enabled
        case .move, .open, .refresh, .copy, .export, .list, .run, .program: .disabled("Answer the question first: y is yes, Esc is no.")
        }
    }
}

extension QuestionScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = ScreenView(asking: lines(scene.page), in: scene)
        let yes = scene.workingHints(.run(.send), on: self, as: isAboutSpreadsheets ? "for Excel" : "yes")
        let no = isAboutSpreadsheets ? yes.map { _ in Hint("n", "plain") } + scene.hints(.back, as: "cancel") : scene.hints(.back, as: "no")
        view.hints = yes + no
        return view
    }

    /// What becomes of marks.
    private static func offer(_ kept: Int, of count: Int) -> String {
        kept == count
            ? "The next session here offers to restore \(count == 1 ? "it" : "them")."
            : "The next session here offers to restore \(kept.grouped); \((count - kept).grouped) failed."
    }

    private func lines(_ page: Page) -> [Line] {
        switch question {
        case .quitWithMarks(let count, kept: 0):
            page.paragraph("Quit and discard \(count.counted("mark"))?", .warning) + page.paragraph("y quits, Esc stays.", .text)
        case .quitWithMarks(let count, let kept):
            page.paragraph("Quit with \(count.counted("mark"))? \(Self.offer(kept, of: count))", .warning)
                + page.paragraph("y quits, Esc stays.", .text)
        case .quitDuringRun:
            page.paragraph("Quit while a run is in progress?", .warning)
                + page.paragraph("y stops the run, waits for calls in progress, records them, then quits. Esc continues the run.", .text)
        case .switchWithMarks(let choice, let count, kept: 0):
            page.paragraph("Switch to \(choice.words) and discard \(count.counted("mark"))?", .warning)
                + page.paragraph("y switches, Esc stays.", .text)
        case .switchWithMarks(let choice, let count, let kept):
            page.paragraph(
                "Switch to \(choice.words) with \(count.counted("mark"))? \(Self.offer(kept, of: count))", .warning)
                + page.paragraph("y switches, Esc stays.", .text)
        case .replaceFile(let export):
            page.paragraph("Replace \(export.path.clippedInMiddle(to: page.columns * 2))?", .warning)
                + page.paragraph("The file exists. y replaces it, Esc keeps it.", .text)
        case .spreadsheet(let export):
            page.paragraph("Will \(export.path.clippedInMiddle(to: page.columns * 2)) be opened in Excel?", .warning)
                + page.paragraph(
                    "y adds the mark by which Excel reads names like München correctly, n writes plain UTF-8 for scripts, Esc writes nothing. "
                        + "Asked once per session.", .text)
        }
    }
}

extension ScreenView {
    /// A question below as much of what it is about as there is room for.
    init(asking question: [Line], in scene: Scene) {
        let below = scene.viewBelow.body
        let room = max(0, scene.display.textHeight - question.count - 1)
        let kept = Array(below.prefix(room)) + Array(repeating: Line.empty, count: max(0, room - below.count))
        self.init(title: "question", body: kept + [Line(String(repeating: "─", count: scene.display.size.columns), .dim)] + question)
        reading = scene.display.arming.isArmed ? nil : Arming.refusal
        keptLines = question.count + 1
        isQuestion = true
    }
}

extension ConnectionChoice {
    fileprivate var words: String {
        [profile.map { "profile \($0)" }, region.map { "region \($0)" }].compactMap(\.self).joined(separator: ", ")
    }
}
