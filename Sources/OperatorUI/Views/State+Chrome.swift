import InspectorCore
import Terminal
import TextSafety

extension State {
    /// The top line: who and where on the left, what on the right.
    func headerLine() -> Line {
        let (essentials, place) = (essentials, positionText + (isReadOnly ? "  read-only " : " "))
        let half = min(size.columns / 2, size.columns - essentials.displayWidth - 1)
        let right = (headline(in: half - place.displayWidth) + place).clipped(to: half)
        let room = size.columns - right.displayWidth
        let left = room - essentials.displayWidth - 1
        let rest = Span(left < Self.narrowestRest ? "" : others.clipped(to: left), .text)
        return Line(Line(essentials.spans + [rest]).padded(to: room).spans + [Span(right, .accent)])
    }

    /// The program's name, the account and the region, which are whole in every size.
    private var essentials: Line {
        let parts = [session.account ?? "account unknown", session.region].compactMap(\.self)
        return Line([Span(" scanconfig", .title)] + parts.map { Span("  \($0.terminalSafe)", .text) })
    }

    /// Less of who calls and how says nothing.
    private static let narrowestRest = 6

    /// Who calls, and how.
    private var others: String {
        let profile = session.profile.flatMap { $0 == "default" ? nil : $0 }
        return [session.callerName, profile, session.endpoint].compactMap(\.self).map { "  \($0.terminalSafe)" }.joined()
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
        let listing = inventory.isLoading && connection == .ready ? [listingWait == nil ? "listing" : "listing, waiting"] : []
        let beside = hasTwoPanes ? preview.map { [headline(of: $0, in: room - (listing.isEmpty ? 0 : 18))] } ?? [] : []
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
