/// An error in words: what happened, and what to do next.
package struct Problem: Hashable, Sendable {
    /// What was being done, "Listing scan configurations".
    package var context: String
    /// What happened and the next step.
    package var sentence: String

    /// A problem met while doing `context`.
    package init(context: String, sentence: String) {
        self.context = context
        self.sentence = sentence
    }
}

/// One line that tells what a key did, or why it did nothing.
package struct Notice: Hashable, Sendable {
    /// How the line is meant.
    package enum Kind: Hashable, Sendable {
        /// Something to know.
        case information
        /// Something that worked.
        case success
        /// A key that does nothing here, or something to be careful about.
        case warning
        /// An error, also kept among the session's problems.
        case error
    }

    /// How the line is meant.
    package var kind: Kind
    /// The line.
    package var text: String
    /// How often it was given without another one between: from 2 on the line ends in the number, so that it is seen to be new.
    package var repeats = 1

    /// A notice.
    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// The line as it is shown.
    package var words: String { repeats > 1 ? "\(text) (\(repeats))" : text }
}
