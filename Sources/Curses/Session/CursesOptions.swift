/// Whether colours are used.
package enum ColorChoice: String, Sendable, Hashable, CaseIterable {
    /// Wherever the terminal has colours, even when `NO_COLOR` is set.
    case on
    /// Never.
    case off
    /// Wherever the terminal has colours, unless `NO_COLOR` is set and not empty (no-color.org).
    case auto
}

/// What a session is started with.
package struct CursesOptions: Sendable, Hashable {
    /// Whether colours are used.
    package var color: ColorChoice
    /// The process environment: `TERM`, `NO_COLOR`, `ESCDELAY`, `SCANCONFIG_FRAME_MARKS` and the locale variables are read from it.
    package var environment: [String: String]

    /// A choice of colours, and the process environment.
    package init(color: ColorChoice = .auto, environment: [String: String]) {
        self.color = color
        self.environment = environment
    }

    /// Whether colours are wanted on a terminal that has them.
    var wantsColor: Bool {
        switch color {
        case .on: true
        case .off: false
        case .auto: environment["NO_COLOR", default: ""].isEmpty
        }
    }

    /// Whether ``FrameMarks`` are wanted.
    var wantsFrameMarks: Bool { environment["SCANCONFIG_FRAME_MARKS"] == "1" }

    /// How long to wait after an Escape for the rest of a key's sequence, in milliseconds: `ESCDELAY`, else 25.
    var escapeDelay: Int32 {
        environment["ESCDELAY"].flatMap { Int32($0) }.flatMap { (0...10_000).contains($0) ? $0 : nil } ?? 25
    }
}
