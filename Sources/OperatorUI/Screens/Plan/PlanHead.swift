import InspectorCore
import Terminal
import TextSafety

/// What stands above the targets of a plan.
struct PlanHead {
    private let screen: PlanScreen
    private let page: Page
    private let session: Session

    /// The head of a plan.
    init(_ screen: PlanScreen, _ page: Page, in session: Session) {
        (self.screen, self.page, self.session) = (screen, page, session)
    }

    private var draft: PlanDraft { screen.draft }

    /// What is planned, and its warnings.
    var introduction: [Line] {
        var lines = [Line.empty] + page.bullet(title, .title)
        lines += originLines + leftOutLines + [Line.empty]
        for caution in screen.warnings { lines += page.bullet("! " + caution.sentence + remedy(caution.warning), .warning) }
        return screen.warnings.isEmpty ? lines : lines + [.empty]
    }

    /// What can be done about a warning here, as a sentence behind it.
    private func remedy(_ warning: PlanWarning) -> String {
        guard case .lastConfiguration(let projects) = warning else { return "" }
        let them = projects.count == 1 ? "it" : "them"
        if !screen.parts.isEmpty { return " \(session.key(.run(.leaveOut))) leaves \(them) out." }
        guard screen.coveringRefusal(in: session) == nil else { return "" }
        return " \(session.key(.list(.associate))) covers \(them) first, \(session.key(.run(.leaveOut))) leaves \(them) out."
    }

    /// Where it is sent to: without this on the screen nothing is.
    var identity: [Line] {
        if !screen.parts.isEmpty { return screen.parts.flatMap(identity) }
        return page.field("Account", draft.whole.knownAccount ?? "unknown") + page.field("Region", draft.whole.region)
    }

    /// One of several sessions: what is sent there, to which account and region, and by whom.
    private func identity(of part: PlanPart) -> [Line] {
        let (plan, count) = (part.draft.whole, part.draft.count)
        let endpoint = session[part.session].identity.endpoint.map { ", at \($0)" } ?? ""
        return page.block("\(part.name): \(count.counted("association"))", .title)
            + page.field("  Account", "\(plan.knownAccount ?? "unknown"), region \(plan.region)\(endpoint)")
            + page.field("  Caller", plan.caller ?? "unknown")
    }

    /// Who sends it, in how many calls, and how long that takes.
    var scope: [Line] {
        let calls = screen.parts.isEmpty ? draft.callCount : screen.parts.reduce(0) { $0 + $1.draft.callCount }
        return (screen.parts.isEmpty ? page.field("Caller", draft.whole.caller ?? "unknown") : [])
            + page.field("Calls", "\(calls.grouped), of at most \(ServiceLimits.batchSize) associations each" + time)
    }

    private var time: String {
        guard let pace = session.measuredRate, pace > 0, draft.count > 0 else { return "" }
        return "; about \(Int((Double(draft.count) / pace).rounded(.up)).asTime) at the pace of the last run"
    }

    /// What the plan does to its projects, a number a line.
    var coverage: [PlanLine] {
        (screen.coverage.map { lines(of: $0.all, " Coverage", width: 16) } ?? []) + [PlanLine(line: .empty)]
    }

    /// The same by account and by provider, where there are several.
    var parts: [PlanLine] {
        guard let coverage = screen.coverage else { return [] }
        return section("Coverage by account", coverage.accounts) + section("Coverage by provider", coverage.providers)
    }

    private func section(_ title: String, _ parts: [CoverageSummary.Part]) -> [PlanLine] {
        if parts.isEmpty { return [] }
        return [PlanLine(line: .empty), PlanLine(line: Line(" \(title)", .header))]
            + parts.flatMap { lines(of: $0, "   " + $0.part.name, width: 24) }
    }

    /// The numbers of a part, one a line, the first beside the label.
    private func lines(of part: CoverageSummary.Part, _ label: String, width: Int) -> [PlanLine] {
        part.numbers.enumerated().map { index, number in
            let label = Span((index == 0 ? label : "").terminalSafe.clipped(to: width - 1).padded(to: width), .dim)
            let words = Span(number.fact.words(number.count).clipped(to: max(10, page.columns - width - 1)))
            return PlanLine(line: Line([label, words]), item: .number(.counted(CoverageNumber(part: part.part, number.fact))))
        }
    }

