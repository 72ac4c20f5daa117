extension ScanTime {
    /// How long ago that was, in at most five cells: `7m`, `3h`, `89d`, `14mo`, `3y`, or `never`; empty when nothing is known. What
    /// remains is cut off, and a moment after `now` is `0m` ago.
    ///
    /// Days are counted up to a hundred, for most decisions are about ninety of them.
    ///
    /// - Parameter now: Seconds since 1970.
    package func age(at now: Int64) -> String {
        switch self {
        case .unknown: ""
        case .never: "never"
        case .at(let moment): Self.words(ofSeconds: max(0, now - moment))
        }
    }

    private static let (hour, day) = (Int64(3_600), Int64(86_400))
    /// A twelfth of a year, and a year, of 365.2425 days.
    private static let (month, year) = (Int64(2_629_746), Int64(31_556_952))

    private static func words(ofSeconds seconds: Int64) -> String {
        if seconds < hour { return "\(seconds / 60)m" }
        if seconds < day { return "\(seconds / hour)h" }
        if seconds < 100 * day { return "\(seconds / day)d" }
        return seconds < 2 * year ? "\(seconds / month)mo" : "\(seconds / year)y"
    }
}
