/// How long a run waits for listings to show what became of its targets: pauses that grow, a minute of them in all unless told otherwise.
///
/// All listings of a run share it. What it bounds are the pauses; a round of listings that brings nothing counts with its own length.
struct VerificationPatience: Hashable, Sendable {
    /// The sum of all pauses.
    let total: Duration
    private var spent = Duration.zero
    private var next = first

    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(15)

    init(total: Duration) {
        self.total = total
    }

    /// The pause before the next round; absent when waiting is not worth it any more.
    mutating func pause() -> Duration? {
        guard spent < total else { return nil }
        let pause = min(next, total - spent)
        spent += pause
        next = min(next * 2, Self.longest)
        return pause
    }

    /// A round of listings took `time` and brought none.
    mutating func wasted(_ time: Duration) { spent += time }
}
