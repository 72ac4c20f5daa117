import InspectorCore
import Terminal

extension State {
    /// Results and errors of this session, the newest first.
    func resultLines() -> [Line] {
        var lines = [Line.empty]
        for report in reports.reversed() { lines += reportLines(report) }
        for problem in problems.reversed() {
            lines += bullet("✗ " + problem.context, .failed) + wrapped(problem.sentence, .text) + [Line.empty]
        }
        if reports.isEmpty, problems.isEmpty { lines += wrapped("Nothing was sent yet, and nothing went wrong.", .dim) }
        return lines
    }

    private func reportLines(_ report: RunReport) -> [Line] {
        var lines = bullet(report.sentence, report.isComplete ? .success : .failed)
        if let journal = report.journal { lines += wrapped("Journal: \(journal)", .dim) }
        for remark in report.remarks { lines += bullet("! " + remark, .warning) }
        let troubles = zip(report.plan.targets, report.outcomes).filter { $0.1 != .succeeded }
        for (code, group) in Dictionary(grouping: troubles, by: { $0.1.groupTitle }).sorted(by: { $0.key < $1.key }) {
            lines += bullet("\(code)  \(group.count.counted("project"))", .header)
            if case .failed(let statusCode, _) = group[0].1 { lines += wrapped(StatusAdvice(statusCode).sentence, .dim) }
            for (target, outcome) in group { lines.append(troubleLine(TargetOutcome(association: target.association, outcome: outcome))) }
        }
        return lines + [Line.empty]
    }

    /// The key table.
    func helpLines() -> [Line] {
        var lines = [Line.empty, Line(" Mark projects, press d to read the plan, then confirm or go back.", .text), Line.empty]
        for binding in KeyTable.bindings {
            for (index, piece) in binding.help.wrapped(to: max(10, size.columns - 18)).enumerated() {
                lines.append(Line([Span("  " + (index == 0 ? binding.name : "").padded(to: 13) + " ", .key), Span(piece)]))
            }
        }
        return lines
    }

    func questionLines(_ question: Question) -> [Line] {
        switch question {
        case .quitWithMarks(let count):
            [Line.empty] + wrapped("Quit although \(count.counted("association")) \(count == 1 ? "is" : "are") marked?", .warning)
                + wrapped("Nothing was sent for them. y quits, Esc stays.", .text)
        case .quitDuringRun:
            [Line.empty] + wrapped("A run goes on. y stops it: calls under way end and are recorded. Esc lets it go on.", .warning)
        }
    }
}

extension Outcome {
    /// What results are grouped by: the statusCode, or what else became of the target.
    var groupTitle: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed(let code, _): code.rawValue.harmless
        case .unresolved: "unresolved"
        case .notSent: "not sent"
        }
    }
}
