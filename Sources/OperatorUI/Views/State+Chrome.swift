import InspectorCore
import Terminal

extension State {
    /// The top line: who and where on the left, what on the right.
    func headerLine() -> Line {
        var left: [Span] = [Span(" scanconfig", .title)]
        for part in [session.account ?? "account unknown", session.region, session.callerName, session.endpoint] {
            if let part { left.append(Span("  \(part.harmless)", .text)) }
        }
        let right = headline + (isReadOnly ? "  read-only " : " ")
        let room = size.columns - right.displayWidth - 1
        return Line(Line(left).clipped(to: room).padded(to: room + 1).spans + [Span(right, .accent)])
    }

    private var headline: String {
        switch screen {
        case .configurations: inventory.isLoading && connection != .connecting ? "listing" : ""
        case .projects(let list): "\(title(of: list.scope))  \(countText(list))"
        case .details, .configurationDetails: "details"
        case .plan: "plan"
        case .run: "run"
        case .results: "results"
        case .help: "help"
        case .question: ""
        }
    }

    private func countText(_ list: ProjectList) -> String {
        let isOpen =
            switch list.scope {
            case .all: !inventory.isComplete
            case .configuration(let number): inventory.entries[Int(number)].state != .complete
            }
        return isOpen ? "\(list.rows.count.grouped)+ projects" : list.rows.count.counted("project")
    }

    func title(of scope: ProjectList.Scope) -> String {
        switch scope {
        case .all: "All configurations"
        case .configuration(let number): inventory.entries[Int(number)].configuration.name.harmless
        }
    }

    /// The line above the key hints: a notice, an answer being typed, or what is marked.
    func statusLine() -> Line {
        if case .plan(let plan) = screen, plan.needsTypedCount, notice == nil {
            return Line([Span(typedCountPrompt(plan), .input)])
        }
        if let notice { return Line(" " + notice.text.harmless, notice.kind.style) }
        if case .connecting = connection { return Line(" Reading settings and credentials…", .dim) }
        if marks.isEmpty { return Line(" " + listingStatus, .dim) }
        let count = "\(marks.count.grouped) marked in \(marks.configurationCount.counted("configuration"))"
        return Line(" " + count, .marked)
    }

    private var listingStatus: String {
        if inventory.isLoading { return "Listing: \(inventory.associationCount.grouped) associations so far" }
        if case .failed = inventory.namesState { return "Names could not be listed; projects are shown by id." }
        return inventory.isComplete ? "" : "The listing is not complete: ! says why, r tries again."
    }

    func typedCountPrompt(_ plan: PlanScreen) -> String {
        " Type \(plan.plan.targets.count) and Enter to send: \(plan.answer)"
    }

    /// The bottom line: the keys that do something here.
    func hintLine() -> Line {
        var spans: [Span] = [Span(" ")]
        for (key, hint) in hints {
            spans.append(Span(key, .key))
            spans.append(Span(" \(hint)  ", .dim))
        }
        return Line(spans)
    }

    private var hints: [(String, String)] {
        switch screen {
        case .configurations:
            [
                ("enter", "open"), ("space", "mark"), ("a", "mark all"), ("d", "disassociate"), ("!", "results"), ("?", "help"),
                ("q", "quit"),
            ]
        case .projects:
            [
                ("enter", "details"), ("space", "mark"), ("a", "mark all"), ("u", "clear"), ("d", "disassociate"), ("?", "help"),
                ("q", "back"),
            ]
        case .plan(let plan):
            (plan.needsTypedCount ? [] : [("y", "send")]) + [("esc", "back, send nothing"), ("↑ ↓", "read all targets")]
        case .run: [("x", "stop"), ("esc", "lists"), ("↑ ↓", "scroll")]
        case .question: [("y", "yes"), ("esc", "no")]
        case .details, .configurationDetails, .results, .help: [("↑ ↓", "scroll"), ("esc", "back")]
        }
    }
}

extension Notice.Kind {
    var style: Style {
        switch self {
        case .information: .dim
        case .success: .success
        case .warning: .warning
        case .error: .failed
        }
    }
}
