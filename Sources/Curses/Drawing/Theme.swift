import Glibc
import Terminal

/// Which looks roles have: those that can be read on the terminal's background. Colours are the terminal's own first sixteen wherever one of
/// them has the contrast, so that they follow the scheme that its owner has chosen.
package enum Theme: String, CaseIterable, Hashable, Sendable {
    /// For dark backgrounds.
    case dark
    /// For light backgrounds.
    case light
    /// The terminal's own two colours, and attributes: for any background, and for eyes that need it.
    case highContrast = "high-contrast"

    /// The theme for a background; nothing for one that is neither dark nor light enough for either.
    init?(background: RGBColor) {
        switch background.luminance {
        case ...0.06: self = .dark
        case 0.45...: self = .light
        default: return nil
        }
    }

    /// The theme that the environment tells of: by `COLORFGBG`, whose last number is the background's colour, or because it is the Linux
    /// console, which is black.
    init?(environment: TerminalVariables) {
        let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
        switch background {
        case .some(0...6), 8: self = .dark
        case 7, .some(9...15): self = .light
        default:
            guard environment["TERM", default: ""].hasPrefix("linux") else { return nil }
            self = .dark
        }
    }
}

extension RGBColor {
    /// The relative luminance, 0 to 1 (WCAG 2.2).
    var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let part = Double(part) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio to another colour, 1 to 21 (WCAG 2.2).
    func contrast(to other: RGBColor) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }
}

/// The question for the background's colour (xterm's OSC 11), and what is known of it.
struct BackgroundQuery: Hashable, Sendable {
    /// The control string of the question. A status query follows it: a terminal that answers that one has passed over or answered this.
    static let question = Array("\u{1B}]11;?\u{07}".utf8)

    /// Terminals that answer, or are silent; others, such as the Linux console, would print a part of the question.
    private static let kinds = [
        "xterm", "tmux", "alacritty", "foot", "kitty", "wezterm", "rxvt", "gnome", "konsole", "vte", "iterm", "mintty", "ghostty",
        "contour", "st-",
    ]

    /// Whether the question may be sent to a terminal of this environment.
    static func isUnderstood(in environment: TerminalVariables) -> Bool {
        let type = environment["TERM", default: ""].lowercased()
        return kinds.contains { type.hasPrefix($0) } || type.hasPrefix("screen") && environment["TMUX"] != nil
    }
}
