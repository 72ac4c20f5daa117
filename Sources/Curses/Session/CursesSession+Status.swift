import Glibc
import Terminal

extension CursesSession {
    /// Asks the terminal for its status, which it tells after it has drawn what was sent before; nothing where it does not answer.
    package func askStatus() -> StatusQuery? {
        let now = ContinuousClock.now
        guard holding == .held, pasteMode.isKnown, queries.isWorthAsking(at: now) else { return nil }
        device.send(StatusQueries.question)
        let number = queries.ask(at: now)
        return StatusQuery(number: number, deadline: queries.hasAnswered ? nil : queries.learnedBy)
    }

    /// The number of the question that was answered last, as far as answers were taken.
    package var answeredStatus: Int { queries.answered }

    /// Whether the terminal answers such questions.
    package var answersStatus: Bool { queries.hasAnswered }

    /// Switches modes on and asks how they were, and whether the terminal answers.
    func greet() {
        pasteMode.forget()
        device.send(pasteMode.entering)
        _ = askStatus()
    }

    /// Switches modes off, then throws away what is typed or still on its way, so that no shell takes it for commands.
    func takeLeave() {
        device.send(pasteMode.leaving)
        let limit: Duration = isEnding ? .milliseconds(100) : queries.hasAnswered ? .seconds(1) : .milliseconds(250)
        let end = ContinuousClock.now + limit
        var quiet: Duration = .zero
        while case let now = ContinuousClock.now, now < end {
            let wait = queries.isExpecting(at: now) ? now.duration(to: end) : min(quiet, now.duration(to: end))
            guard device.readiness(within: wait) == .bytes else { break }
            drop(take(keyboard.read(from: device.input).inputs))
            quiet = Self.breath
        }
        drop(queue.removeAll())
    }

    /// Nothing typed or pasted comes any more when nothing came for so long.
    private static let breath: Duration = .milliseconds(20)
}
