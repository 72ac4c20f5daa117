import InspectorCore
import Terminal
import TextSafety

/// An earlier run as recorded in its journal.
struct EarlierRunScreen: OutlineScreen {
    /// The journal's record.
    private(set) var record: RunRecord
    /// Its outcomes by statusCode.
    @Cached private(set) var finished: FinishedRun
    var viewport = Viewport()
    var toggled: Set<FailureNode> = []
    var anchor: FailureNode?

    var screen: Screen { .earlierRun(self) }

    init(_ record: RunRecord) {
        self.record = record
        finished = FinishedRun(record.report)
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        let outcomes = finished.report.outcomes
        switch command {
        case .run(.retry):
            if let reason = session.sendingRefusal { return .disabled(reason) }
            return .when(!record.hasNothingLeft, else: "Nothing in this run is left to resume.")
        case .run(.undo):
            if let reason = session.sendingRefusal { return .disabled(reason) }
            return .when(outcomes.contains(where: \.isDone), else: UndoWords.nothingToUndo(finished.report))
        case .run(.watch): return .unless(RunCommands(session).watchingRefusal(record.report))
        case .run(.verify): return .unless(RunCommands(session).verifyingRefusal)
        case .export: return .enabled
        case .move, .open, .back, .refresh, .copy, .list, .run, .program:
            return outlineAvailability(of: command, in: session, on: display) ?? usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .run(.retry): PlanScreen.resumingEarlierRun(record, in: session)
        case .run(.undo): PlanScreen.undoing(record, in: session)
        case .run(.watch): RunCommands.watch(record.report, in: &session)
        case .run(.verify): RunCommands.verify(record.report, in: &session)
        case .export: Export.prompt(record.report)
        case .move, .open, .back, .refresh, .copy, .list, .run, .program:
            performInOutline(command, in: session, on: display) ?? performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        Export.typed(input)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .frameDue, .event(.resized): settle(in: session, on: display)
        case .event(.runReported(.finished(let report), _)) where report.runId == record.runId:
            return [.effect(.openRun(runId: record.runId, .renew))]
        case .event(.runOpened(let new, .renew)) where new.runId == record.runId:
            (record, finished) = (new, FinishedRun(new.report))
            settle(in: session, on: display)
        case .rowsChanged, .marksChanged, .uncovered, .event: break
        }
        return []
    }
}

extension EarlierRunScreen {
    var title: String { record.runId }

    func hints(in scene: Scene) -> [Hint] {
        scene.workingHints(.run(.retry), on: self, as: "resume") + scene.workingHints(.run(.undo), on: self)
            + scene.workingHints(.open, on: self, as: openWord(in: scene))
            + scene.workingHints(.list(.nextFailed), on: self, as: "next failure") + scene.workingHints(.copy, on: self, as: "copy")
            + scene.hints(.back)
            + scene.workingHints(.run(.verify), on: self, as: "verify") + scene.workingHints(.export, on: self)
            + scene.workingHints(.run(.watch), on: self)
    }

    /// How it ended; while it is in progress here, how it goes.
    func outline(in session: Session, on display: Display) -> Outline<FailureNode> {
        var outline = Outline<FailureNode>()
        let (plan, page) = (record.plan, display.textPage)
        var head = [Line.empty, Line(" Run \(record.runId.terminalSafe)", .title), Line.empty]
        let origin = plan.undoes.map { ", the undo of run \($0)" } ?? plan.retries.map { ", a retry of run \($0)" } ?? ""
        head += page.field("Action", plan.action.rawValue + origin.terminalSafe)
        head += page.field("Began", record.startedAt)
        head += page.field("Account", plan.knownAccount ?? "unknown") + page.field("Region", plan.region)
        if let profile = plan.profile { head += page.field("Profile", profile) }
        head += page.field("Caller", plan.caller ?? "unknown")
        if let group = plan.group { head += page.field("Group", group) }
        if let approval = plan.approval { head += page.field("Approved by", approval.fact) }
        if let live = session.liveRun(named: record.runId) {
            head += page.field("State", live.stateWords.joined(separator: ", "), .accent)
            outline.append(head + LiveRunText(live, in: session, page).lines)
            return outline
        }
        let (state, style) = state(in: session)
        if let watch = session.watch, watch.runId == record.runId { head += page.field("Watch", watch.status, .accent) }
        outline.append(head + page.field("State", state, style) + [Line.empty])
        FailureOutline(run: finished, number: 0, retry: .elsewhere, toggled: toggled, session: session, page: page).append(to: &outline)
        return outline
    }

    func run(_ number: Int, in session: Session) -> FinishedRun? { finished }

    private func state(in session: Session) -> (String, Style) {
        let counts = finished.report.counts
        if !record.isFinished { return ("interrupted, \(counts.open.grouped) left: \(session.key(.run(.retry))) resumes it", .warning) }
        if counts.notSent > 0 { return ("stopped, \(counts.open.grouped) left: \(session.key(.run(.retry))) resumes it", .warning) }
        if counts.unresolved > 0 { return ("\(counts.unresolved.grouped) unresolved: \(session.key(.run(.retry))) resumes it", .warning) }
        return counts.failed > 0 ? ("\(counts.failed.grouped) failed", .failed) : ("done", .success)
    }
}
