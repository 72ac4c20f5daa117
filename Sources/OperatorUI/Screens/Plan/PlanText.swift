import InspectorCore
import Terminal
import TextSafety

/// A plan in lines: where, who, how much, warnings first, then every target by configuration.
struct PlanText {
    let screen: PlanScreen
    private let page: Page

    init(_ screen: PlanScreen, _ page: Page) {
        (self.screen, self.page) = (screen, page)
    }

    private var plan: Plan { screen.plan }

    /// Everything; the lines of targets are made when they are seen.
    var text: LazyText {
        var text = LazyText(introduction + identity + scope)
        for group in screen.groups {
            let first = plan.targets[group.lowerBound]
            let name = (first.configurationName ?? first.association.scanConfigurationArn).terminalSafe
            text.append([heading(name, group.count.counted("association"))])
            text.append(group.count) { line(of: plan.targets[group.lowerBound + $0]) }
        }
        appendAlreadyDone(to: &text)
        return text
    }

    /// Where account and region stand.
    var identityLines: Range<Int> {
        let start = introduction.count
        return start..<start + identity.count
    }

    /// What is planned, and its warnings.
    private var introduction: [Line] {
        var lines = [Line.empty] + page.bullet(title, .title)
        lines += originLines + [Line.empty]
        for warning in plan.warnings { lines += page.bullet("! " + warning.sentence, .warning) }
        return plan.warnings.isEmpty ? lines : lines + [.empty]
    }

    /// Where it is sent to: without this on the screen nothing is.
    private var identity: [Line] {
        page.field("Account", plan.knownAccount ?? "unknown") + page.field("Region", plan.region)
    }

    /// Who sends it, and in how many calls.
    var scope: [Line] {
        page.field("Caller", plan.caller ?? "unknown")
            + page.field("Calls", "\(plan.callCount.grouped), of at most \(ServiceLimits.batchSize) associations each") + [Line.empty]
    }

    /// What nothing is sent for, after everything else.
    private func appendAlreadyDone(to text: inout LazyText) {
        guard !plan.alreadyDone.isEmpty else { return }
        let state = plan.action == .disassociate ? "Not associated" : "Already associated"
        text.append([Line.empty, Line(" \(state), so nothing is sent  \(plan.alreadyDone.count.counted("association"))", .header)])
        text.append(plan.alreadyDone.count) { line(of: plan.alreadyDone[$0]) }
    }

    private var title: String {
        switch plan.action {
        case _ where plan.targets.isEmpty: "Nothing is left to send"
        case .disassociate: "Disassociate \(screen.extent)"
        case .associate: "Re-associate \(screen.extent)"
        }
    }

    /// A configuration and how many associations follow; the count stays in sight whatever the name.
    private func heading(_ name: String, _ count: String) -> Line {
        Line(" \(name.clippedInMiddle(to: max(10, page.columns - count.displayWidth - 4)))  \(count)", .header)
    }

    private func line(of target: PlanTarget) -> Line {
        let id = target.association.resource.idText
        let name = (target.projectName ?? "").terminalSafe
        let width = max(20, min(48, page.columns - 50))
        return Line([Span("   " + (name.isEmpty ? "" : name.padded(to: width) + " ")), Span(id, .dim)])
    }

    private var originLines: [Line] {
        switch screen.origin {
        case .marks: []
        case .retry(let retryable, let all, let takesAll): page.block(retrySentence(retryable, all, takesAll))
        case .undo(let runId): page.block("Undoes run \(runId).")
        case .resume(let report, let began, let undoneBy): page.block(resumeSentence(report, began, undoneBy))
        }
    }

    private func retrySentence(_ retryable: Int, _ all: Int, _ takesAll: Bool) -> String {
        let everything = all == 1 ? "the one association" : "all \(all.grouped)"
        if retryable == 0 { return "Retries \(everything) that failed, although that is unlikely to help: ! shows why." }
        if retryable == all { return "Retries \(everything) that failed in the last run." }
        return takesAll
            ? "Retries all \(all.grouped) that failed. Only \(retryable.grouped) are likely to succeed: R selects those."
            : "Retries the \(retryable.grouped) (of \(all.grouped)) likely to succeed. R selects all that failed."
    }

    private func resumeSentence(_ report: RunReport, _ began: String?, _ undoneBy: String?) -> String {
        let (counts, run) = (report.counts, "Resumes run \(report.runId)" + (began.map { ", begun \($0)" } ?? ""))
        let doubt = counts.unresolved.counted("association")
        return run + "." + (undoneBy.map { " Run \($0) undid it." } ?? "")
            + (counts.unresolved == 0 ? "" : " \(doubt) in doubt \(counts.unresolved == 1 ? "is" : "are") looked up first.")
            + (counts.open == 0 ? " Its outcomes are verified." : "")
            + (counts.failed == 0 ? "" : " The \(counts.failed.grouped) that failed \(counts.failed == 1 ? "is" : "are") not included.")
    }
}
