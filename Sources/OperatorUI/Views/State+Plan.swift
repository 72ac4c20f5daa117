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
        return text
    }

    private func planHead(_ screen: PlanScreen) -> [Line] {
        planIntroduction(screen) + planIdentity(screen.plan) + planScope(screen.plan)
    }

    /// What is planned, and its warnings.
    func planIntroduction(_ screen: PlanScreen) -> [Line] {
        let plan = screen.plan
        var lines = [Line.empty, Line(" " + planTitle(plan), .title)]
        lines += originLines(screen.origin) + [Line.empty]
        for warning in plan.warnings { lines += bullet("! " + warning.sentence, .warning) }
        return plan.warnings.isEmpty ? lines : lines + [.empty]
    }

    /// Where it is sent to: without this on the screen nothing is.
    func planIdentity(_ plan: Plan) -> [Line] {
        field("Account", plan.account ?? "unknown") + field("Region", plan.region)
    }

    /// Who sends it, and in how many calls.
    func planScope(_ plan: Plan) -> [Line] {
        field("Caller", plan.caller ?? "unknown")
            + field("Calls", "\(plan.callCount.grouped), of at most \(ServiceLimits.batchSize) targets each") + [Line.empty]
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
        "The rest of run \(record.runId), begun \(record.startedAt)."
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
