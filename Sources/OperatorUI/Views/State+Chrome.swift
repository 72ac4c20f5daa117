import InspectorCore
import Terminal
import TextSafety

extension State {
    /// The top line: who and where on the left, what on the right.
    func headerLine() -> Line {
        var left: [Span] = [Span(" scanconfig", .title)]
        let profile = session.profile.flatMap { $0 == "default" ? nil : $0 }
        for part in [session.account ?? "account unknown", session.region, session.callerName, profile, session.endpoint] {
            if let part { left.append(Span("  \(part.terminalSafe)", .text)) }
        }
        let right = (headline + positionText + (isReadOnly ? "  read-only " : " ")).clipped(to: size.columns / 2)
        let room = size.columns - right.displayWidth - 1
        return Line(Line(left).clipped(to: room).padded(to: room + 1).spans + [Span(right, .accent)])
    }

    private var headline: String {
        switch screen {
        case .configurations: configurationsHeadline
        case .projects(let list): "\(title(of: list.scope))  \(countText(list))"
        case .details: "details"
        case .plan: "plan"
        case .run: "run"
        case .results: "results"
        case .earlierRuns: "earlier runs"
        case .earlierRun(let run): run.record.runId
        case .profiles: "profile and region"
        case .help: "help"
        case .question, .code: "question"
        }
    }

    /// Whether the listing goes on, and what the pane beside shows.
    private var configurationsHeadline: String {
        let listing = inventory.isLoading && connection == .ready ? ["listing"] : []
        let beside = hasTwoPanes ? preview.map { ["\(title(of: $0.scope))  \(countText($0))"] } ?? [] : []
        return (listing + beside).joined(separator: "  ")
    }

    /// The part of a text that is seen, when there is more of it.
    private var positionText: String {
        let (count, top) = (text(of: screen).count, screen.viewport?.top ?? 0)
        return count > textHeight ? "  \((top + 1).grouped)-\(min(count, top + textHeight).grouped) of \(count.grouped)" : ""
    }

    private func countText(_ list: ProjectList) -> String {
        let isOpen =
            switch list.scope {
            case .all: !inventory.isComplete
            case .configuration(let number): inventory.entries[Int(number)].state != .complete
            }
        if list.isNarrowed { return "\(list.rows.count.grouped) of \(list.all.count.grouped)\(isOpen ? "+" : "") projects" }
        return isOpen ? "\(list.rows.count.grouped)+ projects" : list.rows.count.counted("project")
    }

    func title(of scope: ProjectList.Scope) -> String {
        switch scope {
        case .all: "All configurations"
        case .configuration(let number): inventory.entries[Int(number)].configuration.name.terminalSafe
        }
    }

    /// The line above the key hints: a notice, what is being typed, or what is marked.
    func statusLine() -> Line {
        if let typedLine { return Line([Span(typedLine, .input), typedRemark]) }
        if let notice { return Line(" " + notice.text.terminalSafe, notice.kind.style) }
        if let readingText { return Line(" " + readingText, .dim) }
        if case .connecting = connection { return Line(" Reading settings and credentials…", .dim) }
        if let run = activity.run, screen.isList { return Line(" " + runStatus(run), .accent) }
        if screen.isList { return listStatus }
        return Line("")
    }

    /// What stands behind a text being typed, which itself stays in sight.
    private var typedRemark: Span {
        notice.map { Span("   " + $0.text.terminalSafe, $0.kind.style) } ?? Span(typedTail, .dim)
    }

    /// How much of the list the filter being typed shows.
    private var typedTail: String {
        guard entry?.purpose == .filter else { return "" }
        switch screen {
        case .configurations(let list): return "   \(list.rows.count.grouped) of \(inventory.listed.count.grouped)\(hiddenText)"
        case .projects(let list): return "   \(list.rows.count.grouped) of \(list.all.count.grouped)\(hiddenText)"
        default: return ""
        }
    }

    private var hiddenText: String {
        hiddenMarks == 0 ? "" : ", \(hiddenMarks.grouped) marked \(hiddenMarks == 1 ? "is" : "are") hidden"
    }

    private var listStatus: Line {
        if let rangeCount { return Line(" A range of \(rangeCount.counted("row")): v or Space marks it, Esc gives it up.", .marked) }
        var spans: [Span] = []
        if !marks.isEmpty {
            let hidden = hiddenMarks == 0 ? "" : ", \(hiddenMarks.grouped) hidden by the filter"
            spans.append(Span(" \(marks.count.grouped) marked in \(marks.configurationCount.counted("configuration"))\(hidden)", .marked))
        }
        if !filter.text.isEmpty { spans.append(Span("  /\(filter.text.terminalSafe)", .input)) }
        if isShowingMarkedOnly { spans.append(Span("  only what is marked", .dim)) }
        return spans.isEmpty ? Line(" " + listingStatus, .dim) : Line(spans)
    }

    private var rangeCount: Int? {
        switch screen {
        case .configurations(let list): list.range?.count
        case .projects(let list): list.range?.count
        default: nil
        }
    }

    private var listingStatus: String {
        if connection != .ready { return "" }
        if inventory.isLoading { return "Listing: \(inventory.associationCount.grouped) associations so far" }
        if case .failed = inventory.namesState { return "Names could not be listed; projects are shown by id." }
        return inventory.isComplete ? "" : "The listing is not complete: ! says why, r tries again."
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
