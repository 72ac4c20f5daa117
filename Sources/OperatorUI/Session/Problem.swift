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
