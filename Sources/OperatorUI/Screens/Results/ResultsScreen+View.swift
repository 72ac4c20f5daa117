import InspectorCore
import Terminal

extension ResultsScreen {
    var title: String { "results" }

    func hints(in scene: Scene) -> [Hint] {
        let isResumable = scene.session.resumableRun != nil
        let retries = isResumable || scene.session.finishedRuns.last?.isRetryable ?? false
        return (retries ? scene.workingHints(.run(.retry), on: self, as: isResumable ? "resume" : nil) : [])
            + scene.workingHints(.run(.undo), on: self) + scene.workingHints(.run(.verify), on: self, as: "verify")
            + scene.workingHints(.export, on: self) + scene.hints(.back) + [.scroll]
    }

    /// The newest first.
    func text(in session: Session, on display: Display) -> LazyText {
        let page = Page(columns: display.size.columns)
        var text = LazyText([Line.empty])
        if let run = session.run { text.append(page.bullet(run.status, .accent) + [Line.empty]) }
        for (age, run) in session.finishedRuns.reversed().enumerated() {
            FinishedRunText(run, retry: age == 0 ? .byKey : .past, in: session, page).append(to: &text)
        }
        for problem in session.problems.reversed() {
            text.append(page.bullet("✗ " + problem.context, .failed) + page.paragraph(problem.sentence, .text) + [Line.empty])
        }
        if session.finishedRuns.isEmpty, session.problems.isEmpty, session.run == nil {
            text.append(
                page.paragraph("Nothing was sent yet, and nothing went wrong.", .dim)
                    + page.paragraph("H shows the runs in this machine's journals.", .dim))
        }
        return text
    }
}
