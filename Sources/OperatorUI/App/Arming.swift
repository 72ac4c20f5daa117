/// Whether the confirmation on top can be answered: a plan, a question, a code.
///
/// An answer that changes something counts only once the frame that shows the confirmation was written, all that was typed before was
/// thrown away, the terminal has drawn it, and a moment has passed since.
struct Arming: Hashable, Sendable {
    /// What is asked.
    enum Kind: Hashable, Sendable { case plan(targets: Int), question, code }

    /// Which confirmation is on the screen, as far as one differs from another.
    struct Appearance: Hashable, Sendable {
        /// What is asked.
        let kind: Kind
        /// How many screens there are with it.
        let depth: Int
        /// Whether the terminal is too small to show more than a note.
        let isTiny: Bool
    }

    /// The number of the confirmation that was shown last.
    private(set) var number = 0
    /// The number of the newest moment.
    private(set) var moment = 0
    private var appearance: Appearance?
    private var isShown = false
    private var isDrawn = false
    private var hasMomentPassed = false

    /// Whether an answer counts that changes something.
    var isArmed: Bool { appearance != nil && isShown && isDrawn && hasMomentPassed }

    /// What is said while it does not count.
    static let refusal = "Read this first: answers count in a moment."

    /// Whether nothing but the terminal's own answer is missing.
    var waitsForTerminal: Bool { isShown && hasMomentPassed && !isDrawn }

    /// Notes what is on top now; gives the number of a confirmation that is there anew.
    mutating func note(_ new: Appearance?) -> Int? {
        guard new != appearance else { return nil }
        appearance = new
        (isShown, isDrawn, hasMomentPassed) = (false, false, false)
        guard new != nil else { return nil }
        number += 1
        return number
    }

    /// Has the confirmation on top shown anew.
    mutating func forget() { appearance = nil }

    /// The frame was written; gives the number of the moment that begins.
    mutating func show(_ number: Int) -> Int? {
        guard number == self.number, appearance != nil else { return nil }
        isShown = true
        return restart()
    }

    /// Lets the moment begin anew: an answer came too early.
    mutating func restart() -> Int? {
        guard isShown else { return nil }
        hasMomentPassed = false
        moment += 1
        return moment
    }

    /// A moment has passed.
    mutating func pass(_ moment: Int) {
        if moment == self.moment { hasMomentPassed = true }
    }

    /// The terminal has drawn the frame.
    mutating func draw(_ number: Int) {
        if number == self.number { isDrawn = true }
    }
}
