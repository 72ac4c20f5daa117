import Curses
import OperatorUI
import Terminal
import TextSafety

/// What the configuration file says; what it does not mention is left to the program.
struct UserConfiguration: Equatable, Sendable {
    /// How many seconds a run waits for listings to show what it did.
    var verifyFor: Int?
    /// The filter with which lists of associations open.
    var filter: String?
    /// The columns of lists of projects.
    var columns = ColumnChoice()
    /// The theme; nothing where the terminal's background decides.
    var theme: Theme?
    /// How the row under the cursor is drawn.
    var cursor: CursorShape?
    /// Whether the terminal UI appends lines for somebody who hears it.
    var isAccessible = false
    /// The looks of roles.
    var looks = RoleLooks()
    /// The keys of commands.
    var keys: [Command: [Key]] = [:]

    /// What the terminal UI has to know of it.
    var preferences: Preferences {
        Preferences(keys: keys.isEmpty ? .standard : KeyMap(keys), filter: filter ?? "", columns: columns, cursor: cursor ?? .bar)
    }
}

/// The members of the configuration file, in the order in which `scanconfig config` prints them.
enum ConfigurationMember: String, CaseIterable {
    case verifyFor, filter, columns, accessible, theme, cursor, colors, keys

    /// What the member is for, in whole sentences.
    var help: [String] {
        switch self {
        case .verifyFor:
            ["How many seconds a run waits in total for listings to show what it did: 0 to 86,400. --verify-for comes first."]
        case .filter:
            ["The filter with which the lists of the terminal UI open, as it is typed after /: \"!scan:SUCCESSFUL in>1\". Esc clears it."]
        case .columns:
            [
                "The columns of lists of associations: true shows one if there is any room for it, false hides it, and with null the width",
                "decides. C in the terminal UI changes that until it ends.",
            ]
        case .accessible:
            [
                "Whether the terminal UI appends whole lines instead of drawing a screen, for screen readers and braille. --accessible and",
                "ACCESSIBLE=1 do the same; ACCESSIBLE=0 comes first.",
            ]
        case .theme:
            [
                "The looks of roles: dark, light, or high-contrast, which has attributes only; with null, the terminal's background",
                "decides where the terminal tells it.",
            ]
        case .cursor:
            [
                "The row under the cursor: a bar over its name; slim, a glyph in front of it, which costs half the bytes; or terminal, which",
                "leaves it to the terminal's own cursor, so that screen readers say each row once.",
            ]
        case .colors:
            [
                "What text of each role looks like, in place of what the theme says: attributes",
                "(\(Look.attributeNames.map(\.name).enumerated)) and a colour, which is default,",
                "a number from 0 to 255, or \(Look.colorNames.prefix(8).joined(before: "or")), each of these also with bright- before it.",
                "On a terminal with fewer colours, the nearest is shown; with NO_COLOR or --color off, only attributes are.",
            ]
        case .keys:
            [
                "The keys of each command, in place of its usual ones; [] takes them all away. Keys are written as here: d, ^R, F5, PgUp.",
                "Enter, Esc, y, ^C, ^L and ^Z always mean what they mean here: y alone sends, and no other key ever does.",
            ]
        }
    }
}
