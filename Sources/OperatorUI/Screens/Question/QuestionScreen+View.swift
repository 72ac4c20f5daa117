import InspectorCore
import Terminal

extension QuestionScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = ScreenView(asking: lines(scene.page), in: scene)
        view.hints = scene.workingHints(.run(.send), on: self, as: "yes") + scene.hints(.back, as: "no")
        return view
    }

    private func lines(_ page: Page) -> [Line] {
        switch question {
        case .quitWithMarks(let count, areKept: true):
            page.paragraph("Quit with \(count.counted("mark"))? The next session here offers to mark them again.", .warning)
                + page.paragraph("y quits, Esc stays.", .text)
        case .quitWithMarks(let count, areKept: false):
            page.paragraph("Quit and discard \(count.counted("mark"))?", .warning) + page.paragraph("y quits, Esc stays.", .text)
        case .quitDuringRun:
            page.paragraph("Quit while a run is in progress?", .warning)
                + page.paragraph("y stops the run, waits for calls in progress, records them, then quits. Esc continues the run.", .text)
        case .switchWithMarks(let choice, let count, areKept: true):
            page.paragraph(
                "Switch to \(choice.words)? The next session here offers to mark the \(count.counted("association")) again.", .warning)
                + page.paragraph("y switches, Esc stays.", .text)
        case .switchWithMarks(let choice, let count, areKept: false):
            page.paragraph("Switch to \(choice.words) and discard \(count.counted("mark"))?", .warning)
                + page.paragraph("y switches, Esc stays.", .text)
        case .replaceFile(let export):
            page.paragraph("Replace \(export.path.clippedInMiddle(to: page.columns * 2))?", .warning)
                + page.paragraph("The file exists. y replaces it, Esc keeps it.", .text)
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
