/// A listing that goes on and has brought nothing for a while.
package struct ListingWait: Hashable, Sendable {
    /// What it waits for.
    package enum Cause: Hashable, Sendable {
        /// The service asks to slow down.
        case throttling
        /// An answer.
        case answer
        /// Something new: pages come, and hold nothing that was not there before.
        case news
    }

    /// What it waits for.
    package var cause: Cause
    /// For how long already.
    package var seconds: Int

    /// A wait of `seconds` so far.
    package init(_ cause: Cause, seconds: Int) {
        self.cause = cause
        self.seconds = seconds
    }

    /// What is going on, in one sentence.
    package var sentence: String {
        switch cause {
        case .throttling: "Listing: no new page for \(seconds) s, for the service asks to slow down. Still trying."
        case .answer: "Listing: no answer for \(seconds) s. Still waiting."
        case .news: "Listing: pages come, and have held nothing new for \(seconds) s. Still going on."
        }
    }
}
