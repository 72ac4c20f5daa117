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
        let place = positionText + (isReadOnly ? "  read-only " : " ")
        let right = (headline(in: size.columns / 2 - place.displayWidth) + place).clipped(to: size.columns / 2)
        let room = size.columns - right.displayWidth - 1
        return Line(Line(left).clipped(to: room).padded(to: room + 1).spans + [Span(right, .accent)])
    }

    private func headline(in room: Int) -> String {
        switch screen {
        case .configurations: configurationsHeadline(in: room)
        case .projects(let list): headline(of: list, in: room)
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
    private func configurationsHeadline(in room: Int) -> String {
        let listing = inventory.isLoading && connection == .ready ? ["listing"] : []
        let beside = hasTwoPanes ? preview.map { [headline(of: $0, in: room - (listing.isEmpty ? 0 : 9))] } ?? [] : []
        return (listing + beside).joined(separator: "  ")
    }

    /// What a list shows and how much of it: the numbers are never cut. The name gives way first, then the noun.
    private func headline(of list: ProjectList, in room: Int) -> String {
        let (name, count) = (title(of: list.scope), countText(list))
        let words = count == "1" ? "1 association" : "\(count) associations"
        let shown = room - words.displayWidth - 2 < Self.narrowestTitle ? count : words
        return "\(name.clippedInMiddle(to: max(0, room - shown.displayWidth - 2)))  \(shown)"
    }

    private static let narrowestTitle = 12

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
        let all = list.all.count.grouped + (isOpen ? "+" : "")
        return list.isNarrowed ? "\(list.rows.count.grouped) of \(all)" : all
    }

    func title(of scope: ProjectList.Scope) -> String {
        switch scope {
        case .all: "All configurations"
        case .configuration(let number): inventory.entries[Int(number)].configuration.name.terminalSafe
        }
    }
}
