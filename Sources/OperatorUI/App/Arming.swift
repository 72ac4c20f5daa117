/// Whether the confirmation on top can be answered: a plan, a question, a code.
///
/// An answer that changes something is accepted only after the frame with the confirmation was written, all input typed before was
/// discarded, the terminal has drawn the frame, and the reading time has passed since.
struct Arming: Hashable, Sendable {
    /// What is asked.
    enum Kind: Hashable, Sendable {
        /// A plan after so many edits.
        case plan(targets: Int, edits: Int)
        case question, code
    }

    /// What tells one confirmation on the screen from another.
    struct Appearance: Hashable, Sendable {
        /// What is asked.
        let kind: Kind
        /// How many screens are open, this one included.
        let depth: Int
        /// Whether the terminal is too small to show more than a note.
        let isTiny: Bool
    }

    /// The number of the confirmation that was shown last.
    private(set) var number = 0
    /// The number of the newest reading time.
    private(set) var readingTime = 0
    private var appearance: Appearance?
    private var isShown = false
    private var isDrawn = false
    private var hasReadingTimePassed = false

    /// Whether answers that change something are accepted.
    var isArmed: Bool { appearance != nil && isShown && isDrawn && hasReadingTimePassed }

    /// Shown while they are not.
    static let refusal = "Read this first: answers are accepted in a moment."

    /// Whether only the terminal's own answer is missing.
    var waitsForTerminal: Bool { isShown && hasReadingTimePassed && !isDrawn }

    /// Records the confirmation on top; returns its number when it is a new one.
    mutating func note(_ new: Appearance?) -> Int? {
        guard new != appearance else { return nil }
        appearance = new
        (isShown, isDrawn, hasReadingTimePassed) = (false, false, false)
        guard new != nil else { return nil }
        number += 1
        return number
    }

    /// Makes the confirmation on top a new one, to be shown and read again.
    mutating func forget() { appearance = nil }

    /// The frame was written; returns the number of the reading time that starts.
    mutating func show(_ number: Int) -> Int? {
        guard number == self.number, appearance != nil else { return nil }
        isShown = true
        return restart()
    }

    /// Restarts the reading time, because an answer came too early.
    mutating func restart() -> Int? {
        guard isShown else { return nil }
        hasReadingTimePassed = false
        readingTime += 1
        return readingTime
    }

    /// A reading time has passed.
    mutating func pass(_ readingTime: Int) {
        if readingTime == self.readingTime { hasReadingTimePassed = true }
    }

    /// The terminal has drawn the frame.
    mutating func draw(_ number: Int) {
        if number == self.number { isDrawn = true }
    }
}
