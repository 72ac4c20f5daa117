import InspectorCore
import Terminal
import TextSafety

/// How a run ended, and what did not succeed in it: each code and message once, with what to do, and the names below.
struct FailureOutline {
    /// What can be said of sending failed targets again.
    enum Retry {
        /// R does it.
        case byKey
        /// It is another run's.
        case elsewhere
        /// Later runs may have done it.
        case past
    }

    let run: FinishedRun
    /// The run's number, see ``FailureNode``.
    let number: Int
    let retry: Retry
    /// Nodes that are not as they are at first: opened ones and closed ones.
    let toggled: Set<FailureNode>
    let session: Session
    let page: Page

    /// With no more targets than these, their names are shown at first.
    private static let openTargets = 12
    /// With no more reasons than these, a section shows them whole at first.
    private static let openReasons = 50

    /// Of no more targets than these it is looked up whether they are marked.
    private static let lookedUpTargets = 1_000

    /// Appends everything that is open.
    func append(to outline: inout Outline<FailureNode>) {
        let node = FailureNode.run(number)
        outline.append(head, of: node)
        guard isOpen(node, atFirst: true) else { return outline.append([Line.empty]) }
        for section in run.failures.sections { append(section, to: &outline) }
        appendUntouched(to: &outline)
        outline.append([Line.empty])
    }

    private var head: [Line] {
        let report = run.report
        let glyph = report.isComplete ? Span("✓", .success) : Span("✗", report.counts.failed > 0 ? .failed : .warning)
        let place = session.isFleet ? session.key(for: report.plan).map { "\(session[$0].name): " } ?? "" : ""
        var lines = page.paragraph(place + report.sentence, .text.bold)
        lines[0] = Line([Span(" "), glyph, Span(String(lines[0].text.dropFirst(2)), .text.bold)])
        if let coverage = run.coverage { lines += page.paragraph(coverage.sentence, .text) }
        if retry != .elsewhere, session.finishedRuns.count > 1 { lines += page.paragraph("Run \(report.runId)\(relations).", .dim) }
        if let journal = report.journal { lines += page.paragraph("Journal: \(journal)", .dim) }
        for remark in report.remarks { lines += page.bullet("! " + remark, .warning) }
        return lines
    }

    /// The runs that this one is about, or that is about it.
    private var relations: String {
        let plan = run.report.plan
        let (undone, part) = (session.finishedRuns.undo(of: run.report.runId), session.finishedRuns.undonePart(of: run))
        return (plan.undoes.map { ", the undo of run \($0)" } ?? "") + (plan.retries.map { ", a retry of run \($0)" } ?? "")
            + (undone.map { ", \(part.map { "\($0) " } ?? "")undone by run \($0)" } ?? "")
    }

    private func append(_ section: FailureGroups.Section, to outline: inout Outline<FailureNode>) {
        let node = FailureNode.section(run: number, section.remedy)
        let isOpen = isOpen(node, atFirst: retry != .past && section.remedy != .gone)
        outline.append([Line.empty])
        outline.append([line(of: section, isOpen: isOpen)], of: node)
        guard isOpen else { return }
        let areOpen = section.reasons.count <= Self.openReasons
        let width = section.reasons.lazy.map { run.failures.reasons[$0].count.grouped.count }.max() ?? 1
        appendRows(
            section.reasons, to: &outline, isOpen: { self.isOpen(.reason(run: number, $0), atFirst: areOpen) },
            changed: changedReasons, atFirst: areOpen,
            node: { .reason(run: number, $0) }, line: { ReasonLines(run.failures.reasons[$0], width, page).closed }
        ) { reason, outline in append(reason: reason, width, to: &outline) }
    }

    private func line(of section: FailureGroups.Section, isOpen: Bool) -> Line {
        let codes = isOpen ? "" : "   " + section.codes(in: run.failures).joined(separator: ", ").terminalSafe
        return Line([
            Span(String(repeating: " ", count: Fold.sections)), Fold.glyph(isOpen), Span(section.remedy.words, .text.bold),
            Span("  \(section.count.grouped)", .text),
            Span(codes, .dim),
        ]).clipped(to: page.columns - 1)
    }

