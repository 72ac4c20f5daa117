import InspectorCore
import Terminal

/// The plan with its targets as they were when it opened, what of them is left out, and what was typed in answer. Nothing is sent that
/// was not read here.
struct PlanScreen: TextScreen {
    /// Where a plan comes from.
    enum Origin: Hashable, Sendable {
        /// The marks.
        case marks
        /// What failed in the last run: all of it, or what is worth sending again.
        case retry(retryable: Int, all: Int, takesAll: Bool)
        /// The way back from a run; the run that it undid itself, and the one that undid it before, if there is any.
        case undo(runId: String, undoes: String?, undoneBy: String?, part: String?)
        /// What is left of a run, some of it in doubt; when it began, ISO 8601 in UTC, where that is known, and the run that undid it.
        case resume(RunReport, began: String?, undoneBy: String?)
    }

    /// The plan; only the operator changes it while it is open.
    private(set) var draft: PlanDraft
    /// The plans of several sessions that it is made of; none where it is for one.
    private(set) var parts: [PlanPart]
    /// The session that it is for, where that is one.
    let session: SessionKey
    /// Where it comes from.
    let origin: Origin
    /// What it was made of, before a configuration was chosen that covers projects; nothing as long as none was.
    private(set) var uncovered: PlanTargets?
    /// The most cells that a project's name may take.
    let longestName: Int
    /// The targets that are shown.
    private(set) var rows: PlanRows
    /// The warnings about what is left of the plan.
    @Cached private(set) var warnings: [PlanCaution]
    /// What the rest of the plan does to coverage.
    @Cached private(set) var coverage: CoverageSummary?
    /// How often the plan was edited.
    private(set) var edits = 0
    /// What has been on the screen since the last edit.
    private(set) var seen = Seen()
    /// Digits typed so far.
    var answer = ""
    /// What is looked for.
    var find = PlanFind()
    /// Where it is looked for, once it was asked for.
    @Cached var texts: PlanTexts? = nil
    /// The line the operator is on, and the lines that are seen.
    var viewport = Viewport()
    /// Whether the cursor was put on the first target.
    private var isPlaced = false
    /// Whether the number is typed for every plan: for somebody who does not see the targets.
    private var asksForEveryNumber = false

    /// A screen for the draft given.
    init(_ draft: PlanDraft, origin: Origin = .marks, in session: SessionKey = 0, parts: [PlanPart] = []) {
        (self.draft, self.origin, self.session, self.parts) = (draft, origin, session, parts)
        (warnings, coverage) = (Self.cautions(draft, parts), draft.coverageSummary)
        rows = PlanRows(.all, of: draft)
        longestName = draft.whole.targets.longestName
    }

    var screen: Screen { .plan(self) }

    /// The largest plan that one key press sends.
    static let singleKeyLimit = 25

    /// Whether the number of targets has to be typed.
    var needsTypedCount: Bool { asksForEveryNumber || draft.count > Self.singleKeyLimit }

    var confirmation: Confirmation? {
        let takesEnter = needsTypedCount || !answer.isEmpty
        return Confirmation(
            kind: .plan(targets: draft.count, edits: edits),
            isAffirmative: { key in
                switch key {
                case .character("y"): true
                case .character(let character): character.isDigit
                case .enter: takesEnter
                default: false
                }
            }, keepsInput: edits > 0 || !find.text.isEmpty)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.resized): move(to: viewport.cursor, in: session, on: display)
        case .event(.resumed) where isOnTop: answer = ""
        case .event(.textEdited(let bytes)) where isOnTop: return takeOver(bytes, in: session, on: display)
        case .event(.editingFailed(let words)) where isOnTop: return [.warn("\(words) The plan is as it was.")]
        case .frameDue where !isPlaced: place(in: session, on: display)
        case .uncovered(by: .destinations(let chooser)): return cover(as: chooser, in: session)
        case .rowsChanged, .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    /// Puts the cursor on the first target if it is on the first page.
    private mutating func place(in session: Session, on display: Display) {
        (isPlaced, asksForEveryNumber) = (true, display.isHeard)
        let first = text(of: session, on: display).head.count + 1
        if first < display.textHeight || display.isHeard, rows.count > 0 { viewport.cursor = first }
    }
}

