/// The status queries that were sent (DSR 5), and whether this terminal answers them.
struct StatusQueries: Sendable, Hashable {
    typealias Instant = ContinuousClock.Instant

    /// The control sequence of a query.
    static let question = Array("\u{1B}[5n".utf8)
    /// A terminal that has not answered the first query after this time is taken for one that never does; later, an answer for lost.
    static let patience: Duration = .seconds(2)

    /// The number of the query that was answered last, counted from 1; 0 before the first answer.
    private(set) var answered = 0
    /// Whether the terminal has ever answered.
    private(set) var hasAnswered = false
    private var asked = 0
    private var firstAsked: Instant?
    private var lastAsked: Instant?

    /// Counts a query that is sent now, and returns its number.
    mutating func ask(at now: Instant) -> Int {
        if let lastAsked, now - lastAsked > Self.patience { answered = asked }
        asked += 1
        (firstAsked, lastAsked) = (firstAsked ?? now, now)
        return asked
    }

    /// Counts an answer; answers come in the order of the queries.
    mutating func answer() {
        hasAnswered = true
        answered = min(asked, answered + 1)
    }

    /// Whether an answer can be expected: the terminal has answered before, or may yet do so for the first time.
    func isWorthAsking(at now: Instant) -> Bool {
        hasAnswered || (learnedBy.map { now < $0 } ?? true)
    }

    /// When a terminal that has not answered is taken for one that never does.
    var learnedBy: Instant? { firstAsked.map { $0 + Self.patience } }

    /// Whether an answer is still outstanding.
    func isExpecting(at now: Instant) -> Bool { answered < asked && isWorthAsking(at: now) }
}

/// A status query that was sent to the terminal.
package struct StatusQuery: Sendable, Hashable {
    /// The query's number, counted from 1.
    package let number: Int
    /// When to stop waiting, for a terminal that has never answered; `nil` for one that answers.
    package let deadline: ContinuousClock.Instant?
}
