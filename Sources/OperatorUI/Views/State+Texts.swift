import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Results and errors of this session, the newest first.
    func resultText() -> LazyText {
        var text = LazyText([Line.empty])
        for (age, run) in runs.reversed().enumerated() { append(run, to: &text, retry: age == 0 ? .byKey : .past) }
        for problem in problems.reversed() {
            text.append(bullet("✗ " + problem.context, .failed) + wrapped(problem.sentence, .text) + [Line.empty])
        }
        if runs.isEmpty, problems.isEmpty {
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
        let (state, style) = stateText(run)
        head += field("State", state, style)
        var text = LazyText(head + [Line.empty])
        append(run.finished, to: &text, retry: .elsewhere)
        return text
    }

    private func stateText(_ run: EarlierRun) -> (String, Style) {
        if !run.record.isFinished { return ("interrupted: R resumes it", .warning) }
        return run.hasRest ? ("stopped: R resumes the rest", .warning) : ("came to its end", .text)
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
            text.append(groupHead(group, retry))
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
        return Line(" \(outcome.isFailure ? "✗" : "-") \(cells)\(outcome.reasonText)", outcome.isFailure ? .failed : .text)
    }

    /// Whether a later run or a refresh took the target's failure away.
    private func isSettled(_ target: PlanTarget) -> Bool {
        inventory.id(of: target.association).map { failures[$0] == nil } ?? false
    }

    private func groupHead(_ group: FinishedRun.Group, _ retry: Retry) -> [Line] {
        bullet("\(group.title): \(group.targets.count.counted("project"))", .header)
            + wrapped(group.advice + retrySentence(group, retry), .dim)
    }

    private func retrySentence(_ group: FinishedRun.Group, _ retry: Retry) -> String {
        switch retry {
        case .byKey: group.isWorthwhile ? " A retry makes sense: R." : " A retry is not likely to help."
        case .elsewhere: group.isWorthwhile ? " A retry makes sense." : " A retry is not likely to help."
        case .past: ""
        }
    }

    /// The key table.
    func helpLines() -> [Line] {
        var lines = [Line.empty] + bullet("Mark projects, press d to read the plan, then confirm or go back.", .text)
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
        [
            Line(" In front of a row", .header), Line([Span(" ▸", .cursor), Span("              the row you are on")]),
            Line([Span("  ●", .marked), Span("             marked: d plans it")]),
            Line([Span("  ○", .marked), Span("             some of the configuration's projects are marked")]),
            Line([Span("   ✗", .failed), Span("            failed; STATUS says why, Enter shows the whole message")]),
            Line([Span("   -", .warning), Span("            not sent: the run ended before")]),
            Line([Span("  +", .marked), Span("             in the range that v began")]),
        ]
    }
}
