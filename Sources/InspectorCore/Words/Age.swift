extension ScanTime {
    /// How long ago that was, in at most five cells: `7m`, `3h`, `89d`, `14mo`, `3y`, or `never`; empty when nothing is known. What
    /// remains is cut off, and a moment after `now` is `0m` ago.
    ///
    /// Days are counted up to a hundred, for most decisions are about ninety of them.
    ///
    /// - Parameter now: Seconds since 1970.
    package func age(at now: Int64) -> String {
        AgeNumber(self, now: now).words
    }
}

/// An age as lists show it, as a small number that is the same for all ages that read the same.
struct AgeNumber {
    /// Below ``limit``.
    let value: Int

    /// More than any age has, for the times that 32 bits hold.
    static let limit = Unit.years.start + 1_000

    private enum Unit: CaseIterable {
        case minutes, hours, days, months, years

        /// The number of an age of none of these.
        var start: Int {
            switch self {
            case .minutes: 2
            case .hours: 62
            case .days: 86
            case .months: 186
            case .years: 216
            }
        }

        var abbreviation: String {
            switch self {
            case .minutes: "m"
            case .hours: "h"
            case .days: "d"
            case .months: "mo"
            case .years: "y"
            }
        }
    }

    init(_ time: ScanTime, now: Int64) {
        switch time {
        case .unknown: value = 0
        case .never: value = 1
        case .at(let moment): value = Self.value(ofSeconds: max(0, now - moment))
        }
    }

    /// The age behind a number.
    init(value: Int) { self.value = value }

    private static let (hour, day) = (Int64(3_600), Int64(86_400))
    /// A twelfth of a year, and a year, of 365.2425 days.
    private static let (month, year) = (Int64(2_629_746), Int64(31_556_952))

    private static func value(ofSeconds seconds: Int64) -> Int {
        if seconds < hour { return Unit.minutes.start + Int(seconds / 60) }
        if seconds < day { return Unit.hours.start + Int(seconds / hour) }
        if seconds < 100 * day { return Unit.days.start + Int(seconds / day) }
        if seconds < 2 * year { return Unit.months.start + Int(seconds / month) }
        return Unit.years.start + min(999, Int(seconds / year))
    }

    /// The age in at most five cells.
    var words: String {
        guard let unit = Unit.allCases.last(where: { $0.start <= value }) else { return value == 1 ? "never" : "" }
        return "\(value - unit.start)\(unit.abbreviation)"
    }
}
