/// Bracketed paste (mode 2004): pasted text comes between marks, and cannot be taken for keys. It is on while the program has the
/// terminal; afterwards it is as it was before, where the terminal says so, or off.
struct PasteMode: Sendable, Hashable {
    /// Whether the terminal knows private modes; otherwise nothing is sent.
    let isKnown: Bool
    private var wasOn = false

    private static let number = 2004

    /// The mode of a terminal that knows private modes, or of one that does not.
    init(isKnown: Bool) {
        self.isKnown = isKnown
    }

    /// Asks for the state of the mode, and switches it on.
    var entering: [UInt8] { isKnown ? Array("\u{1B}[?2004$p\u{1B}[?2004h".utf8) : [] }

    /// Restores the mode.
    var leaving: [UInt8] { isKnown && !wasOn ? Array("\u{1B}[?2004l".utf8) : [] }

    /// Forgets the state from before, because something else has had the terminal.
    mutating func forget() { wasOn = false }

    /// Notes the terminal's answer (DECRPM).
    mutating func learn(mode: Int, setting: Int) {
        if mode == Self.number { wasOn = setting == 1 || setting == 3 }
    }
}
