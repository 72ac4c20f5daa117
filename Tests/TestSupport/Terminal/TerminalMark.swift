/// What the program says about its frames in the terminal's title, see `FrameMarks`.
enum TerminalMark: Equatable {
    /// Nothing: no frame has been shown yet.
    case none
    /// The terminal shows an incomplete frame.
    case drawing
    /// A whole frame.
    case drawn(FrameFacts)
    /// The terminal belongs to the shell again.
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

/// A complete frame, as the program describes it.
struct FrameFacts: Equatable {
    let columns: Int
    let rows: Int
    /// How many keys came before it.
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
