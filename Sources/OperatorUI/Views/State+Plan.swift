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
            text.append([groupLine(name, group.count.counted("association"))])
            text.append(group.count) { targetLine(screen.plan.targets[group.lowerBound + $0]) }
        }
        appendAlreadyDone(screen.plan, to: &text)
        return text
    }

    private func planHead(_ screen: PlanScreen) -> [Line] {
        planIntroduction(screen) + planIdentity(screen.plan) + planScope(screen.plan)
    }

    /// What is planned, and its warnings.
    func planIntroduction(_ screen: PlanScreen) -> [Line] {
        let plan = screen.plan
        var lines = [Line.empty] + bullet(planTitle(screen), .title)
        lines += originLines(screen.origin) + [Line.empty]
        for warning in plan.warnings { lines += bullet("! " + warning.sentence, .warning) }
        return plan.warnings.isEmpty ? lines : lines + [.empty]
    }

    /// Where it is sent to: without this on the screen nothing is.
    func planIdentity(_ plan: Plan) -> [Line] {
        field("Account", plan.knownAccount ?? "unknown") + field("Region", plan.region)
    }

    /// Who sends it, and in how many calls.
    func planScope(_ plan: Plan) -> [Line] {
        field("Caller", plan.caller ?? "unknown")
            + field("Calls", "\(plan.callCount.grouped), of at most \(ServiceLimits.batchSize) associations each") + [Line.empty]
    }

    /// What nothing is sent for, after everything else.
    private func appendAlreadyDone(_ plan: Plan, to text: inout LazyText) {
        guard !plan.alreadyDone.isEmpty else { return }
        let state = plan.action == .disassociate ? "Not associated now" : "Associated already"
        text.append([Line.empty, Line(" \(state), so nothing is sent  \(plan.alreadyDone.count.counted("association"))", .header)])
        text.append(plan.alreadyDone.count) { targetLine(plan.alreadyDone[$0]) }
    }

    private func planTitle(_ screen: PlanScreen) -> String {
        switch screen.plan.action {
        case _ where screen.plan.targets.isEmpty: "Nothing is left to send"
        case .disassociate: "Disassociate \(screen.extent)"
        case .associate: "Re-associate \(screen.extent)"
        }
    }

    /// A configuration and how many associations follow; the count stays in sight whatever the name.
    private func groupLine(_ name: String, _ count: String) -> Line {
        Line(" \(name.clippedInMiddle(to: max(10, size.columns - count.displayWidth - 4)))  \(count)", .header)
    }

    private func originLines(_ origin: PlanScreen.Origin) -> [Line] {
        switch origin {
        case .marks: []
        case .retry(let worthwhile, let all, let takesAll): wrappedNarrow(retrySentence(worthwhile, all, takesAll))
        case .undo(let runId): wrappedNarrow("Undoes run \(runId).")
        case .resume(let report, let began, let undoneBy): wrappedNarrow(resumeSentence(report, began, undoneBy))
        }
    }

    private func retrySentence(_ worthwhile: Int, _ all: Int, _ takesAll: Bool) -> String {
        let everything = all == 1 ? "the one association" : "all \(all.grouped)"
        if worthwhile == 0 { return "Retries \(everything) that failed, although it is unlikely to help: ! says why." }
        if worthwhile == all { return "Retries \(everything) that failed in the last run." }
        return takesAll
            ? "Retries all \(all.grouped) that failed. Only \(worthwhile.grouped) are likely to succeed: R takes those."
            : "Retries the \(worthwhile.grouped) (of \(all.grouped)) likely to succeed. R takes all that failed."
    }

    private func resumeSentence(_ report: RunReport, _ began: String?, _ undoneBy: String?) -> String {
        let (counts, run) = (report.counts, "Resumes run \(report.runId)" + (began.map { ", begun \($0)" } ?? ""))
        let doubt = counts.unresolved.counted("association")
        return run + "." + (undoneBy.map { " Run \($0) undid it." } ?? "")
            + (counts.unresolved == 0 ? "" : " \(doubt) in doubt \(counts.unresolved == 1 ? "is" : "are") looked up first.")
            + (counts.open == 0 ? " What it did is verified." : "")
            + (counts.failed == 0 ? "" : " The \(counts.failed.grouped) that failed \(counts.failed == 1 ? "is" : "are") not part of it.")
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
