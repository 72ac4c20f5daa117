/// Bracketed paste (mode 2004): pasted text comes between marks, and cannot be taken for keys. It is on while the program has the
/// terminal; afterwards it is as it was before, where the terminal says so, or off.
struct PasteMode: Sendable, Hashable {
    /// Whether the terminal knows private modes; otherwise nothing is sent.
    let isKnown: Bool
    /// Whether the terminal's description (terminfo) says that it marks pasted text.
    private let isDescribed: Bool
    /// Whether the terminal is asked how the mode was before.
    private let isAskedFor: Bool
    /// What the terminal says of the mode: 1 and 3 stand for set, 2 and 4 for reset, 0 for a mode that is not known.
    private var reported: Int?

    private static let number = 2004

    /// The mode of a terminal that knows private modes or not, and whose description names it or not.
    init(isKnown: Bool, isDescribed: Bool, isAskedFor: Bool = true) {
        (self.isKnown, self.isDescribed, self.isAskedFor) = (isKnown, isDescribed, isAskedFor)
    }

    /// Whether pasted text comes between marks: by what the terminal says, else by its description. Otherwise it comes as keys.
    var marksPastes: Bool { isKnown && (reported.map { (1...3).contains($0) } ?? isDescribed) }

    /// Asks for the state of the mode, and switches it on.
    var entering: [UInt8] { isKnown ? Array(((isAskedFor ? "\u{1B}[?2004$p" : "") + "\u{1B}[?2004h").utf8) : [] }

    /// Restores the mode.
    var leaving: [UInt8] { isKnown && !wasOn ? Array("\u{1B}[?2004l".utf8) : [] }

    private var wasOn: Bool { reported == 1 || reported == 3 }

    /// Forgets what the terminal said, because something else has had it.
    mutating func forget() { reported = nil }

    /// Notes the terminal's answer (DECRPM).
    mutating func learn(mode: Int, setting: Int) {
        if mode == Self.number { reported = setting }
    }
}
