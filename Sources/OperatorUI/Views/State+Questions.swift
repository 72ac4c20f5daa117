import InspectorCore
import Terminal

extension State {
    /// A question; the harmless answer is the default.
    func questionLines(_ question: Question) -> [Line] {
        switch question {
        case .quitWithMarks(let count):
            wrapped("Quit and discard \(count.counted("mark"))?", .warning) + wrapped("y quits, Esc stays.", .text)
        case .quitDuringRun:
            wrapped("Quit during a run?", .warning)
                + wrapped("y stops the run, waits for its calls under way, records them, then quits. Esc lets it go on.", .text)
        case .switchWithMarks(let choice, let count):
            wrapped("Switch to \(choice.words) and discard \(count.counted("mark"))?", .warning)
                + wrapped("y switches, Esc stays.", .text)
        case .replaceFile(let export):
            wrapped("Replace \(export.path.clippedInMiddle(to: size.columns * 2))?", .warning)
                + wrapped("The file exists. y replaces it, Esc keeps it.", .text)
        }
    }

    /// The question for a device's code.
    func codeLines(_ question: CodeQuestion) -> [Line] {
        wrapped("Profile \(question.profile) needs the code of the device \(question.serial).", .warning)
            + wrapped("Type its digits, then Enter. Esc cancels.", .text)
    }
}

extension ConnectionChoice {
    fileprivate var words: String {
        [profile.map { "profile \($0)" }, region.map { "region \($0)" }].compactMap(\.self).joined(separator: ", ")
    }
}
