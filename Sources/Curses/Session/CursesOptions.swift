import Glibc
package import Terminal

/// Whether colours are used.
package enum ColorChoice: String, Sendable, Hashable, CaseIterable {
    /// Wherever the terminal has colours, even when `NO_COLOR` is set.
    case on
    /// Never.
    case off
    /// Wherever the terminal has colours, unless `NO_COLOR` is set and not empty (no-color.org).
    case auto
}

/// How a session is set up.
package struct CursesOptions: Sendable {
    /// Whether colours are used.
    package var color: ColorChoice
    /// The theme that the operator has chosen; nothing where the terminal's background decides.
    package var theme: Theme?
    /// The looks that the operator has chosen for roles; the others have their own.
    package var looks: RoleLooks
    /// Whether lines are written for somebody who hears them, and nothing is drawn.
    package var isAccessible: Bool
    /// The process environment: `TERM`, `COLORFGBG`, `NO_COLOR`, `ESCDELAY`, `SCANCONFIG_FRAME_MARKS` and the locale variables are read from it.
    package var environment: TerminalVariables

    /// Options for these choices and this environment.
    package init(
        color: ColorChoice = .auto, theme: Theme? = nil, looks: RoleLooks = RoleLooks(), isAccessible: Bool = false,
        environment: TerminalVariables
    ) {
        (self.color, self.theme, self.isAccessible) = (color, theme, isAccessible)
        self.looks = looks
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

    /// Whether the terminal is asked for its background: where nobody has chosen a theme, and the question does no harm.
    var asksForBackground: Bool { theme == nil && wantsColor && BackgroundQuery.isUnderstood(in: environment) }

    /// Whether ``FrameMarks`` are wanted.
    var wantsFrameMarks: Bool { environment["SCANCONFIG_FRAME_MARKS"] == "1" }

    /// How long to wait after an Escape for the rest of a key's sequence, in milliseconds: `ESCDELAY`, else 25.
    var escapeDelay: Int32 {
        environment["ESCDELAY"].flatMap { Int32($0) }.flatMap { (0...10_000).contains($0) ? $0 : nil } ?? 25
    }
}

/// The character set of the terminal, according to the locale.
enum Locale {
    /// Sets the locale of the environment and says whether it is UTF-8. Where the environment names a UTF-8 locale that is not
    /// installed here, as happens behind ssh, the C library's own one is used.
    @MainActor static func adopt(environment: TerminalVariables) -> Bool {
        let name = name(in: environment)
        if isSelfContained || setlocale(LC_CTYPE, name) == nil {
            setlocale(LC_CTYPE, namesUTF8(name) ? "C.UTF-8" : "C")
        }
        return isUTF8
    }

    /// The locale the environment asks for, by the order of POSIX: LC_ALL, LC_CTYPE, LANG, else "C".
    static func name(in environment: TerminalVariables) -> String {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    }

    /// Whether the C library is part of the program. It may not load this machine's locales then: they belong to another version.
    private static var isSelfContained: Bool {
        #if SELF_CONTAINED
            true
        #else
            false
        #endif
    }

    private static func namesUTF8(_ name: String) -> Bool {
        let letters = name.lowercased().utf8.filter { $0 != UInt8(ascii: "-") }
        return letters.indices.contains { letters[$0...].starts(with: "utf8".utf8) }
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
