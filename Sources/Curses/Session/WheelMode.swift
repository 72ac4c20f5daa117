/// Alternate scroll (mode 1007): on the alternate screen, the mouse's wheel comes as arrow keys. The mouse itself is not asked for, so
/// that the terminal's own selection keeps working.
///
/// The mode is on while the program has the terminal; afterwards it is as it was before. A terminal that does not say how it was has
/// saved it itself (XTSAVE), and one that does neither keeps its default.
struct WheelMode: Sendable, Hashable {
    /// Whether the terminal knows private modes; otherwise nothing is sent.
    let isKnown: Bool
    /// What the terminal says of the mode: 1 and 3 stand for set, 2 and 4 for reset, 0 for a mode that is not known.
    private var reported: Int?

    private static let number = 1007

    /// The mode of a terminal that knows private modes or not.
    init(isKnown: Bool) { self.isKnown = isKnown }

    /// Asks for the state of the mode, has the terminal save it, and switches it on.
    var entering: [UInt8] { isKnown ? Array("\u{1B}[?1007$p\u{1B}[?1007s\u{1B}[?1007h".utf8) : [] }

    /// Restores the mode.
    var leaving: [UInt8] {
        guard isKnown else { return [] }
        return switch reported {
        case nil: Array("\u{1B}[?1007r".utf8)
        case 2?, 4?: Array("\u{1B}[?1007l".utf8)
        case _?: []
        }
    }

    /// Forgets what the terminal said, because something else has had it.
    mutating func forget() { reported = nil }

    /// Notes the terminal's answer (DECRPM).
    mutating func learn(mode: Int, setting: Int) {
        if mode == Self.number { reported = setting }
    }
}
