import InspectorCore
import Terminal
import TextSafety

/// The run in progress: how far it is, and what did not succeed so far. When the run has ended, the screen stays until a key.
struct RunScreen: TextScreen {
    var viewport = Viewport()
    /// The runs as they were when they ended, with their reports; none while they are in progress.
    private(set) var end: [SessionRun] = []

    var screen: Screen { .run(self) }

    /// Whether the runs have ended.
    var isOver: Bool { !end.isEmpty }

    /// The runs have ended.
    mutating func keep(_ runs: [SessionRun]) { (end, viewport) = (runs, Viewport()) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        if command == .open, !isOver {
            return .disabled("Nothing to open here: Esc shows the lists, \(session.key(.program(.stop))) stops the run.")
        }
        return usualAvailability(of: command, in: session)
    }
}

extension RunScreen {
    var title: String { "run" }

    func text(in session: Session, on display: Display) -> LazyText {
        let runs = isOver ? end : session.runs
        guard let first = runs.first else { return LazyText() }
        if runs.count > 1 { return LazyText(FleetRunText(runs, in: session, display.textPage).lines) }
        return LazyText(LiveRunText(first.run, in: session, display.textPage, report: first.report).lines)
    }

    func hints(in scene: Scene) -> [Hint] {
        if isOver {
            let isResumable = scene.session.resumableRun != nil
            let sendsAgain = isResumable || scene.session.finishedRuns.last?.isRetryable ?? false
            return scene.hints(.back, as: "lists") + scene.hints(.program(.results))
                + (sendsAgain ? scene.workingHints(.run(.retry), on: self, as: isResumable ? "resume" : nil) : [])
                + scene.workingHints(.run(.undo), on: self) + [.scroll]
        }
        let run = scene.session.run
        let stop = run?.phase == .stopping ? "abort" : run?.isVerifying == true ? "end" : nil
        let waits = scene.session.hasWaitingRun && scene.session.runs.count > 1
        return (waits ? scene.hints(.refresh, as: "continue") + scene.hints(.program(.signIn)) : [])
            + scene.hints(.program(.stop), as: stop) + scene.hints(.back, as: "lists") + scene.hints(.program(.results)) + [.scroll]
    }
}

/// The run in progress in lines: bar, numbers, and what did not succeed so far, the newest first.
struct LiveRunText {
    private let run: LiveRun
    private let page: Page
    private let session: Session
    private let report: RunReport?

    /// - Parameter report: How the run ended; nothing while it is in progress.
    init(_ run: LiveRun, in session: Session, _ page: Page, report: RunReport? = nil) {
        (self.run, self.session, self.page, self.report) = (run, session, page, report)
    }

    /// Failures that are shown; the results have all.
    private static let shownFailures = 200

    /// All lines.
    var lines: [Line] {
        let progress = run.progress
        var lines = [Line.empty] + page.bullet(title, .title) + state + [bar, Line.empty]
        lines += page.field("Succeeded", progress.succeeded.grouped, .success)
        let failed = progress.failed - progress.notConfirmed
        lines += page.field("Failed", failed.grouped, failed > 0 ? .failed : .text)
        if progress.notConfirmed > 0 {
            lines += page.field(run.plan.action.lagLabel, "\(progress.notConfirmed.grouped), although reported done", .warning)
        }
        if progress.notSent > 0 { lines += page.field("Not sent", progress.notSent.grouped, .warning) }
        if progress.unresolved > 0 { lines += page.field("Unresolved", progress.unresolved.grouped, .failed) }
        if case .verifying(let verification) = run.phase, report == nil, verification.targets > 0 {
            lines += page.field("Verifying", "\(verification.targets.grouped) not confirmed yet", .warning)
        }
        lines += page.field("Calls", "\(progress.calls.grouped) answered, \(progress.inFlight) in progress")
        lines += page.field("Pace", pace)
        if let journal = run.journal { lines += page.field("Journal", journal) }
        lines.append(.empty)
        return lines + run.recentFailures.latest(Self.shownFailures).map(line)
    }

    /// What it does or waits for, and what stands in its way.
    private var state: [Line] {
        let progress = run.progress
        var lines: [Line] = []
        if let report { return report.listingWords.isEmpty ? [] : page.paragraph(String(report.listingWords.dropFirst()), .warning) }
        switch run.phase {
        case .paused(let pause):
            lines += page.paragraph(pause.sentence, .warning)
            if case .credentialsExpired = pause {
                lines += page.paragraph(
                    "\(session.key(.program(.signIn))) signs in from here, for profiles of IAM Identity Center and of aws login.", .dim)
            }
        case .verifying(let verification):
            lines += page.paragraph(verification.sentence(ending: run.endingWords(in: session)), .warning)
            if let problem = verification.problemWords { lines += page.paragraph(problem, .failed) }
        case .sending, .stopping: if let trouble = progress.trouble { lines += page.paragraph(trouble.words, .failed) }
        }
        return lines
    }

    private var title: String {
        let verb = run.plan.action.participle
        let count = run.count.counted("association")
        if let report { return "\(run.kind == .verification ? "Verified" : "Finished"): \(report.sentence)" }
        switch run.phase {
        case .sending: return run.stage?.words ?? "\(verb) \(count)"
        case .stopping: return run.kind == .verification ? "Ending verification" : "Stopping: calls in progress finish first"
        case .paused(let pause): return "Waiting: \(pause.remedy), then press \(session.key(.refresh))"
        case .verifying: return run.stage?.change.verifyingWords ?? "Verifying what was sent"
        }
    }

