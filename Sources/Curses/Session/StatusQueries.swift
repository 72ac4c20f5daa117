/// Status reports that were asked for (DSR 5), and whether this terminal answers at all.
struct StatusQueries: Sendable, Hashable {
    typealias Instant = ContinuousClock.Instant

    /// The control sequence that asks.
    static let question = Array("\u{1B}[5n".utf8)
    /// A terminal that has not answered the first question for so long is taken for one that never does, and an answer for lost.
    static let patience: Duration = .seconds(2)

    /// The number of the question that was answered last, counted from 1.
    private(set) var answered = 0
    /// Whether the terminal answered once.
    private(set) var hasAnswered = false
    private var asked = 0
    private var firstAsked: Instant?
    private var lastAsked: Instant?

    /// Notes a question, and gives its number.
    mutating func ask(at now: Instant) -> Int {
        if let lastAsked, now - lastAsked > Self.patience { answered = asked }
        asked += 1
        (firstAsked, lastAsked) = (firstAsked ?? now, now)
        return asked
    }

    /// Notes an answer; they come in the order of the questions.
    mutating func answer() {
        hasAnswered = true
        answered = min(asked, answered + 1)
    }

    /// Whether an answer is to be expected: the terminal answered once, or may yet do so for the first time.
    func isWorthAsking(at now: Instant) -> Bool {
        hasAnswered || (learnedBy.map { now < $0 } ?? true)
    }

    /// When a terminal that has not answered is taken for one that never does.
    var learnedBy: Instant? { firstAsked.map { $0 + Self.patience } }

    /// Whether an answer is still on its way.
    func isExpecting(at now: Instant) -> Bool { answered < asked && isWorthAsking(at: now) }
}

/// A question to the terminal for its status.
package struct StatusQuery: Sendable, Hashable {
    /// Its number, counted from 1.
    package let number: Int
    /// When not to wait for the answer any more, of a terminal that has not answered yet; nothing where it does.
    package let deadline: ContinuousClock.Instant?
}
