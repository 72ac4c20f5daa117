import BitCollections
import InspectorCore
import Terminal

extension PlanScreen {
    /// Why the plan cannot be edited; nothing when it can.
    var editingRefusal: String? {
        if case .resume = origin { return "A run is resumed as it was confirmed: its plan cannot be edited." }
        return draft.whole.targets.isEmpty ? "There is nothing to edit." : nil
    }

    /// Space: takes what the cursor is on out of the plan, or back in, and steps down.
    mutating func toggle(in session: Session, on display: Display) -> [Action] {
        switch item(in: session, on: display) {
        case .target(let place):
            let before = draft.leftOutCount
            edit(in: session, on: display) { $0.setLeftOut(place, !$0.leftOut.contains(place)) }
            move(to: viewport.cursor + 1, in: session, on: display)
            return togetherWords(draft.leftOutCount - before)
        case .heading(let group): toggle(rows.places(ofGroup: group), in: session, on: display)
        case .number, nil:
            return [.inform("Move to an association: \(session.key(.list(.mark))) leaves it out of the plan, or puts it back.")]
        }
        move(to: viewport.cursor + 1, in: session, on: display)
        return []
    }

    /// What one key did to more than one target: in a move those of a project stay together.
    private func togetherWords(_ step: Int) -> [Action] {
        let verb = step > 0 ? "leave the plan" : "come back"
        return abs(step) < 2 ? [] : [.inform("\(abs(step).grouped) associations of this project \(verb) together.")]
    }

    /// Takes all of these out, or, when all are, back in.
    private mutating func toggle(_ places: [Int], in session: Session, on display: Display) {
        let areOut = places.allSatisfy(draft.leftOut.contains)
        edit(in: session, on: display) { for place in places { $0.setLeftOut(place, !areOut) } }
    }

    /// L: leaves out what would lose its last configuration, or of which that is not known.
    mutating func leaveOutUncovered(in session: Session, on display: Display) -> [Action] {
        var count = 0
        edit(in: session, on: display) { count = $0.leaveOutUncovered() }
        if count == 0 {
            return [.inform("Every project keeps a scan configuration, so \(session.key(.run(.leaveOut))) leaves nothing out.")]
        }
        let key = session.key(.run(.leaveOut))
        return [.inform("\(key) leaves out \(count.grouped); \(draft.count.grouped) \(draft.count == 1 ? "remains" : "remain").")]
    }

    /// f: shows only what a warning is about, or everything again.
    mutating func toggleWarned(in session: Session, on display: Display) -> [Action] {
        if rows.choice == .warned {
            show(.all, in: session, on: display)
            return []
        }
        return open(.warned, in: session, on: display)
    }

    /// Shows the rows that a number is about.
    mutating func open(_ choice: PlanRows.Choice, in session: Session, on display: Display) -> [Action] {
        if PlanRows(choice, of: draft).count == 0 {
            return [.inform(choice == .warned ? "No row of the plan has a warning of its own." : "There is no such association.")]
        }
        show(choice, in: session, on: display)
        return [.inform("Showing \(rows.count.grouped) of \(draft.whole.targets.count.counted("association")). Esc shows all.")]
    }

    /// The plan as a text to edit.
    var lines: PlanLines { PlanLines(draft, parts) }

    /// Takes over what the operator left in the editor; all of it or nothing.
    mutating func takeOver(_ bytes: [UInt8], in session: Session, on display: Display) -> [Action] {
        let kept: BitSet
        do throws(PlanLines.Refusal) {
            kept = try lines.kept(in: bytes)
        } catch {
            return [.warn(error.sentence)]
        }
        let (before, count) = (edits, draft.count)
        edit(in: session, on: display) { $0.keep(only: kept) }
        if edits == before { return [.inform("The editor changed nothing.")] }
        let isAsEdited = draft.leftOut.isDisjoint(with: kept) && draft.count == kept.count
        let together = isAsEdited ? "" : " The associations of a project stay together."
        return [.inform("\(draft.count.counted("association")) in the plan now, \(count.grouped) before.\(together)")]
    }
}

/// A text that is looked for in a plan.
struct PlanFind: Hashable, Sendable {
    /// The text as typed.
    var text = ""
    /// Where the cursor was when it was asked for.
    fileprivate var start = 0

    fileprivate init(_ text: String, start: Int) { (self.text, self.start) = (text, start) }

    init() {}

    /// The text, to be emphasised where rows have it.
    var emphasis: [Emphasis] { SearchText(text).map { [Emphasis(text: $0)] } ?? [] }
}

extension PlanScreen {
    /// /: asks for a text to look for.
    mutating func beginFind() -> [Action] {
        find = PlanFind(find.text, start: viewport.cursor)
        texts = texts ?? PlanTexts(draft)
        return [.prompt(TextPrompt(.find, text: find.text))]
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed(let prompt) where prompt.purpose == .find:
            find.text = prompt.text
            move(to: find.start, in: session, on: display)
            if find.text.isEmpty { return [] }
            return goToMatch(from: find.start, forwards: true, in: session, on: display)
        case .accepted(let prompt) where prompt.purpose == .find: return [.prompt(nil)]
        case .cancelled(let prompt) where prompt.purpose == .find:
            move(to: find.start, in: session, on: display)
            find = PlanFind()
            return []
        case .changed, .accepted, .cancelled: return Export.typed(input)
        }
    }

    /// n and N: go to the next match, or the one before, round the end.
    mutating func goToMatch(forwards: Bool, in session: Session, on display: Display) -> [Action] {
        goToMatch(from: viewport.cursor + (forwards ? 1 : -1), forwards: forwards, in: session, on: display)
    }

    private mutating func goToMatch(from start: Int, forwards: Bool, in session: Session, on display: Display) -> [Action] {
        let first = text(of: session, on: display).head.count
        let texts = texts ?? PlanTexts(draft)
        self.texts = texts
        let matches = SearchText(find.text).map(texts.matches)
        guard let matches, !matches.isEmpty,
            let line = rows.nextLine(from: start - first, forwards: forwards, in: matches.isIn, where: matches.contains)
        else { return [.inform("No match for \"\(find.text)\".")] }
        move(to: first + line, in: session, on: display)
        return []
    }
}