    var bar: Line {
        let progress = run.progress
        let width = max(10, min(60, page.columns - 30))
        let filled = progress.total == 0 ? width : width * progress.carriedOut / progress.total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return Line([Span(" "), Span(bar, .accent), Span("  \(progress.carriedOut.grouped)/\(progress.total.grouped)")])
    }

    private var pace: String {
        var parts: [String] = []
        if !run.isVerifying, let rate = run.progress.rate { parts.append("\(Int(rate.rounded()).grouped) associations/s") }
        if !run.isVerifying, report == nil, let seconds = run.progress.secondsLeft { parts.append("about \(seconds.asRoughTime) left") }
        parts.append("\(run.progress.throttled.grouped) throttled")
        parts.append("\(run.progress.retried.grouped) sent again")
        return parts.joined(separator: ", ")
    }

    /// A target that did not succeed, with its statusCode and message.
    func line(of failure: TargetOutcome) -> Line {
        let inventory = session.account.inventory
        let id = inventory.id(of: failure.association, in: run.session)
        let name = id.flatMap { inventory.projectName(of: $0.resource) } ?? failure.association.resource.idText
        let outcome = failure.outcome
        let cell = Column(title: "", width: max(28, min(60, page.columns / 3)), keepsEnd: true).cell(name.terminalSafe)
        return Line([
            Span(" "), Span(outcome.isFailure ? "✗" : "-", outcome.style), Span(" " + cell), Span(outcome.groupTitle, outcome.style),
            Span("  \(outcome.reasonText)", .dim),
        ]).clipped(to: page.columns - 1)
    }
}

extension LiveRun {
    /// The run in one line, for the lists behind its screen.
    func status(in session: Session) -> String {
        if session.runs.count > 1 { return session.runsStatus }
        let failed = progress.failed == 0 ? "" : ", \(progress.failed.grouped) failed"
        switch phase {
        case .paused(let pause): return "The run is waiting: \(pause.remedy), then press \(session.key(.refresh))."
        case .verifying(let verification):
            return
                "Verifying: \(verification.words)\(verification.trouble.map { ". \($0.span)" } ?? ""). \(endingWords(in: session))"
        case .sending, .stopping:
            let trouble = progress.trouble.map { ". \($0.span)" } ?? ""
            return
                "\(phase == .stopping ? "Stopping" : stage?.change.participle ?? "Sending"): \(progress.carriedOut.grouped)/\(progress.total.grouped)\(failed)\(trouble)"
        }
    }

    /// What the key does that stops a run, while it verifies: between the stages of a move it ends the move.
    func endingWords(in session: Session) -> String {
        let key = session.key(.program(.stop))
        return isBetweenStages ? "\(key) ends the move here: nothing is disassociated." : "\(key) ends verification."
    }

    /// What the run does now, what matters most first: "resumed", "11,550 left", "228 failed".
    var stateWords: [String] {
        let left = progress.total - progress.succeeded - progress.failed
        let numbers = ["\(left.grouped) left"] + (progress.failed > 0 ? ["\(progress.failed.grouped) failed"] : [])
        return switch phase {
        case .sending: [kind == .resumed ? "resumed" : "running"] + numbers
        case .stopping: ["stopping"] + numbers
        case .paused: ["waiting for you"] + numbers
        case .verifying: ["verifying"]
        }
    }
}

extension RunAction {
    /// What targets are called that were reported done, and that no listing shows so.
    fileprivate var lagLabel: String {
        switch self {
        case .disassociate: "Still listed"
        case .associate: "Not listed"
        case .move: "Not confirmed"
        }
    }
}

extension VerificationProgress {
    /// What is listed or waited for, in which round.
    fileprivate var words: String {
        let configurations = configurations.counted("configuration")
        guard let seconds = secondsToNextListing else { return "listing \(configurations), round \(round.grouped)" }
        return "pausing \(seconds.asTime) before round \((round + 1).grouped)"
    }

    /// The same as a sentence, and how to end it.
    fileprivate func sentence(ending: String) -> String {
        let configurations = configurations.counted("configuration")
        let listing = "Round \(round.grouped): listing \(configurations). \(ending)"
        guard let seconds = secondsToNextListing else { return listing }
        let open = "\(targets.counted("association")) \(targets == 1 ? "is" : "are") not confirmed yet."
        let end = unlisted == 0 ? "is complete" : "ended with listings missing"
        return "Round \(round.grouped) \(end). \(open) In \(seconds.asTime), \(configurations) will be listed again. "
            + ending
    }
}

extension Int {
    /// An estimate of seconds as people say it: from 10 s on in steps of 5 s.
    fileprivate var asRoughTime: String { (self < 10 ? self : (self + 4) / 5 * 5).asTime }

    /// Seconds as people say them: "40 s", "3 min", "2 h 5 min".
    var asTime: String {
        switch self {
        case ..<90: "\(self) s"
        case ..<5400: "\((self + 30) / 60) min"
        default: "\(self / 3600) h \(self % 3600 / 60) min"
        }
    }
}
