import InspectorCore
import Terminal

extension State {
    /// A question; the harmless answer is the default.
    func questionLines(_ question: Question) -> [Line] {
        switch question {
        case .quitWithMarks(let count):
            wrapped("Quit although \(count.counted("association")) \(count == 1 ? "is" : "are") marked?", .warning)
                + wrapped("Marks are not kept. y quits, Esc stays.", .text)
        case .quitDuringRun:
            wrapped("Quit although a run goes on?", .warning)
                + wrapped("y stops it, waits for the calls under way and records them, then quits. Esc lets it go on.", .text)
        case .switchWithMarks(let choice, let count):
            wrapped("Change to \(choice.words) although \(count.counted("association")) \(count == 1 ? "is" : "are") marked?", .warning)
                + wrapped("The marks are taken off. y changes, Esc stays.", .text)
        case .replaceFile(let export):
            wrapped("\(export.path) is there already. Replace it?", .warning) + wrapped("y replaces it, Esc leaves it as it is.", .text)
        }
    }

    /// The question for a device's code.
    func codeLines(_ question: CodeQuestion) -> [Line] {
        wrapped("Profile \(question.profile) needs a code of the device \(question.serial).", .warning)
            + wrapped("Type its digits, then Enter. Esc declines.", .text)
    }
}

extension ConnectionChoice {
    fileprivate var words: String {
        [profile.map { "profile \($0)" }, region.map { "region \($0)" }].compactMap(\.self).joined(separator: ", ")
    }
}
