/// What an operator decides about a run's patience.
package struct RunOptions: Hashable, Sendable {
    /// The pauses between listings that verify the run, in all; zero lists once and waits for nothing.
    package var verifyFor: Duration
    /// How long calls may bring no progress before the rest is not sent; absent for as long as the operator waits.
    package var giveUpAfter: Duration?

    /// A minute of pauses, and no end to the waiting for a service that throttles.
    package init(verifyFor: Duration = .seconds(60), giveUpAfter: Duration? = nil) {
        self.verifyFor = verifyFor
        self.giveUpAfter = giveUpAfter
    }
}

/// What a session of a run is for.
package enum RunMode: Hashable, Sendable {
    /// To carry the plan out, or what is left of it.
    case carryOut
    /// To list again what the run changed; nothing is sent.
    case verify
}
