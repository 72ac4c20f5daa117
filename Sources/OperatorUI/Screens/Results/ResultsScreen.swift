import InspectorCore
import Terminal

/// Results and errors of this session.
struct ResultsScreen: TextScreen {
    var viewport = Viewport()

    var screen: Screen { .results(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        let hasRuns = !session.finishedRuns.isEmpty
        switch command {
        case .export where !hasRuns && session.run != nil:
            return .disabled("The run is in progress: export its results when it has finished.")
        case .export: return .when(hasRuns, else: "Nothing was sent yet, so there are no results to export.")
        case .run(.verify):
            if let reason = RunCommands(session).verifyingRefusal { return .disabled(reason) }
            return .when(
                hasRuns,
                else: "Nothing was sent yet, so there is nothing to verify; \(session.key(.program(.earlierRuns))) shows earlier runs.")
        case .move, .open, .back, .refresh, .copy, .list, .run, .program: return usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): scroll(motion, in: session, on: display)
        case .export: session.finishedRuns.last.map { Export.prompt($0.report) } ?? []
        case .run(.verify): session.finishedRuns.last.map { RunCommands.verify($0.report, in: &session) } ?? []
        case .open, .back, .refresh, .copy, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        Export.typed(input)
    }
}

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
        if let run = session.run { text.append(page.bullet(run.status(in: session), .accent) + [Line.empty]) }
        for (age, run) in session.finishedRuns.reversed().enumerated() {
            FinishedRunText(run, retry: age == 0 ? .byKey : .past, in: session, page).append(to: &text)
        }
        for problem in session.problems.reversed() {
            text.append(page.bullet("✗ " + problem.context, .failed) + page.paragraph(problem.sentence, .text) + [Line.empty])
        }
        if session.finishedRuns.isEmpty, session.problems.isEmpty, session.run == nil {
            text.append(
                page.paragraph("Nothing was sent yet, and nothing went wrong.", .dim)
                    + page.paragraph("\(session.key(.program(.earlierRuns))) shows the runs in this machine's journals.", .dim))
        }
        return text
    }
}
