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
