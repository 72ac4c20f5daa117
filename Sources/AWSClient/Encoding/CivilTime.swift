package import FoundationEssentials

/// A moment in UTC taken apart into calendar fields of the proleptic Gregorian calendar.
///
/// Signing and the wire's date formats need nothing more, so no calendar or locale data is loaded for them.
package struct CivilTime: Equatable, Sendable {
    let year, month, day, hour, minute, second: Int

    private static let seconds = -62_135_596_800...253_402_300_799

    /// The fields of a date; fractions of a second are cut off. Before year 1 and after year 9999 it is the first or the last second.
    package init(_ date: Date) {
        let seconds = Self.seconds(date.timeIntervalSince1970)
        let days = Self.floorDivide(seconds, 86_400)
        let rest = seconds - days * 86_400
        (year, month, day) = Self.civil(fromDays: days)
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// Fields as written somewhere; nil when one is out of its range (a leap second counts as 59).
    package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, min(second, 59))
        guard Self.civil(fromDays: days) == (year, month, day) else { return nil }
    }

    /// The moment these fields name.
    package var date: Date {
        Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
    }

    private static func seconds(_ interval: Double) -> Int {
        if interval.isNaN { return 0 }
        return Int(min(max(interval.rounded(.down), Double(seconds.lowerBound)), Double(seconds.upperBound)))
    }

    private var days: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = Self.floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(fromDays days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }
}
