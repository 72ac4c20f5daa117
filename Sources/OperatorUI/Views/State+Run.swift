import InspectorCore
import Terminal
import TextSafety

extension State {
    /// The run as it goes: bar, numbers, and what did not succeed so far, the newest first.
    func runLines() -> [Line] {
        guard let run = activity.run else { return [] }
        let progress = run.progress
        var lines = [Line.empty] + bullet(runTitle(run), .title)
        switch run.phase {
        case .paused(let pause): lines += wrapped(pause.sentence, .warning)
        case .verifying(let verification): lines += wrapped(verification.sentence, .warning)
        case .sending, .stopping: break
        }
        lines += [barLine(progress), Line.empty]
        lines += field("Succeeded", progress.succeeded.grouped, .success)
        lines += field("Failed", progress.failed.grouped, progress.failed > 0 ? .failed : .text)
        if progress.notSent > 0 { lines += field("Not sent", progress.notSent.grouped, .warning) }
        if progress.unresolved > 0 { lines += field("Unresolved", progress.unresolved.grouped, .failed) }
        lines += field("Calls", "\(progress.calls.grouped) answered, \(progress.inFlight) under way")
        lines += field("Pace", paceText(progress, isSending: !run.isVerifying))
        if let journal = run.journal { lines += field("Journal", journal) }
        lines.append(.empty)
        return lines + run.troubles.latest(Self.shownTroubles).map(troubleLine)
    }

    /// Failures that are shown while a run goes on; the results have all.
    private static let shownTroubles = 200

    /// The run in one line, for the lists behind its screen.
    func runStatus(_ run: RunState) -> String {
        let progress = run.progress
        let failed = progress.failed == 0 ? "" : ", \(progress.failed.grouped) failed"
        switch run.phase {
        case .paused(let pause): return "The run waits: \(pause.remedy), then press r."
        case .verifying(let verification): return "Verifying: \(verification.words). x ends it."
        case .sending, .stopping:
            return "\(run.phase == .stopping ? "Stopping" : "Sending"): \(progress.carriedOut.grouped)/\(progress.total.grouped)\(failed)"
        }
    }

    private func runTitle(_ run: RunState) -> String {
        let verb = run.plan.action == .disassociate ? "Disassociating" : "Re-associating"
        let count = run.plan.targets.count.counted("association")
        switch run.phase {
        case .sending: return "\(verb) \(count)"
        case .stopping: return run.kind == .verification ? "Ending the verification" : "Stopping: calls under way end first"
        case .paused(let pause): return "Waiting: \(pause.remedy), then press r"
        case .verifying: return "Verifying \(count)"
        }
    }

    private func barLine(_ progress: RunProgress) -> Line {
        let width = max(10, min(60, size.columns - 30))
        let filled = progress.total == 0 ? width : width * progress.carriedOut / progress.total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return Line([Span(" "), Span(bar, .accent), Span("  \(progress.carriedOut.grouped)/\(progress.total.grouped)")])
    }

    private func paceText(_ progress: RunProgress, isSending: Bool) -> String {
        var parts: [String] = []
        if isSending, let rate = progress.rate { parts.append("\(Int(rate.rounded()).grouped) associations/s") }
        if isSending, let seconds = progress.secondsLeft { parts.append("\(seconds.asTime) left") }
        parts.append("\(progress.throttled.grouped) throttled")
        parts.append("\(progress.retried.grouped) sent again")
        return parts.joined(separator: ", ")
    }

    /// A target that did not succeed, with its statusCode and message.
    private func troubleLine(_ trouble: TargetOutcome) -> Line {
        let id = inventory.id(of: trouble.association)
        let name = id.flatMap { inventory.projectName(of: $0.resource) } ?? trouble.association.resource.idText
        let cell = Column(title: "", width: 28, keepsEnd: true).cell(name.terminalSafe)
        return Line(" ✗ \(cell)\(trouble.outcome.statusText)", trouble.outcome.style)
    }
}

extension VerificationProgress {
    /// What is listed or waited for, in which round.
    fileprivate var words: String {
        let configurations = configurations.counted("configuration")
        guard let seconds = nextListing?.components.seconds else { return "listing \(configurations), round \(round.grouped)" }
        return "pausing \(Int(seconds).asTime) before round \((round + 1).grouped)"
    }

    /// The same as a sentence, and how to end it.
    fileprivate var sentence: String {
        let configurations = configurations.counted("configuration")
        let listing = "Round \(round.grouped): listing \(configurations). x skips verification."
        guard let seconds = nextListing?.components.seconds else { return listing }
        let open = "\(targets.counted("association")) \(targets == 1 ? "is" : "are") not settled: the listings may lag."
        return "Round \(round.grouped) is over. \(open) After a pause of \(Int(seconds).asTime), \(configurations) will be listed again. "
            + "x ends the wait."
    }
}

extension Int {
    /// Seconds as people say them: "40 s", "3 min", "2 h 5 min".
    var asTime: String {
        switch self {
        case ..<90: "\(self) s"
        case ..<5400: "\((self + 30) / 60) min"
        default: "\(self / 3600) h \(self % 3600 / 60) min"
        }
    }
}
