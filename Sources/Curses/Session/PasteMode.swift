/// Bracketed paste (mode 2004): what is pasted comes between marks, and cannot be taken for keys. It is on while the program has the
/// terminal, and afterwards as it was before, where the terminal tells, or off.
struct PasteMode: Sendable, Hashable {
    /// Whether anything is said about the mode.
    let isKnown: Bool
    private var wasOn = false

    private static let number = 2004

    /// The mode of a terminal that takes private modes, or of one to which nothing is said about it.
    init(isKnown: Bool) {
        self.isKnown = isKnown
    }

    /// Asks how the mode is, and switches it on.
    var entering: [UInt8] { isKnown ? Array("\u{1B}[?2004$p\u{1B}[?2004h".utf8) : [] }

    /// Puts the mode back.
    var leaving: [UInt8] { isKnown && !wasOn ? Array("\u{1B}[?2004l".utf8) : [] }

    /// Forgets how the mode was: something else has had the terminal.
    mutating func forget() { wasOn = false }

    /// Takes the terminal's answer in (DECRPM).
    mutating func learn(mode: Int, setting: Int) {
        if mode == Self.number { wasOn = setting == 1 || setting == 3 }
    }
}
