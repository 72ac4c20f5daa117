import InspectorCore
import Terminal
import TextSafety

/// How a run ended, with every target that did not succeed, grouped by statusCode.
struct FinishedRunText {
    /// What can be said of sending failed targets again.
    enum Retry {
        /// R does it.
        case byKey
        /// It is another run's.
        case elsewhere
        /// Later runs may have done it.
        case past
    }

    private let run: FinishedRun
    private let retry: Retry
    private let session: Session
    private let page: Page

    init(_ run: FinishedRun, retry: Retry, in session: Session, _ page: Page) {
        (self.run, self.retry, self.session, self.page) = (run, retry, session, page)
    }

    /// Appends the lines; those of targets are made when they are seen.
    func append(to text: inout LazyText) {
        let report = run.report
        var lines = page.bullet(report.sentence, report.isComplete ? .success : .failed)
        if let coverage = run.coverage { lines += page.paragraph(coverage.sentence, .text) }
        if let journal = report.journal { lines += page.paragraph("Journal: \(journal)", .dim) }
        for remark in report.remarks { lines += page.bullet("! " + remark, .warning) }
        text.append(lines)
        for group in run.groups {
            text.append(head(of: group))
            text.append(group.targets.count) { line(of: group.targets[$0]) }
        }
        text.append([Line.empty])
    }

    /// A target of a group, whose title has the statusCode: project, configuration, message.
    private func line(of place: Int) -> Line {
        let (target, outcome) = (run.report.plan.targets[place], run.report.outcomes[place])
        let isNarrow = page.columns < 80
        let name = (target.projectName ?? target.association.resource.idText).terminalSafe
        let configuration = (target.configurationName ?? target.association.scanConfigurationArn).terminalSafe
        let columns = [
            Column(title: "", width: isNarrow ? 22 : 28, keepsEnd: true), Column(title: "", width: isNarrow ? 14 : 18, keepsEnd: true),
        ]
        let cells = zip(columns, [name, configuration]).map { $0.cell($1) }.joined()
        if retry == .past, isSettled(target) { return Line(" ✓ \(cells)resolved since: \(outcome.reasonText)", .dim) }
        return Line(" \(outcome.isFailure ? "✗" : "-") \(cells)\(outcome.reasonText)", outcome.isFailure ? outcome.style : .text)
    }

    /// Whether a later run or a refresh took the target's failure away.
    private func isSettled(_ target: PlanTarget) -> Bool {
        session.account.inventory.id(of: target.association).map { session.account.failures[$0] == nil } ?? false
    }

    private func head(of group: FinishedRun.Group) -> [Line] {
        page.bullet("\(group.title): \(group.targets.count.counted("association"))", .header)
            + page.paragraph(group.advice + nextStep(group), .dim)
    }

    /// What R and V do about a group.
    private func nextStep(_ group: FinishedRun.Group) -> String {
        switch run.report.outcomes[group.targets[0]] {
        case .succeeded: ""
        case .unresolved, .notSent:
            retry == .elsewhere || run.report.runId == session.resumableRun?.report.runId ? " R resumes this run." : ""
        case .notConfirmed: retry == .past ? "" : " V verifies again."
        case .failed: retrySentence(group)
        }
    }

    private func retrySentence(_ group: FinishedRun.Group) -> String {
        switch retry {
        case .byKey: group.isRetryable ? " R retries these." : " A retry is unlikely to help."
        case .elsewhere: group.isRetryable ? " A retry may help." : " A retry is unlikely to help."
        case .past: ""
        }
    }
}
