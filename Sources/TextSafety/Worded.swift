/// An outcome, an error or a warning that is told to an operator. Each says in one place what it has to say; screens, tables, CSV files and
/// logs show its ``sentence``, JSON its ``words``.
package protocol Worded {
    /// One or more whole sentences. Names and messages from outside stand in them exactly as they came: not for a terminal.
    var words: String { get }
}

extension Worded {
    /// The ``words`` on one line, made terminal-safe.
    package var sentence: String { words.terminalSafe }
}

extension String {
    /// The text with a full stop, unless it ends in a punctuation mark of its own.
    package var stopped: String {
        guard let last, !".!?…".contains(last) else { return self }
        return self + "."
    }
}

extension Sequence<String> {
    /// The texts as an enumeration: "a, b and c".
    package var enumerated: String { joined(before: "and") }

    /// The texts with commas, the last after a conjunction: "a, b or c".
    package func joined(before conjunction: String) -> String {
        let words = Array(self)
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