    /// A reason that is open: its code and message, what to do, and its configurations.
    private func append(reason place: Int, _ width: Int, to outline: inout Outline<FailureNode>) {
        let reason = run.failures.reasons[place]
        let text = ReasonLines(reason, width, page)
        outline.append(text.open + text.paragraph(advice(reason)), of: .reason(run: number, place))
        let areOpen = run.failures.count <= Self.openTargets
        let names = min(page.columns / 3, reason.configurations.lazy.map(\.name.terminalSafe.displayWidth).max() ?? 0)
        let node = { FailureNode.configuration(run: number, reason: place, $0) }
        appendRows(
            reason.configurations.indices, to: &outline, isOpen: { self.isOpen(node($0), atFirst: areOpen) },
            changed: changedConfigurations(of: place), atFirst: areOpen,
            node: node, line: { line(of: reason.configurations[$0], isOpen: false, names) }
        ) { configuration, outline in
            let configuration = (reason.configurations[configuration], node(configuration))
            outline.append([line(of: configuration.0, isOpen: true, names)], of: configuration.1)
            let targets = configuration.0.targets
            outline.append(targets.count, node: { .target(run: number, targets[$0]) }, line: { name(of: targets[$0]) })
        }
    }

    /// A configuration: its name in so many cells, how many projects, and while it is closed the first ones.
    private func line(of configuration: FailureGroups.Configuration, isOpen: Bool, _ width: Int) -> Line {
        let count = configuration.targets.count
        let cell = Column(title: "", width: width, keepsEnd: true).cell(configuration.name.terminalSafe)
        let start = [
            Span(String(repeating: " ", count: Fold.configurations)), Fold.glyph(isOpen), Span(cell),
            Span(" " + count.counted("project").padded(to: 14), .dim),
        ]
        let room = page.columns - Line(start).displayWidth - 1
        return Line(start + (isOpen ? [] : [Span(preview(configuration.targets, room: room), .dim)]))
    }

    /// As many names as there is room for, whole.
    private func preview(_ targets: [Int], room: Int) -> String {
        var text = ""
        for (number, place) in targets.prefix(20).enumerated() {
            let longer = text + (number == 0 ? "" : ", ") + Self.name(of: run.report.plan.targets[place])
            if longer.displayWidth + (number + 1 == targets.count ? 0 : 3) > room { return text.isEmpty ? "" : text + ", …" }
            text = longer
        }
        return targets.count > 20 ? text + ", …" : text
    }

    /// A target's name, whole where it fits, and where a later run settled it.
    private func name(of place: Int) -> Line {
        let (target, outcome) = (run.report.plan.targets[place], run.report.outcomes[place])
        let indent = String(repeating: " ", count: Fold.names)
        let name = Self.name(of: target).clippedInMiddle(to: page.columns - Fold.names - 3)
        if retry == .past, isSettled(target) { return Line([Span(indent + "✓ ", .success), Span("\(name)  resolved since", .dim)]) }
        return Line([Span(indent), Span(outcome.isFailure ? "✗" : "-", outcome.style), Span(" " + name)])
    }

    private static func name(of target: PlanTarget) -> String {
        (target.projectName ?? target.association.resource.idText).terminalSafe
    }

    /// Whether a later run or a refresh took the target's failure away.
    private func isSettled(_ target: PlanTarget) -> Bool {
        session.id(of: target.association, in: run.report.plan).map { session.account.failures[$0] == nil } ?? false
    }

    private func appendUntouched(to outline: inout Outline<FailureNode>) {
        let (plan, node) = (run.report.plan, FailureNode.nothingToDo(run: number))
        guard !plan.alreadyDone.isEmpty else { return }
        let isOpen = isOpen(node, atFirst: false)
        let words = plan.action.alreadyDoneWords
        outline.append([Line.empty])
        let title = Span(words.prefix(1).uppercased() + words.dropFirst(), .text.bold)
        let count = Span("  \(plan.alreadyDone.count.grouped)")
        outline.append(
            [
                Line([
                    Span(String(repeating: " ", count: Fold.sections)), Fold.glyph(isOpen), title, count,
                    Span("   nothing was sent for these", .dim),
                ])
            ], of: node)
        guard isOpen else { return }
        outline.append(plan.alreadyDone.count, node: { .untouched(run: number, $0) }) { place in
            let target = plan.alreadyDone[place]
            let configuration = (target.configurationName ?? target.association.scanConfigurationArn).terminalSafe
            return Line([
                Span(String(repeating: " ", count: Fold.configurations + 2) + Self.name(of: target)), Span("  \(configuration)", .dim),
            ])
        }
    }
}

/// What opens and closes.
extension FailureOutline {
    private func isOpen(_ node: FailureNode, atFirst: Bool) -> Bool { toggled.contains(node) != atFirst }

