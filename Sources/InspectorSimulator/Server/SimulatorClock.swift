package import FoundationEssentials

/// The service's two clocks.
package struct SimulatorClock: Sendable {
    /// The time of day.
    package var date: @Sendable () -> Date
    /// The time since the simulator was started, which never runs backwards: what lags and comes late is counted by it.
    package var elapsed: @Sendable () -> Duration

    /// Clocks of this machine, unless told otherwise.
    package init(date: @escaping @Sendable () -> Date = { Date() }, elapsed: (@Sendable () -> Duration)? = nil) {
        let start = ContinuousClock.now
        self.date = date
        self.elapsed = elapsed ?? { ContinuousClock.now - start }
    }
}
