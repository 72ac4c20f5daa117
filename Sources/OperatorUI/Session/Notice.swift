/// A sentence about what a key did, or why it did nothing.
struct Notice: Hashable, Sendable {
    /// How the sentence is meant.
    enum Kind: Hashable, Sendable {
        /// An informational notice.
        case information
        /// Something that worked.
        case success
        /// A key that does nothing here, or something to be careful about.
        case warning
        /// An error, also kept among the session's problems.
        case error
    }

    /// How the sentence is meant.
    var kind: Kind
    /// The sentence.
    var text: String
    /// How often it was given without another one between: from 2 on the line ends in the number, so that it is seen to be new.
    var repeats = 1

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// The sentence as it is shown.
    var words: String { repeats > 1 ? "\(text) (\(repeats))" : text }
}

/// The notice above the key hints.
struct NoticeLine: Hashable, Sendable {
    /// What is shown.
    private(set) var current: Notice?
    /// What was shown when the event began that is being taken in.
    @Cached private var before: Notice? = nil
    @Cached private var isNew = false
    /// How many were shown so far.
    @Cached private(set) var number = 0

    /// Shows a notice instead of the one before.
    mutating func show(_ notice: Notice) {
        (current, isNew) = (notice, true)
        number += 1
    }

    /// Takes the notice away.
    mutating func clear() { (current, isNew) = (nil, false) }

    /// An event is about to be taken in.
    mutating func beginEvent() { (before, isNew) = (current, false) }

    /// The event was taken in: a notice that says what the one before it said is counted.
    mutating func endEvent() {
        guard isNew, let before, let now = current, now.kind == before.kind, now.text == before.text else { return }
        current?.repeats = before.repeats + 1
    }
}

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

    /// Whether a sign-in settles it, as the sentence says.
    var asksToSignIn: Bool { sentence.contains("scanconfig login") }
}