    private var changedReasons: [Int] {
        toggled.compactMap { if case .reason(number, let place) = $0 { place } else { nil } }.sorted()
    }

    private func changedConfigurations(of reason: Int) -> [Int] {
        toggled.compactMap { if case .configuration(number, reason, let place) = $0 { place } else { nil } }.sorted()
    }

    /// Appends rows of one line each, and in their places those that are open.
    private func appendRows(
        _ all: Range<Int>, to outline: inout Outline<FailureNode>, isOpen: (Int) -> Bool, changed: [Int], atFirst: Bool,
        node: @escaping (Int) -> FailureNode, line: @escaping (Int) -> Line,
        open: (Int, inout Outline<FailureNode>) -> Void
    ) {
        var start = all.lowerBound
        for place in (atFirst ? Array(all) : changed) where all.contains(place) && isOpen(place) {
            let first = start
            outline.append(place - first, node: { node(first + $0) }, line: { line(first + $0) })
            open(place, &outline)
            start = place + 1
        }
        let first = start
        outline.append(all.upperBound - first, node: { node(first + $0) }, line: { line(first + $0) })
    }

    /// What to do, and what R and V do about it.
    private func advice(_ reason: FailureGroups.Reason) -> String {
        let next =
            switch reason.outcome {
            case .succeeded: ""
            case .failed, .notSent(.notCovered(_, .some)): retrySentence(reason)
            case .unresolved, .notSent:
                retry == .elsewhere || run.report.runId == session.resumableRun?.report.runId ? " R resumes this run." : ""
            case .notConfirmed: retry == .past ? "" : " V verifies again."
            }
        return reason.advice.sentence + next
    }

    private func retrySentence(_ reason: FailureGroups.Reason) -> String {
        switch retry {
        case .byKey where reason.advice.isRetryable: " R retries these" + (areMarked(reason) ? "; they stay marked." : ".")
        case .byKey, .elsewhere, .past: ""
        }
    }

    /// Whether all targets of a reason are still marked; not asked of more than can be looked up in every frame.
    private func areMarked(_ reason: FailureGroups.Reason) -> Bool {
        reason.count <= Self.lookedUpTargets
            && reason.targets.allSatisfy { place in
                session.id(of: run.report.plan.targets[place].association, in: run.report.plan).map(session.account.marks.contains) ?? false
            }
    }
}

/// What stands in front of what opens and closes.
enum Fold {
    /// The columns in which a reason, a configuration and a name begin.
    static let (sections, reasons, configurations, names) = (2, 4, 8, 10)

    static func glyph(_ isOpen: Bool) -> Span { Span(isOpen ? "▾ " : "▸ ", .accent) }
}

/// A reason in lines: how many, the code and the message, whole when it is open.
private struct ReasonLines {
    private let reason: FailureGroups.Reason
    private let number: String
    private let page: Page

    init(_ reason: FailureGroups.Reason, _ width: Int, _ page: Page) {
        (self.reason, self.page) = (reason, page)
        number = reason.count.grouped.leftPadded(to: width)
    }

    private var title: String { reason.outcome.groupTitle }
    private var message: String { reason.outcome.reasonText }
    private var indent: Int { Fold.reasons + 2 + number.count + 2 }

    private func head(isOpen: Bool) -> [Span] {
        [
            Span(String(repeating: " ", count: Fold.reasons)), Fold.glyph(isOpen), Span(number + "  "),
            Span(title, reason.outcome.style),
        ]
    }

    var closed: Line { Line(head(isOpen: false) + [Span(message.isEmpty ? "" : "  \(message)")]).clipped(to: page.columns - 1) }

    /// The message beside the code, or below it where that leaves little room.
    var open: [Line] {
        let beside = indent + title.displayWidth + 2
        if message.isEmpty { return [Line(head(isOpen: true))] }
        let isBeside = page.columns - beside >= min(40, message.displayWidth + 1)
        let pieces = message.wrapped(to: max(10, page.columns - (isBeside ? beside : indent) - 1))
        let margin = String(repeating: " ", count: isBeside ? beside : indent)
        if isBeside { return [Line(head(isOpen: true) + [Span("  \(pieces[0])")])] + pieces.dropFirst().map { Line(margin + $0) } }
        return [Line(head(isOpen: true))] + pieces.map { Line(margin + $0) }
    }

    /// A sentence below the message.
    func paragraph(_ text: String) -> [Line] {
        text.wrapped(to: max(10, page.columns - indent - 1)).map { Line(String(repeating: " ", count: indent) + $0, .dim) }
    }
}
