/// The time since a run began, on any clock.
struct Stopwatch: Sendable {
    private let measure: @Sendable () -> Duration
    private let pause: @Sendable (Duration) async -> Void

    /// Starts at zero on `clock`.
    init(_ clock: any Clock<Duration>) {
        self = Self.start(clock)
    }

    private init(measure: @escaping @Sendable () -> Duration, pause: @escaping @Sendable (Duration) async -> Void) {
        self.measure = measure
        self.pause = pause
    }

    private static func start(_ clock: some Clock<Duration>) -> Self {
        let start = clock.now
        return Self(measure: { start.duration(to: clock.now) }, pause: { try? await clock.sleep(for: $0) })
    }

    /// The time since the start.
    var now: Duration { measure() }

    /// Returns at the moment given and never before it, or when the task is cancelled.
    func sleep(until moment: Duration) async {
        while !Task.isCancelled, now < moment { await pause(moment - now) }
    }
}

extension Duration {
    /// The duration in seconds, with its fraction.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
