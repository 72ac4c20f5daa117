import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Results and errors of this session, the newest first.
    func resultText() -> LazyText {
        var text = LazyText([Line.empty])
        if let run = activity.run { text.append(bullet(runStatus(run), .accent) + [Line.empty]) }
        for (age, run) in runs.reversed().enumerated() { append(run, to: &text, retry: age == 0 ? .byKey : .past) }
        for problem in problems.reversed() {
            text.append(bullet("✗ " + problem.context, .failed) + wrapped(problem.sentence, .text) + [Line.empty])
        }
        if runs.isEmpty, problems.isEmpty, activity.run == nil {
            text.append(
                wrapped("Nothing was sent yet, and nothing went wrong.", .dim)
                    + wrapped("H shows the runs in this machine's journals.", .dim))
        }
        return text
    }

    /// An earlier run's end, as its journal tells it.
    func earlierRunText(_ run: EarlierRun) -> LazyText {
        let plan = run.record.plan
        var head = [Line.empty, Line(" Run \(run.record.runId.terminalSafe)", .title), Line.empty]
        head += field("Began", run.record.startedAt)
        head += field("Account", plan.knownAccount ?? "unknown") + field("Region", plan.region) + field("Caller", plan.caller ?? "unknown")
        if let live = liveRun(run.record.runId) {
            head += field("State", live.stateWords.joined(separator: ", "), .accent)
            return LazyText(head + runLines())
        }
        let (state, style) = stateText(run)
        head += field("State", state, style)
        var text = LazyText(head + [Line.empty])
        append(run.finished, to: &text, retry: .elsewhere)
        return text
    }

    private func stateText(_ run: EarlierRun) -> (String, Style) {
        let counts = run.finished.report.counts
        if !run.record.isFinished { return ("interrupted, \(counts.open.grouped) left: R resumes it", .warning) }
        if counts.notSent > 0 { return ("stopped, \(counts.open.grouped) left: R resumes it", .warning) }
        if counts.unresolved > 0 { return ("\(counts.unresolved.grouped) unresolved: R resumes it", .warning) }
        return counts.failed > 0 ? ("\(counts.failed.grouped) failed", .failed) : ("done", .success)
    }

    /// What can be said of sending failed targets again.
    private enum Retry {
        /// R does it.
        case byKey
        /// It is another run's.
        case elsewhere
        /// Later runs may have done it.
        case past
    }

    private func append(_ run: FinishedRun, to text: inout LazyText, retry: Retry) {
        let report = run.report
        var lines = bullet(report.sentence, report.isComplete ? .success : .failed)
        if let journal = report.journal { lines += wrapped("Journal: \(journal)", .dim) }
        for remark in report.remarks { lines += bullet("! " + remark, .warning) }
        text.append(lines)
        for group in run.groups {
            text.append(groupHead(group, of: run, retry))
            text.append(group.targets.count) { place in
                let target = report.plan.targets[group.targets[place]]
                return resultLine(target, report.outcomes[group.targets[place]], isSettled: retry == .past && isSettled(target))
            }
        }
        text.append([Line.empty])
    }

    /// A target of a group, whose title has the statusCode: project, configuration, message.
    private func resultLine(_ target: PlanTarget, _ outcome: Outcome, isSettled: Bool) -> Line {
        let isNarrow = size.columns < 80
        let name = (target.projectName ?? target.association.resource.idText).terminalSafe
        let configuration = (target.configurationName ?? target.association.scanConfigurationArn).terminalSafe
        let columns = [
            Column(title: "", width: isNarrow ? 22 : 28, keepsEnd: true), Column(title: "", width: isNarrow ? 14 : 18, keepsEnd: true),
        ]
        let cells = zip(columns, [name, configuration]).map { $0.cell($1) }.joined()
        if isSettled { return Line(" ✓ \(cells)settled since: \(outcome.reasonText)", .dim) }
        return Line(" \(outcome.isFailure ? "✗" : "-") \(cells)\(outcome.reasonText)", outcome.isFailure ? outcome.style : .text)
    }

    /// Whether a later run or a refresh took the target's failure away.
    private func isSettled(_ target: PlanTarget) -> Bool {
        inventory.id(of: target.association).map { failures[$0] == nil } ?? false
    }

    private func groupHead(_ group: FinishedRun.Group, of run: FinishedRun, _ retry: Retry) -> [Line] {
        bullet("\(group.title): \(group.targets.count.counted("association"))", .header)
            + wrapped(group.advice + nextStep(group, of: run, retry), .dim)
    }

    /// What R and V do about a group.
    private func nextStep(_ group: FinishedRun.Group, of run: FinishedRun, _ retry: Retry) -> String {
        switch run.report.outcomes[group.targets[0]] {
        case .succeeded: ""
        case .unresolved, .notSent: retry == .elsewhere || run.report.runId == resumableRun?.report.runId ? " R resumes this run." : ""
        case .notConfirmed: retry == .past ? "" : " V verifies again."
        case .failed: retrySentence(group, retry)
        }
    }

    private func retrySentence(_ group: FinishedRun.Group, _ retry: Retry) -> String {
        switch retry {
        case .byKey: group.isWorthwhile ? " R retries these." : " A retry is unlikely to help."
        case .elsewhere: group.isWorthwhile ? " A retry may help." : " A retry is unlikely to help."
        case .past: ""
        }
    }

    /// The key table.
    func helpLines() -> [Line] {
        var lines = [Line.empty] + bullet("Mark associations, press d to read the plan, then confirm or go back.", .text)
        for section in KeyTable.sections {
            lines += [Line.empty, Line(" \(section.title)", .header)]
            for binding in section.bindings { lines += helpLines(of: binding) }
        }
        return lines + [Line.empty] + legendLines
    }

    private func helpLines(of binding: KeyBinding) -> [Line] {
        binding.help.wrapped(to: max(10, size.columns - 18)).enumerated().map { index, piece in
            Line([Span("  " + (index == 0 ? binding.name : "").padded(to: 13) + " ", .key), Span(piece)])
        }
    }

    private var legendLines: [Line] {
        [Line(" In front of a row", .header)]
            + legend(" ▸", .cursor, "the row you are on") + legend("  ●", .marked, "marked: d plans it")
            + legend("  ○", .marked, "some of the configuration's associations are marked")
            + legend("   ✗", .failed, "failed: STATUS says why, Enter shows the whole message")
            + legend("   -", .warning, "not sent, or not done yet") + legend("  +", .marked, "in the range that v began")
    }

    private func legend(_ glyph: String, _ style: Style, _ text: String) -> [Line] {
        text.wrapped(to: max(10, size.columns - 18)).enumerated().map { index, piece in
            Line([Span((index == 0 ? glyph : "").padded(to: 16), style), Span(piece)])
        }
    }
}
