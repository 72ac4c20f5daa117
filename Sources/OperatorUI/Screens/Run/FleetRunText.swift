import InspectorCore
import Terminal
import TextSafety

/// Runs of several sessions in lines: all together, a line for each, and what did not succeed so far, session by session.
struct FleetRunText {
    private let runs: [SessionRun]
    private let session: Session
    private let page: Page

    init(_ runs: [SessionRun], in session: Session, _ page: Page) { (self.runs, self.session, self.page) = (runs, session, page) }

    /// Failures that are shown of each session; the results have all.
    private static let shownFailures = 50

    private var isOver: Bool { runs.allSatisfy(\.isOver) }

    /// All lines.
    var lines: [Line] {
        let all = LiveRun(joining: runs)
        var lines = [Line.empty] + page.bullet(title, .title) + [LiveRunText(all, in: session, page).bar, Line.empty]
        lines += runs.map(row)
        lines += [Line.empty] + runs.flatMap(remarks)
        if let group { lines += page.field("Group", group) }
        if !isOver, let rate = all.progress.rate { lines += page.field("Pace", "\(Int(rate.rounded()).grouped) associations/s") }
        for run in runs { lines += failures(of: run) }
        return lines
    }

    private var group: String? { runs.lazy.compactMap { $0.report?.plan.group }.first }

    private var title: String {
        let progress = RunProgress(joining: runs.map(\.run.progress))
        let count = "\(progress.total.counted("association")) in \(runs.count.counted("session"))"
        if isOver {
            let succeeded = runs.compactMap(\.report).reduce(0) { $0 + $1.counts.succeeded }
            return "Finished: \(succeeded.grouped) of \(count) succeeded"
        }
        let phase = LiveRun(joining: runs).phase
        if phase == .stopping { return "Stopping all runs: calls in progress finish first" }
        let live = runs.filter { !$0.isOver }
        if live.allSatisfy(\.run.isPaused) { return "Waiting: \(session.key(.refresh)) goes on once the sessions below can" }
        return "\(runs[0].run.plan.action.participle) \(count)"
    }

    private var nameWidth: Int { min(max(12, page.columns / 3), runs.map { session[$0.run.session].name.displayWidth }.max() ?? 0) }

    /// A session: how far its run is, and what it does or how it ended.
    private func row(_ part: SessionRun) -> Line {
        let (run, style) = (part.run, style(of: part))
        let name = Column(title: "", width: nameWidth, keepsEnd: true).cell(session[run.session].name.terminalSafe)
        let width = "\(runs.map(\.run.count).max()?.grouped ?? "")".count
        let done = "\(run.progress.carriedOut.grouped.leftPadded(to: width))/\(run.count.grouped.padded(to: width))  "
        return Line([Span(" " + name), Span(done, .accent), Span(words(of: part), style)]).clipped(to: page.columns - 1)
    }

    private func words(of part: SessionRun) -> String {
        if let refusal = part.refusal { return "could not start: \(refusal.sentence.terminalSafe)" }
        return part.report?.sentence ?? part.run.stateWords.joined(separator: ", ")
    }

    private func style(of part: SessionRun) -> Style {
        if part.refusal != nil { return .failed }
        guard let report = part.report else { return part.run.isPaused ? .warning : .dim }
        return report.isComplete ? .success : report.counts.failed > 0 ? .failed : .warning
    }

    /// What a session waits for, or what stands in its way.
    private func remarks(_ part: SessionRun) -> [Line] {
        let name = session[part.run.session].name
        if let report = part.report {
            return report.listingWords.isEmpty ? [] : page.paragraph("\(name):\(report.listingWords)", .warning)
        }
        if part.isOver { return [] }
        switch part.run.phase {
        case .paused(let pause):
            let keys =
                if case .credentialsExpired = pause {
                    " \(session.key(.program(.signIn))) signs in from here, \(session.key(.refresh)) goes on; the others do not wait."
                } else { " \(session.key(.refresh)) goes on; the others do not wait." }
            return page.paragraph("\(name): \(pause.sentence)\(keys)", .warning)
        case .sending, .stopping: return part.run.progress.trouble.map { page.paragraph("\(name): \($0.words)", .failed) } ?? []
        case .verifying(let progress): return progress.problemWords.map { page.paragraph("\(name): \($0)", .failed) } ?? []
        }
    }

    private func failures(of part: SessionRun) -> [Line] {
        let latest = part.run.recentFailures.latest(Self.shownFailures)
        if latest.isEmpty { return [] }
        let text = LiveRunText(part.run, in: session, page)
        return [Line.empty, Line(" \(session[part.run.session].name.terminalSafe)", .header)] + latest.map(text.line)
    }
}

extension Session {
    /// Several runs in one line, for the lists behind their screen: one that waits is told first.
    var runsStatus: String {
        let progress = RunProgress(joining: runs.map(\.run.progress))
        let failed = progress.failed == 0 ? "" : ", \(progress.failed.grouped) failed"
        let numbers = "\(progress.carriedOut.grouped)/\(progress.total.grouped)\(failed) in \(runs.count.counted("session"))"
        if let waiting = waitingSessions.first {
            let more = waitingSessions.count > 1 ? " and \((waitingSessions.count - 1).grouped) more" : ""
            return "\(self[waiting].name)\(more) waits: \(key(.program(.signIn))) signs in, \(key(.refresh)) goes on. All: \(numbers)"
        }
        guard let run else { return "" }
        switch run.phase {
        case .stopping: return "Stopping: \(numbers)"
        case .verifying: return "Verifying: \(numbers)"
        case .sending, .paused: return "Sending: \(numbers)"
        }
    }
}
