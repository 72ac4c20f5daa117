import InspectorCore
import Terminal

/// Results and errors of this session.
struct ResultsScreen: OutlineScreen {
    var viewport = Viewport()
    var toggled: Set<FailureNode> = []
    var anchor: FailureNode?

    var screen: Screen { .results(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        let hasRuns = !session.finishedRuns.isEmpty
        switch command {
        case .run(.retry): return RunCommands(session).retrying(run(in: session, on: display))
        case .run(.undo): return RunCommands(session).undoing(run(in: session, on: display))
        case .export where !hasRuns && session.run != nil:
            return .disabled("The run is in progress: export its results when it has finished.")
        case .export: return .when(hasRuns, else: "Nothing was sent yet, so there are no results to export.")
        case .run(.watch): return .unless(RunCommands(session).watchingRefusal(run(in: session, on: display)?.report))
        case .run(.verify):
            if let reason = RunCommands(session).verifyingRefusal { return .disabled(reason) }
            return .when(
                hasRuns,
                else: "Nothing was sent yet, so there is nothing to verify; \(session.key(.program(.earlierRuns))) shows earlier runs.")
        case .move, .open, .back, .refresh, .copy, .list, .run, .program:
            return outlineAvailability(of: command, in: session, on: display) ?? usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .export: run(in: session, on: display).map { Export.prompt($0.report) } ?? []
        case .run(.verify): run(in: session, on: display).map { RunCommands.verify($0.report, in: &session) } ?? []
        case .run(.watch): run(in: session, on: display).map { RunCommands.watch($0.report, in: &session) } ?? []
        case .run(.retry): run(in: session, on: display).map { PlanScreen.sendingAgain($0, in: session) } ?? []
        case .run(.undo): run(in: session, on: display).map { PlanScreen.undoing($0, in: session) } ?? []
        case .move, .open, .back, .refresh, .copy, .list, .run, .program:
            performInOutline(command, in: session, on: display) ?? performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        Export.typed(input)
    }
}

extension ResultsScreen {
    var title: String { "results" }

    func hints(in scene: Scene) -> [Hint] {
        let run = run(in: scene.session, on: scene.display)
        let isResumable = run?.isResumable ?? false
        let retries = isResumable || run?.isRetryable ?? false
        return (retries ? scene.workingHints(.run(.retry), on: self, as: isResumable ? "resume" : nil) : [])
            + scene.workingHints(.run(.undo), on: self) + scene.workingHints(.open, on: self, as: openWord(in: scene))
            + scene.workingHints(.list(.nextFailed), on: self, as: "next failure") + scene.workingHints(.copy, on: self, as: "copy")
            + scene.hints(.back) + scene.workingHints(.run(.verify), on: self, as: "verify") + scene.workingHints(.export, on: self)
            + scene.workingHints(.run(.watch), on: self)
    }

    func run(_ number: Int, in session: Session) -> FinishedRun? {
        session.finishedRuns.indices.contains(number) ? session.finishedRuns[number] : nil
    }

    /// The run that the cursor is in, which commands are about; the newest one where it is in none.
    private func run(in session: Session, on display: Display) -> FinishedRun? {
        run(node(in: session, on: display)?.run ?? session.finishedRuns.count - 1, in: session)
    }

    /// The newest first; below the runs, what else went wrong.
    func outline(in session: Session, on display: Display) -> Outline<FailureNode> {
        let page = display.textPage
        var outline = Outline<FailureNode>()
        outline.append([Line.empty])
        if let run = session.run { outline.append(page.bullet(run.status(in: session), .accent) + [Line.empty]) }
        if let watch = session.watch { outline.append(page.bullet(watch.status, .accent) + [Line.empty]) }
        let group = session.lastGroup
        for (number, run) in session.finishedRuns.enumerated().reversed() {
            let isLast = number == session.finishedRuns.count - 1 || group != nil && run.report.plan.group == group
            let retry = isLast ? FailureOutline.Retry.byKey : .past
            FailureOutline(run: run, number: number, retry: retry, toggled: toggled, session: session, page: page).append(to: &outline)
        }
        if !session.problems.isEmpty { outline.append([Line(" Errors of this session", .header), .empty]) }
        for problem in session.problems.reversed() {
            outline.append(page.bullet("✗ " + problem.context, .failed) + page.paragraph(problem.sentence, .text) + [Line.empty])
        }
        if session.finishedRuns.isEmpty, session.problems.isEmpty, session.run == nil {
            outline.append(
                page.paragraph("Nothing was sent yet, and nothing went wrong.", .dim)
                    + page.paragraph("\(session.key(.program(.earlierRuns))) shows the runs in this machine's journals.", .dim))
        }
        return outline
    }
}
