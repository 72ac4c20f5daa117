import ArgumentParser

/// A time as the command line takes it: `90s`, `30m`, `1h`, `1h30m`, `2d`.
struct WatchTime: ExpressibleByArgument, Equatable {
    /// The whole time, from a second to a week.
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        guard let match = argument.wholeMatch(of: /(?:([0-9]{1,3})d)?(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,6})s)?/) else {
            return nil
        }
        let parts = [match.1, match.2, match.3, match.4].map { $0.flatMap { Int($0) } ?? 0 }
        let seconds = zip(parts, [86_400, 3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        guard (1...7 * 86_400).contains(seconds) else { return nil }
        duration = .seconds(seconds)
    }

    var defaultValueDescription: String { "1h" }
}
