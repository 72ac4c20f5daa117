package import FoundationEssentials

/// The date formats that travel in AWS requests and replies.
package enum WireDate {
    /// `20150830T123600Z`, the form of `x-amz-date` (AWS: Signature Version 4, "Date").
    package static func amz(_ date: Date) -> String {
        let time = CivilTime(date)
        return "\(day(time))T\(pad(time.hour))\(pad(time.minute))\(pad(time.second))Z"
    }

    /// `20150830`, the date of a credential scope.
    package static func day(_ date: Date) -> String {
        day(CivilTime(date))
    }

    private static func day(_ time: CivilTime) -> String { "\(year(time))\(pad(time.month))\(pad(time.day))" }

    /// `2015-08-30T12:36:00Z` (RFC 3339).
    package static func iso8601(_ date: Date) -> String {
        let time = CivilTime(date)
        return "\(year(time))-\(pad(time.month))-\(pad(time.day))T\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))Z"
    }

    /// Reads the form of `x-amz-date`; nil for anything else.
    package static func parseAmz(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return nil }
        let digits = bytes[0..<8] + bytes[9..<15]
        guard let fields = numbers(in: digits, widths: [4, 2, 2, 2, 2, 2]) else { return nil }
        return civil(fields)
    }

    /// Reads RFC 3339 with `Z` or an offset, with or without a fraction, and the `…UTC` ending that AWS tools write into cache files.
    package static func parseISO8601(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, "Tt ".utf8.contains(bytes[10]) else { return nil }
        let digits = bytes[0..<4] + bytes[5..<7] + bytes[8..<10] + bytes[11..<13] + bytes[14..<16] + bytes[17..<19]
        guard let fields = numbers(in: digits, widths: [4, 2, 2, 2, 2, 2]), let date = civil(fields) else { return nil }
        var rest = bytes[19...]
        var fraction = 0.0
        if rest.first == UInt8(ascii: ".") {
            let part = rest.dropFirst().prefix { isDigit($0) }
            fraction = Double("0." + String(decoding: part, as: UTF8.self)) ?? 0
            rest = rest.dropFirst(part.count + 1)
        }
        return offset(String(decoding: rest, as: UTF8.self)).map { date.addingTimeInterval(fraction - Double($0)) }
    }

    /// Reads a time in any of the forms that credentials and caches have it in: those above, and an HTTP date.
    package static func parse(_ text: String) -> Date? {
        parseISO8601(text) ?? parseAmz(text) ?? parseHTTP(text) ?? parseDay(text)
    }

    /// `2015-08-30` or `20150830`, midnight in UTC; without seconds, `2015-08-30T12:36Z`.
    private static func parseDay(_ text: String) -> Date? {
        let digits = text.utf8.filter(isDigit)
        if [8, 10].contains(text.utf8.count), let fields = numbers(in: digits[...], widths: [4, 2, 2]) {
            return civil(fields + [0, 0, 0])
        }
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, "Tt ".utf8.contains(bytes[10]), bytes.count == 16 || bytes[16] != UInt8(ascii: ":") else { return nil }
        return parseISO8601(String(decoding: bytes[..<16] + Array(":00".utf8) + bytes[16...], as: UTF8.self))
    }

    /// Reads an HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7, preferred form).
    package static func parseHTTP(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, let day = Int(parts[1]), let year = Int(parts[3]) else { return nil }
        return civil([year, month + 1, day] + clock)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds east of UTC.
    private static func offset(_ text: String) -> Int? {
        if ["Z", "z", "UTC", ""].contains(text) { return 0 }
        let digits = text.utf8.dropFirst().filter { isDigit($0) }
        guard let sign = text.first, "+-".contains(sign), let fields = numbers(in: digits[...], widths: [2, 2]) else { return nil }
        return (sign == "-" ? -1 : 1) * (fields[0] * 3600 + fields[1] * 60)
    }

    private static func civil(_ fields: [Int]) -> Date? {
        CivilTime(year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4], second: fields[5])?.date
    }

    private static func numbers(in digits: ArraySlice<UInt8>, widths: [Int]) -> [Int]? {
        guard digits.count == widths.reduce(0, +), digits.allSatisfy(isDigit) else { return nil }
        var rest = digits
        return widths.map { width in
            defer { rest = rest.dropFirst(width) }
            return rest.prefix(width).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func year(_ time: CivilTime) -> String { pad(time.year / 100) + pad(time.year % 100) }

    /// Two digits of a value below 100.
    private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

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
