internal import TextSafety

/// A few words of a reply that nobody expected, fit to be shown.
enum Excerpt {
    /// The text of a body without tags and runs of white space, terminal-safe, at most 120 characters of it.
    static func cleaned(_ body: [UInt8], limit: Int = 120) -> String {
        let text = String(decoding: body.prefix(4096), as: UTF8.self)
        let words = withoutTags(text).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        let shown = words.terminalSafe
        return shown.count > limit ? shown.prefix(limit) + "…" : shown
    }

    private static func withoutTags(_ text: String) -> String {
        guard text.contains("<") else { return text }
        var isInside = false
        var kept = ""
        for character in text {
            if character == "<" {
                isInside = true
                kept.append(" ")
            } else if character == ">", isInside {
                isInside = false
            } else if !isInside {
                kept.append(character)
            }
        }
        return kept
    }
}