extension PlanScreen {
    /// Changes the plan. What was shown and typed before does not count any more. The cursor stays on its row.
    mutating func edit(in session: Session, on display: Display, _ change: (inout PlanDraft) -> Void) {
        let (before, head) = (draft.leftOut, text(of: session, on: display).head.count)
        change(&draft)
        guard draft.leftOut != before else { return }
        (edits, seen, answer) = (edits + 1, Seen(), "")
        for place in parts.indices { parts[place].follow(draft) }
        (warnings, coverage) = (Self.cautions(draft, parts), draft.coverageSummary)
        let text = text(of: session, on: display)
        let line = viewport.cursor < head ? min(viewport.cursor, text.head.count) : viewport.cursor + text.head.count - head
        viewport.follow(to: line, count: text.text.count, height: display.textHeight)
    }

    /// Shows the plan as it was made anew, from its top. What was shown and typed before does not count any more.
    mutating func remake(as new: PlanDraft) {
        uncovered = uncovered ?? draft.whole.targets
        (draft, edits, seen, answer) = (new, edits + 1, Seen(), "")
        (warnings, coverage, texts, rows) = (Self.cautions(new, parts), new.coverageSummary, nil, PlanRows(.all, of: new))
        (viewport, isPlaced) = (Viewport(), false)
    }

    /// Shows other rows; the cursor stays on its row, or goes to the first one.
    mutating func show(_ choice: PlanRows.Choice, in session: Session, on display: Display) {
        let current = item(in: session, on: display)
        rows = PlanRows(choice, of: draft)
        let text = text(of: session, on: display)
        if case .target(let place)? = current, let line = text.line(of: place) { return move(to: line, in: session, on: display) }
        move(to: text.head.count + (rows.count > 0 ? 1 : 0), in: session, on: display)
    }

    /// Puts the cursor on a line of the text.
    mutating func move(to line: Int, in session: Session, on display: Display) {
        viewport.move(to: line, count: text(in: session, on: display).count, height: display.textHeight)
    }

    /// What the cursor is on.
    func item(in session: Session, on display: Display) -> PlanItem? {
        text(of: session, on: display).item(onLine: viewport.cursor)
    }
}

extension PlanScreen {
    /// What of a plan has been on the screen.
    struct Seen: Hashable, Sendable {
        /// Whether account and region have been on the screen.
        private(set) var hasIdentity = false
        /// The lines with account and region that have been shown, counted from the first of them.
        private var identityLines: Set<Int> = []
        /// The targets that have been shown, of a plan that one key sends.
        private(set) var targets: Set<Int> = []

        /// Notes the lines of the plan's text that are on the screen.
        fileprivate mutating func note(_ lines: Range<Int>, _ text: PlanText) {
            let identity = text.identityLines
            identityLines.formUnion(identity.filter(lines.contains).map { $0 - identity.lowerBound })
            if identityLines.count >= identity.count { hasIdentity = true }
            guard !text.screen.needsTypedCount else { return }
            for case .target(let place)? in lines.map(text.item(onLine:)) where !text.screen.draft.leftOut.contains(place) {
                targets.insert(place)
            }
        }
    }

    mutating func noteShown(_ lines: Range<Int>, in session: Session, on display: Display) {
        let text = text(of: session, on: display)
        seen.note(viewport.top + lines.lowerBound..<viewport.top + lines.upperBound, text)
    }

    /// Whether every target that is sent was on the screen.
    var isSeen: Bool { seen.targets.count == draft.count }

    func isTakingText(on display: Display) -> Bool { asksForCount(on: display) }

    /// What to type.
    var countRequest: String {
        let words = parts.isEmpty ? draft.countWords : "\(draft.countWords) in the \(parts.count.counted("session"))"
        return "Type \(draft.count.grouped), \(words), then Enter."
    }

    /// Whether the number of targets is taken now.
    func asksForCount(on display: Display) -> Bool {
        display.arming.isArmed && seen.hasIdentity && draft.count > 0 && (needsTypedCount || !answer.isEmpty)
    }

    /// Why `y` does not send the plan yet; nothing when it does.
    func unreadReason(in session: Session, on display: Display) -> String? {
        let count = draft.count
        if count == 0, draft.leftOutCount > 0 {
            return "Everything is left out: \(session.key(.list(.mark))) puts the row under the cursor back."
        }
        if !display.arming.isArmed { return Arming.refusal }
        if !seen.hasIdentity { return Self.unseenIdentityReason }
        if needsTypedCount { return countRequest }
        if isSeen { return nil }
        return
            "y sends after all \(count) have been shown (\(seen.targets.count) so far): \(session.key(.move(.pageDown))), or type \(count)."
    }

    static let unseenIdentityReason = "Scroll to the account and region before sending."
}
