import InspectorCore
import Terminal

extension PlanScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .open: .disabled("Enter does not send: y does. Esc goes back.")
        case .run(.send): .unless(session.sendingRefusal ?? unreadReason(on: display))
        case .run(.retry): retryAvailability
        case .run(.undo): .disabled("Go back with Esc first, then press U.")
        case .run(.verify), .move, .back, .refresh, .copy, .export, .list, .program: usualAvailability(of: command, in: session)
        }
    }

    private var retryAvailability: Availability {
        if case .retry = origin { .enabled } else { .disabled("This plan is not a retry: Esc goes back.") }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): scroll(motion, in: session, on: display)
        case .run(.send): send(in: &session)
        case .run(.retry): takeOtherFailures(in: session)
        case .run(.undo), .run(.verify), .open, .back, .refresh, .copy, .export, .list, .program: performUsual(command, in: &session)
        }
    }

    /// R on a retry: takes all that failed instead of what is worth it, or the other way round.
    private func takeOtherFailures(in session: Session) -> [Action] {
        guard case .retry(let retryable, let all, let takesAll) = origin, retryable > 0, retryable < all else {
            return [.inform("This is everything that failed.")]
        }
        return PlanScreen.retryingLastRun(takesAll: !takesAll, isReplacing: true, in: session)
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
        case .enter: return acceptAnswer(in: &session)
        default: return nil
        }
        session.notices.clear()
        return []
    }

    /// More characters than the number of the largest plan has with its commas.
    private static let longestAnswer = 12

    private mutating func acceptAnswer(in session: inout Session) -> [Action] {
        if plan.targets.count.isTyped(as: answer) {
            return seen.hasIdentity ? send(in: &session) : [.warn(Self.unseenIdentityReason)]
        }
        defer { answer = "" }
        if answer.isEmpty { return [.warn("\(countRequest) Esc sends nothing.")] }
        return [.warn("\(answer) is not the number. Esc sends nothing.")]
    }

    /// Sends the plan, unless it must not be carried out now; the run's screen takes this one's place.
    private func send(in session: inout Session) -> [Action] {
        if let reason = session.sendingRefusal ?? session.mismatch(plan) { return [.warn(reason)] }
        if case .resume(let report, _, _) = origin {
            session.begin(LiveRun(plan: report.plan, kind: .resumed, runId: report.runId))
            session.interruptedRuns.removeAll { $0.runId == report.runId }
            return [.replace(.run(RunScreen())), .effect(.resumeRun(runId: report.runId))]
        }
        session.begin(LiveRun(plan: plan))
        return [.replace(.run(RunScreen())), .effect(.startRun(plan))]
    }
}
