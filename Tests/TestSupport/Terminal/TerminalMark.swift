/// What the program tells of its frames in the terminal's title, see `FrameMarks`.
enum TerminalMark: Equatable {
    /// Nothing was told: no screen of ours was shown yet.
    case none
    /// What the terminal shows is not whole.
    case drawing
    /// A whole frame.
    case drawn(FrameFacts)
    /// The terminal is the shell's again.
    case away

    /// The mark in a title.
    init(title: String) {
        switch title {
        case "scanconfig: drawing": self = .drawing
        case "scanconfig: away": self = .away
        default: self = FrameFacts(title: title).map(Self.drawn) ?? .none
        }
    }
}

/// A whole frame, in its own words.
struct FrameFacts: Equatable {
    let columns: Int
    let rows: Int
    /// The keys that came before it.
    let keys: Int
    /// Whether what it asks cannot be confirmed yet.
    let isArming: Bool

    init?(title: String) {
        guard let match = title.wholeMatch(of: /scanconfig: drawn (\d+)x(\d+) after (\d+) keys(, arming)?/),
            let columns = Int(match.1), let rows = Int(match.2), let keys = Int(match.3)
        else { return nil }
        (self.columns, self.rows, self.keys) = (columns, rows, keys)
        isArming = match.4 != nil
    }
}
