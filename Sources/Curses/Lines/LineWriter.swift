import TextSafety

/// What is written where whole lines are appended: lines, and below them the text that is being typed, which grows where it stands.
///
/// What is being typed is not written again after other lines, before it changes: it would be heard again and again.
struct LineWriter: Hashable {
    /// What stands on the last line, which has not ended.
    private var open: TypingLine?
    /// What asked for a text when that was written last.
    private var asked = ""

    /// The text to send for new lines and what is being typed now.
    mutating func text(_ lines: [String], typing: TypingLine?) -> String {
        let ended = lines.isEmpty && (typing != nil || open == nil) ? "" : end()
        return ended + lines.map { $0.terminalSafe + "\n" }.joined() + type(typing)
    }

    /// Ends the line that is open.
    mutating func end() -> String {
        defer { open = nil }
        return open == nil ? "" : "\n"
    }

    private mutating func type(_ line: TypingLine?) -> String {
        guard let line else {
            asked = ""
            return ""
        }
        defer { asked = line.label }
        if let open, open.label == line.label { return change(open, to: line) }
        if line.label == asked, line.text == last { return "" }
        (open, last) = (line, line.text)
        return line.label.terminalSafe + line.text.terminalSafe
    }

    /// The text as it was written last.
    private var last = ""

    private mutating func change(_ old: TypingLine, to new: TypingLine) -> String {
        (open, last) = (new, new.text)
        if new.text.hasPrefix(old.text) { return new.text.dropFirst(old.text.count).terminalSafe }
        guard old.text.hasPrefix(new.text) else { return "\n" + new.label.terminalSafe + new.text.terminalSafe }
        let width = old.text.dropFirst(new.text.count).terminalSafe.displayWidth
        return String(repeating: "\u{8} \u{8}", count: width)
    }
}

/// Text that is being typed on a line of its own.
package struct TypingLine: Hashable, Sendable {
    /// What asks for it, with a space at its end.
    package let label: String
    /// What was typed so far.
    package let text: String

    /// A text behind a label.
    package init(label: String, text: String) { (self.label, self.text) = (label, text) }
}

extension Substring {
    fileprivate var terminalSafe: String { String(self).terminalSafe }
}
