package import Terminal

/// What the operator did at the terminal, and what the terminal answered.
package enum SessionInput: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A key that came together with others on a terminal that does not mark pasted text: it may have been pasted.
    case keyInBurst(Key)
    /// Text was pasted, between the marks of bracketed paste; of a long one the beginning.
    case paste(String)
    /// A paste began whose end never came: its text is lost.
    case brokenPaste
    /// The answer to a status query, which comes in the order of the keys.
    case statusReport

    var isKey: Bool {
        switch self {
        case .key, .keyInBurst: true
        case .paste, .brokenPaste, .statusReport: false
        }
    }
}

/// Tells keys that a person presses from text that a terminal sends as if it were typed: that comes all at once, or faster than anybody
/// types.
struct KeyBursts: Hashable, Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Keys that follow each other within this time were not pressed one by one.
    static let fastestTyping: Duration = .milliseconds(15)

    private var last: Instant?

    /// Notes so many keys that were read at once; says whether they, or they and those before, are a burst.
    mutating func note(keys: Int, at now: Instant) -> Bool {
        guard keys > 0 else { return false }
        defer { last = now }
        return keys > 1 || last.map { now - $0 < Self.fastestTyping } ?? false
    }
}
