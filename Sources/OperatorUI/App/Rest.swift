/// Whether keys have paused. What costs many bytes to draw follows the cursor when it rests, not at every step: the position in a list, the
/// pane beside it, the details of its row.
struct Rest: Hashable, Sendable {
    /// The number of the pause that is waited for; nothing while the cursor rests.
    private(set) var awaited: Int?
    private var newest = 0

    /// Whether the cursor rests.
    var isResting: Bool { awaited == nil }

    /// The cursor has moved: waits for a pause, and returns its number.
    mutating func interrupt() -> Int {
        newest += 1
        awaited = newest
        return newest
    }

    /// The pause of this number has come; an older one counts for nothing.
    mutating func end(_ number: Int) {
        if awaited == number { awaited = nil }
    }

    /// Nothing is to follow: what is shown belongs to where the cursor is.
    mutating func forget() { awaited = nil }
}