    /// The configurations of a plan that is longer than one key sends.
    var configurations: [PlanLine] {
        guard draft.groups.count > 1, draft.whole.targets.count > PlanScreen.singleKeyLimit else { return [] }
        let names = draft.groups.map { ($0.name ?? $0.scanConfigurationArn).terminalSafe }
        let width = min(40, names.map(\.displayWidth).max() ?? 0)
        return zip(draft.groups, names).enumerated().map { number, group in
            let name = group.1.clippedInMiddle(to: width).padded(to: width)
            let place = screen.part(of: group.0.places.lowerBound).map { ", \($0.name.terminalSafe)" } ?? ""
            let line = Line([Span("   " + name, .text), Span("  \(group.0.words)\(screen.suffix(of: group.0))\(place)", .dim)])
            return PlanLine(line: line, item: .number(.configuration(number)))
        } + [PlanLine(line: .empty)]
    }

    /// Which targets are shown, unless all are.
    var choice: [PlanLine] {
        let words: String
        switch screen.rows.choice {
        case .all: return []
        case .warned: words = "with a warning"
        case .configuration(let group): words = "of \((draft.groups[group].name ?? draft.groups[group].scanConfigurationArn).terminalSafe)"
        case .counted(let number): words = "of \(number.words)"
        }
        let count = "\(screen.rows.count.grouped) of \(draft.whole.targets.count.counted("association"))"
        return (page.block("Showing \(count): those \(words). Esc shows all.", .input) + [.empty]).map { PlanLine(line: $0) }
    }

    private var title: String {
        switch draft.whole.action {
        case _ where draft.whole.targets.isEmpty: "Nothing is left to send"
        case .disassociate where !screen.parts.isEmpty: "Disassociate \(draft.extent), in \(screen.parts.count.counted("session"))"
        case .disassociate: "Disassociate \(draft.extent)"
        case .associate where draft.whole.undoes == nil && draft.groups.count == 1:
            "Associate \(draft.count.counted("project")) with \(draft.groups[0].name ?? draft.groups[0].scanConfigurationArn)"
        case .associate: (draft.whole.undoes == nil ? "Associate " : "Re-associate ") + draft.extent
        case .move: draft.phrase.prefix(1).uppercased() + draft.phrase.dropFirst()
        }
    }

    private var leftOutLines: [Line] {
        let count = draft.leftOutCount
        if count == 0 { return [] }
        return page.block(
            "\(count.grouped) of \(draft.whole.targets.count.counted("association")) \(count == 1 ? "is" : "are") left out"
                + (screen.origin == .marks ? " and \(count == 1 ? "stays" : "stay") marked: " : ": ")
                + "\(session.key(.list(.mark))) puts the row under the cursor back.")
    }

    private var originLines: [Line] {
        switch screen.origin {
        case .marks: []
        case .retry(let retryable, let all, let takesAll): page.block(retrySentence(retryable, all, takesAll))
        case .undo(let runId, let undoes, let undoneBy, let part):
            page.block("Undoes run \(runId)\(undoOrder)." + UndoWords.remarks(undoes: undoes, undoneBy: undoneBy, part: part))
        case .resume(let report, let began, let undoneBy): page.block(resumeSentence(report, began, undoneBy))
        }
    }

    private var undoOrder: String { draft.coverCount > 0 ? ", in the opposite order: what it took away comes back first" : "" }

    private func retrySentence(_ retryable: Int, _ all: Int, _ takesAll: Bool) -> String {
        let everything = all == 1 ? "the one association" : "all \(all.grouped)"
        if retryable == 0 {
            return "Retries \(everything) that failed, although that is unlikely to help: \(session.key(.program(.results))) shows why."
        }
        if retryable == all { return "Retries \(everything) that failed in run \(draft.whole.retries ?? "")." }
        return takesAll
            ? "Retries all \(all.grouped) that failed. Only \(retryable.grouped) \(retryable == 1 ? "is" : "are") likely to succeed: \(session.key(.run(.retry))) selects those."
            : "Retries the \(retryable.grouped) (of \(all.grouped)) likely to succeed. \(session.key(.run(.retry))) selects all that failed."
    }

    private func resumeSentence(_ report: RunReport, _ began: String?, _ undoneBy: String?) -> String {
        let (counts, run) = (report.counts, "Resumes run \(report.runId)" + (began.map { ", begun \($0)" } ?? ""))
        let doubt = counts.unresolved.counted("association")
        return run + "." + (undoneBy.map { " Run \($0) undid it." } ?? "")
            + (counts.unresolved == 0 ? "" : " \(doubt) in doubt \(counts.unresolved == 1 ? "is" : "are") listed first.")
            + (counts.open == 0 ? " Its outcomes are verified." : "")
            + (counts.failed == 0 ? "" : " The \(counts.failed.grouped) that failed \(counts.failed == 1 ? "is" : "are") not included.")
    }
}
