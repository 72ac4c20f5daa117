import Curses
import Terminal
import TextSafety

@testable import OperatorUI

/// A frame as a text that can be read and compared: its lines, then for each of them the roles of its characters.
enum GoldenFrame {
    /// The letters of roles; a capital one stands for a style that stands out of its role.
    private static let letters: [Style.Role: Character] = [
        .text: ".", .dim: "d", .title: "t", .header: "h", .cursor: "c", .marked: "m", .failed: "f", .warning: "w", .success: "s",
        .accent: "a",
        .key: "k", .input: "i",
    ]

    /// The frame as text. Spaces say nothing of a role, unless it is seen on them.
    static func text(of frame: Frame) -> String {
        let lines = frame.lines.map { line in trimmed(line.text) }
        let roles = frame.lines.map { line in
            trimmed(
                line.spans.map { span in
                    String(span.text.map { $0 == " " && !isSeenOnSpaces(span.style) ? " " : letter(of: span.style) })
                }.joined())
        }
        let cursor = frame.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
        return (lines + ["", "roles"] + roles + [cursor]).joined(separator: "\n") + "\n"
    }

    /// How many cells have which look in a theme, the most frequent first: "412 default, 27 reverse". Blank cells without a look do not count.
    static func looks(of frame: Frame, in theme: Theme) -> String {
        var counts: [String: Int] = [:]
        for span in frame.lines.flatMap(\.spans) {
            var look = RoleLook.standard(span.style.role, theme)
            if span.style.isBold { look.attributes.insert(.bold) }
            if span.style.isUnderlined { look.attributes.insert(.underline) }
            if span.style.isReversed { look.attributes.insert(.reverse) }
            let isSeenOnSpaces = !look.attributes.isDisjoint(with: [.underline, .reverse])
            let cells = span.text.reduce(0) { $0 + ($1 == " " && !isSeenOnSpaces ? 0 : String($1).displayWidth) }
            if cells > 0 { counts[look.words, default: 0] += cells }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    private static func isSeenOnSpaces(_ style: Style) -> Bool {
        [.header, .cursor, .input].contains(style.role) || style.isUnderlined || style.isReversed
    }

    private static func letter(of style: Style) -> Character {
        let letter = letters[style.role] ?? "?"
        guard style.isBold || style.isUnderlined || style.isReversed else { return letter }
        return letter == "." ? ":" : Character(letter.uppercased())
    }

    private static func trimmed(_ text: String) -> String { String(text.reversed().drop { $0 == " " }.reversed()) }
}
