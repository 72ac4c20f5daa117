import InspectorCore
import Terminal

extension PlanScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .open:
            if case .target? = item(in: session, on: display) {
                return .disabled("Enter sends only after the number. \(session.key(.list(.mark))) leaves the association out.")
            }
            return item(in: session, on: display) == nil ? .disabled("Enter sends only after the number. Esc goes back.") : .enabled
        case .run(let command): return availability(of: command, in: session, on: display)
        case .list(let command): return availability(of: command, in: session)
        case .export: return .when(draft.count > 0, else: "There is nothing to export.")
        case .move, .back, .refresh, .copy, .program: return usualAvailability(of: command, in: session)
        }
    }

    private func availability(of command: RunCommand, in session: Session, on display: Display) -> Availability {
        switch command {
        case .send: .unless(session.sendingRefusal ?? unreadReason(in: session, on: display))
        case .retry: retryAvailability
        case .undo: .disabled("Go back with Esc first, then press \(session.key(.run(.undo))).")
        case .leaveOut:
            draft.whole.action != .associate
                ? .unless(editingRefusal)
                : .disabled("\(session.key(.run(.leaveOut))) is for plans that disassociate: this one covers projects.")
        case .edit: .unless(editingRefusal)
        case .onlyWarned: .enabled
        case .verify, .watch: usualAvailability(of: .run(command), in: session)
        }
    }

    private func availability(of command: ListCommand, in session: Session) -> Availability {
        switch command {
        case .mark: .unless(editingRefusal)
        case .filter: .enabled
        case .associate: .unless(coveringRefusal(in: session))
        case .nextFailed, .previousFailed:
            .when(
                !find.text.isEmpty,
                else:
                    "\(session.key(.list(.filter))) finds in the plan; \(session.key(.list(.nextFailed))) and \(session.key(.list(.previousFailed))) then go from match to match."
            )
        case .range, .markAll, .invert, .clearMarks, .importMarks, .onlyMarked, .sort, .sortBy, .sortLeft, .sortRight, .reverse, .columns,
            .otherPane, .plan:
            .inListsOnly
        }
    }

    private var retryAvailability: Availability {
        if case .retry = origin { .enabled } else { .disabled("This plan is not a retry: Esc goes back.") }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): return move(motion, in: session, on: display)
        case .open: return openItem(in: session, on: display)
        case .back where rows.choice != .all:
            show(.all, in: session, on: display)
            return []
        case .run(let command): return perform(command, in: &session, on: display)
        case .list(let command): return perform(command, in: session, on: display)
        case .export: return parts.isEmpty ? Export.prompt(draft) : Export.prompt(parts.map(\.draft))
        case .back, .refresh, .copy, .program: return performUsual(command, in: &session)
        }
    }

    private mutating func perform(_ command: RunCommand, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .send: send(in: &session)
        case .retry: takeOtherFailures(in: session)
        case .leaveOut: leaveOutUncovered(in: session, on: display)
        case .onlyWarned: toggleWarned(in: session, on: display)
        case .edit: [.effect(.editText(lines.text))]
        case .undo, .verify, .watch: performUsual(.run(command), in: &session)
        }
    }

    private mutating func perform(_ command: ListCommand, in session: Session, on display: Display) -> [Action] {
        switch command {
        case .mark: toggle(in: session, on: display)
        case .filter: beginFind()
        case .associate: chooseCover(in: session, on: display)
        case .nextFailed: goToMatch(forwards: true, in: session, on: display)
        case .previousFailed: goToMatch(forwards: false, in: session, on: display)
        case .range, .markAll, .invert, .clearMarks, .importMarks, .onlyMarked, .sort, .sortBy, .sortLeft, .sortRight, .reverse, .columns,
            .otherPane, .plan:
            []
        }
    }

    private mutating func move(_ motion: Motion, in session: Session, on display: Display) -> [Action] {
        let (before, text) = (viewport, text(in: session, on: display))
        viewport.move(motion, count: text.count, height: display.textHeight)
        if display.isHeard {
            let line = text.lineWithWords(from: viewport.cursor, goesUp: motion.goesUp)
            viewport.move(to: line, count: text.count, height: display.textHeight)
        }
        return viewport == before ? [.inform(motion.goesUp ? "This is the top." : "This is the end.")] : []
    }

    /// Enter on a number or a heading: shows its rows.
    private mutating func openItem(in session: Session, on display: Display) -> [Action] {
        switch item(in: session, on: display) {
        case .number(let choice): open(choice, in: session, on: display)
        case .heading(let group): open(.configuration(group), in: session, on: display)
        case .target, nil: []
        }
    }

    /// R on a retry: takes all that failed instead of what is worth it, or the other way round.
    private func takeOtherFailures(in session: Session) -> [Action] {
        guard case .retry(let retryable, let all, let takesAll) = origin, retryable > 0, retryable < all else {
            return [.inform("This is everything that failed.")]
        }
        let run = session.finishedRuns.last { $0.report.runId == draft.whole.retries }
        return run.map { PlanScreen.retrying($0, takesAll: !takesAll, isReplacing: true, in: session) } ?? []
    }

    /// Takes digits for the number of targets.
    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]? {
        if !needsTypedCount, answer.isEmpty, !key.isDigit { return nil }
        switch key {
        case .character(let digit) where key.isDigit || digit == ",":
            answer = String((answer + String(digit)).prefix(Self.longestAnswer))
        case .backspace, .delete:
            if answer.isEmpty { return [.notice(.nothingTyped)] }
            answer = String(answer.dropLast())
        case .control("u"): answer = ""
        case .enter where answer.isEmpty && opensSomething(in: session, on: display): return nil
        case .enter: return acceptAnswer(in: &session)
        default: return nil
        }
        session.notices.clear()
        return []
    }

    private func opensSomething(in session: Session, on display: Display) -> Bool {
        switch item(in: session, on: display) {
        case .number, .heading: true
        case .target, nil: false
        }
    }

    /// More characters than the number of the largest plan has with its commas.
    private static let longestAnswer = 12

    private mutating func acceptAnswer(in session: inout Session) -> [Action] {
        if draft.count > 0, draft.count.isTyped(as: answer) {
            return seen.hasIdentity ? send(in: &session) : [.warn(Self.unseenIdentityReason)]
        }
        defer { answer = "" }
        if answer.isEmpty { return [.warn("\(countRequest) Esc sends nothing.")] }
        return [.warn("\(answer) is not the number. Esc sends nothing.")]
    }

    /// Sends the plan, unless it must not be carried out now; the run's screen takes this one's place.
    private func send(in session: inout Session) -> [Action] {
        if let reason = session.sendingRefusal { return [.warn(reason)] }
        if !parts.isEmpty { return sendParts(in: &session) }
        if let reason = session.mismatch(draft.whole) { return [.warn(reason)] }
        if case .resume(let report, _, _) = origin {
            session.begin(LiveRun(plan: report.plan, kind: .resumed, runId: report.runId, in: self.session))
            session.interruptedRuns.removeAll { $0.runId == report.runId }
            return [.replace(.run(RunScreen())), .effect(.resumeRun(runId: report.runId, at: self.session))]
        }
        let plan = draft.plan
        session.begin(LiveRun(plan: plan, leftOut: origin == .marks ? draft.leftOutCount : 0, in: self.session))
        return [.replace(.run(RunScreen())), .effect(.startRun(plan, at: self.session))]
    }
}
