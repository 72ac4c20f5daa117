import Terminal
import TextSafety

extension State {
    /// The bottom line: the keys that matter here, as many as fit, by the key table.
    func hintLine() -> Line {
        var line = Line([Span(" ")])
        for (key, hint) in hints {
            let spans = [Span(line.spans.count == 1 ? key : "  \(key)", .key), Span(" \(hint)", .dim)]
            guard line.displayWidth + Line(spans).displayWidth <= size.columns else { continue }
            line.spans += spans
        }
        return line
    }

    private var hints: [(String, String)] {
        if let entry { return typingHints(entry) }
        switch screen {
        case .configurations: return named([.open, .mark, .markAll, .filter, .plan, .help, .quit, .results, .sort, .refresh])
        case .projects:
            let (first, rest): ([Command], [Command]) = ([.mark, .markAll, .filter, .plan], [.results, .sort, .range, .copy])
            return named([.open], as: "details") + named(first) + named([.help]) + named([.quit], as: "back") + named(rest)
        case .plan(let plan): return planHints(plan)
        case .run:
            let stop = activity.run?.phase == .stopping ? "leave at once" : nil
            return named([.stop], as: stop) + named([.back], as: "lists") + named([.results]) + scrollHint
        case .question: return working([.send], as: "yes") + named([.back], as: "no")
        case .code: return []
        case .earlierRuns(let list):
            let show = list.current == nil ? [] : named([.open], as: "show")
            return show + working([.retry], as: "resume") + working([.undo]) + working([.verify], as: "verify") + named([.back])
        case .earlierRun:
            return working([.retry], as: "resume") + working([.undo]) + working([.verify], as: "verify") + named([.back]) + scrollHint
        case .profiles: return named([.open], as: "use") + named([.back])
        case .results:
            return working([.retry], as: resumableRun == nil ? nil : "resume") + working([.undo]) + working([.verify], as: "verify")
                + working([.export]) + named([.back]) + scrollHint
        case .details: return named([.back, .copy]) + scrollHint
        case .help: return named([.back]) + scrollHint
        }
    }

    private func planHints(_ plan: PlanScreen) -> [(String, String)] {
        var hints = asksForCount(plan) ? [("number, enter", "send")] : working([.send])
        hints += named([.back], as: "back, send nothing") + scrollHint
        guard case .retry(let worthwhile, let all, let takesAll) = plan.origin, worthwhile > 0, worthwhile < all else { return hints }
        return hints + named([.retry], as: takesAll ? "likely ones" : "all that failed")
    }

    private func typingHints(_ entry: Entry) -> [(String, String)] {
        switch entry.purpose {
        case .filter: [("enter", "keep"), ("esc", "clear"), ("↑ ↓", "move"), ("!word", "without it")]
        case .fileName: [("enter", "save"), ("esc", "cancel")]
        case .region: [("enter", "use"), ("esc", "cancel")]
        case .code: [("enter", "send"), ("esc", "cancel")]
        }
    }

    private var scrollHint: [(String, String)] { [("↑ ↓", "scroll")] }

    /// Hints for those of the commands that do something now.
    private func working(_ commands: [Command], as hint: String? = nil) -> [(String, String)] {
        named(commands.filter { availability(of: $0) == .enabled }, as: hint)
    }

    private func named(_ commands: [Command], as hint: String? = nil) -> [(String, String)] {
        commands.filter { ($0 != .markAll || size.columns >= 72) && ($0 != .plan || !isReadOnly) }
            .compactMap { KeyTable.binding(of: $0) }
            .map { ($0.shortName, hint ?? $0.hint) }
    }
}
