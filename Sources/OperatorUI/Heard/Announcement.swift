import InspectorCore
import TextSafety

/// What to say when one moment has become another: whole lines, in the order in which they are to be heard. What the operator did comes first,
/// what is asked comes last. Without a moment before, all that matters of this one.
///
/// The lines are safe for a terminal. What is being typed is not among them: it is echoed as it is typed.
package func announce(before: AccessibleState?, after: AccessibleState) -> [String] {
    Announcement(before: before, after: after).lines.map(\.terminalSafe)
}

private struct Announcement {
    let before: AccessibleState?
    let after: AccessibleState

    var lines: [String] {
        guard let before else { return background(since: nil) + opening + [after.keysHelp] }
        let news = news(since: before)
        let lines =
            [news?.inSpokenWords].compactMap(\.self) + background(since: before) + screen(since: before, hasNews: news != nil)
            + typing(since: before)
        let isSilent = lines.isEmpty && after.turn != before.turn && after.entry == before.entry
        return isSilent ? here : lines
    }

    /// A notice that is new.
    private func news(since before: AccessibleState) -> String? { after.news == before.news ? nil : after.news?.words }

    /// What went on meanwhile: the run, the listing.
    private func background(since before: AccessibleState?) -> [String] {
        after.run.filter { !(before?.run.contains($0) ?? false) }
            + (before?.isListing ?? false && !after.isListing && after.spoken.absence.isEmpty ? [after.extent] : [])
            + after.listing.filter { !(before?.listing.contains($0) ?? false) }
    }

    private func screen(since before: AccessibleState, hasNews: Bool) -> [String] {
        if after.screen != before.screen { return opening }
        return (hasNews ? [] : marks(since: before)) + changes(since: before)
    }

    /// A screen that has just opened, or is open again.
    private var opening: [String] {
        let spoken = after.spoken
        let row = spoken.linesHaveRow ? nil : spoken.row?.words
        return [spoken.title] + spoken.lines + (row.map { [$0] } ?? spoken.absence) + [spoken.prompt].compactMap(\.self)
    }

    /// Where nothing has changed: the row, or what is said in its place.
    private var here: [String] {
        let spoken = after.spoken
        return spoken.row.map { [$0.words] } ?? (spoken.absence.isEmpty ? [spoken.title] : spoken.absence)
    }

    /// How many are marked now, and what was marked where that was one row.
    private func marks(since before: AccessibleState) -> [String] {
        let change = after.marks - before.marks
        guard change != 0, after.turn != before.turn else { return [] }
        let count = after.marks == 0 ? "nothing is marked" : "\(after.marks.grouped) marked"
        guard let row = before.spoken.row, abs(change) == 1 || after.spoken.row?.index == row.index + 1 else {
            return [count.prefix(1).uppercased() + count.dropFirst() + "."]
        }
        return ["\(change > 0 ? "Marked" : "Unmarked") \(row.name), \(count)"]
    }

    /// What has changed on a screen that stays. What a text finds is said when keys have paused, and when it is accepted.
    private func changes(since before: AccessibleState) -> [String] {
        let (old, new) = (before.spoken, after.spoken)
        guard after.isSettled else { return [] }
        let isFound = before.foundFor != nil && before.foundFor != after.foundFor
        let isDue = isFound || before.isListing && !after.isListing
        let title = old.title != new.title && (isDue || after.turn != before.turn) ? [new.title] : []
        let lines = new.isLive ? [] : new.lines.filter { !old.lines.contains($0) }
        return title + lines + row(old, new, isDue: isDue, hasTurned: after.turn != before.turn)
            + (new.prompt == old.prompt ? [] : [new.prompt].compactMap(\.self))
    }

    private func row(_ old: Spoken, _ new: Spoken, isDue: Bool, hasTurned: Bool) -> [String] {
        guard let row = new.row else { return isDue || old.row != nil || old.absence != new.absence ? new.absence : [] }
        return isDue || old.row == nil || hasTurned && (row != old.row || new.order != old.order) ? [row.words] : []
    }

    /// How to type, when that begins; what is offered, and what is wrong.
    private func typing(since before: AccessibleState) -> [String] {
        let begins = after.entry?.label != before.entry?.label
        return [
            begins ? after.entryHelp : nil, after.offer == before.offer ? nil : after.offer,
            after.isSettled && after.mistake != before.mistake ? after.mistake : nil,
        ].compactMap(\.self)
    }
}
