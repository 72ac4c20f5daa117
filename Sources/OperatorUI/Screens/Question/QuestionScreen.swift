import InspectorCore
import Terminal

/// A question before something is lost; the answer that changes nothing is the default.
enum Question: Equatable, Sendable {
    /// Leave although associations are marked.
    case quitWithMarks(Int, areKept: Bool)
    /// Leave although a run is in progress: it stops first.
    case quitDuringRun
    /// Work with another profile or region although associations are marked.
    case switchWithMarks(ConnectionChoice, marks: Int, areKept: Bool)
    /// Write to a file that is there.
    case replaceFile(Export)
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
        guard case .quitWithMarks(_, let areKept) = question else { return nil }
        return areKept ? " Marks are kept for the next session: press q again to quit." : " Marks will be discarded: press q again to quit."
    }

    var confirmation: Confirmation? {
        let isAboutQuitting = isAboutQuitting
        return Confirmation(
            kind: .question, isAffirmative: { $0 == .character("y") || isAboutQuitting && $0 == .control("c") },
            tinyNote: quittingNote)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .run(.send): .when(display.arming.isArmed, else: Arming.refusal)
        case .move, .open, .back, .refresh, .copy, .export, .list, .run, .program: command.availabilityInQuestions
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
        }
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
