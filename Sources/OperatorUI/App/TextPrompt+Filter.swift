import Terminal
import TextSafety

/// What Tab and ↑ have to know of a filter that is being typed.
struct PromptMemory: Equatable, Sendable {
    /// The earlier filter that is shown, by its place; nothing while it is what was typed.
    var recalled: Int?
    /// What was typed before the first one was recalled.
    var draft = ""
    /// After this, what Tab offers differs.
    var separator: Character = " "
    /// What Tab offers, and which of it is in the text.
    private(set) var offered: [String] = []
    private(set) var chosen: Int?

    /// Forgets what Tab offers.
    mutating func forgetOffers() { (offered, chosen) = ([], nil) }

    /// Offers texts.
    mutating func offer(_ texts: [String]) { (offered, chosen) = (texts, nil) }

    /// Whether Tab offers several texts.
    var hasChoice: Bool { offered.count > 1 }

    /// The next of several that are offered; nothing when there is no choice.
    mutating func next() -> String? {
        guard offered.count > 1 else { return nil }
        let place = chosen.map { ($0 + 1) % offered.count } ?? 0
        chosen = place
        return offered[place]
    }

    /// What is offered, in one line; nothing when there is no choice.
    var offer: Line? {
        guard offered.count > 1 else { return nil }
        let shared =
            offered.commonBeginning.lastIndex(of: separator).map { offered[0].distance(from: offered[0].startIndex, to: $0) + 1 } ?? 0
        let first = max(0, (chosen ?? 0) - 2)
        return Line(
            [Span(first > 0 ? " … " : " ")]
                + offered.indices.dropFirst(first).map { place in
                    Span(String(offered[place].dropFirst(shared)).terminalSafe + "  ", place == chosen ? .accent : .dim)
                })
    }
}

extension TextPrompt {
    /// ↑ and ↓: goes to an earlier filter, or back towards what was typed.
    mutating func recall(isEarlier: Bool, _ filters: [String]) -> PromptKey {
        if isEarlier ? memory.recalled ?? filters.count == 0 : memory.recalled == nil {
            return .refused(Notice(.information, isEarlier ? "There is no earlier filter." : "This is the newest filter. PgDn moves down."))
        }
        if memory.recalled == nil { memory.draft = text }
        let place = (memory.recalled ?? filters.count) + (isEarlier ? -1 : 1)
        memory.recalled = place < filters.count ? place : nil
        text = place < filters.count ? filters[place] : memory.draft
        return .changed
    }

    /// Tab: completes as far as all that is possible agrees; pressed again, takes one after the other.
    mutating func complete(_ candidates: (String) -> [String]) -> PromptKey {
        memory.recalled = nil
        if let next = memory.next() {
            text = next
            return .changed
        }
        let possible = candidates(text)
        if possible.allSatisfy({ $0 == text }) { return .refused(Notice(.information, "No completion.")) }
        memory.offer(possible)
        if possible.commonBeginning.count >= text.count { text = possible.commonBeginning }
        return .changed
    }
}

extension [String] {
    /// What all of them begin with, whatever its case; written as in the first.
    fileprivate var commonBeginning: String {
        guard let first else { return "" }
        return dropFirst().reduce(first) { common, next in
            String(zip(common, next).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
        }
    }
}
