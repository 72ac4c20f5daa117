import InspectorCore
import Terminal
import TextSafety

extension State {
    /// The plan: where, who, how much, warnings first, then every target by configuration.
    func planText(_ screen: PlanScreen) -> LazyText {
        var text = LazyText(planHead(screen))
        for group in screen.groups {
            let first = screen.plan.targets[group.lowerBound]
            let name = (first.configurationName ?? first.association.scanConfigurationArn).terminalSafe
            text.append([Line(" \(name)  \(group.count.counted("project"))", .header)])
            text.append(group.count) { targetLine(screen.plan.targets[group.lowerBound + $0]) }
        }
        appendAlreadyDone(screen.plan, to: &text)
        return text
    }

    private func planHead(_ screen: PlanScreen) -> [Line] {
        let plan = screen.plan
        var lines = [Line.empty, Line(" " + planTitle(plan), .title)]
        lines += originLines(screen.origin) + [Line.empty]
        for warning in plan.warnings { lines += bullet("! " + warning.sentence, .warning) }
        if !plan.warnings.isEmpty { lines.append(.empty) }
        lines += field("Account", plan.knownAccount ?? "unknown")
        lines += field("Region", plan.region)
        lines += field("Caller", plan.caller ?? "unknown")
        lines += field("Calls", "\(plan.callCount.grouped), of at most \(ServiceLimits.batchSize) targets each")
        return lines + [Line.empty]
    }

    /// What nothing is sent for, after everything else.
    private func appendAlreadyDone(_ plan: Plan, to text: inout LazyText) {
        guard !plan.alreadyDone.isEmpty else { return }
        let state = plan.action == .disassociate ? "Not associated now" : "Associated already"
        text.append([Line.empty, Line(" \(state), so nothing is sent  \(plan.alreadyDone.count.counted("project"))", .header)])
        text.append(plan.alreadyDone.count) { targetLine(plan.alreadyDone[$0]) }
    }

    private func planTitle(_ plan: Plan) -> String {
        let verb = plan.action == .disassociate ? "Disassociate" : "Associate again"
        let link = plan.action == .disassociate ? "from" : "with"
        return "\(verb) \(plan.targets.count.counted("project")) \(link) \(plan.configurationCount.counted("configuration"))"
    }

    private func originLines(_ origin: PlanScreen.Origin) -> [Line] {
        switch origin {
        case .marks: []
        case .retry(let worthwhile, let all, let takesAll): wrappedNarrow(retrySentence(worthwhile, all, takesAll))
        case .undo(let runId): wrappedNarrow("The way back from run \(runId): what it changed is changed back.")
        case .resume(let record, let inDoubt): wrappedNarrow(resumeSentence(record, inDoubt))
        }
    }

    private func retrySentence(_ worthwhile: Int, _ all: Int, _ takesAll: Bool) -> String {
        let everything = all == 1 ? "the one target" : "all \(all.grouped)"
        if worthwhile == 0 { return "A retry of \(everything) that failed, although it is not likely to fare better: ! says why." }
        if worthwhile == all { return "A retry of \(everything) that failed in the last run." }
        return takesAll
            ? "A retry of all \(all.grouped) that failed; only \(worthwhile.grouped) are likely to fare better: R takes those."
            : "A retry of the \(worthwhile.grouped) of \(all.grouped) that may fare better now; R takes all that failed."
    }

    private func resumeSentence(_ record: RunRecord, _ inDoubt: Int) -> String {
        "The rest of run \(record.runId), begun \(record.startedAt)." + (record.undoneBy.map { " Run \($0) took it back." } ?? "")
            + (inDoubt == 0 ? "" : " \(inDoubt.counted("target")) in doubt \(inDoubt == 1 ? "is" : "are") looked up first.")
    }

    private func wrappedNarrow(_ text: String) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, size.columns - 2)).map { Line(" " + $0, .text) }
    }

    private func targetLine(_ target: PlanTarget) -> Line {
        let id = target.association.resource.idText
        let name = (target.projectName ?? "").terminalSafe
        let width = max(20, min(48, size.columns - 50))
        return Line([Span("   " + (name.isEmpty ? "" : name.padded(to: width) + " ")), Span(id, .dim)])
    }

    /// A sentence with its first two cells hanging out.
    func bullet(_ text: String, _ style: Style) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, size.columns - 5)).enumerated().map { index, piece in
            Line((index == 0 ? " " : "   ") + piece, style)
        }
    }
}
