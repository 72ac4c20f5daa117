import AWSClient
import FoundationEssentials

/// Dates as the header `Date` has them (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`; for dates from 1970 on.
    static func text(_ date: Date) -> String {
        let digits = Array(WireDate.amz(date).utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        let weekday = weekdays[(Int(date.timeIntervalSince1970) / 86_400 + 4) % 7]
        let month = months[(Int(part(4..<6)) ?? 1) - 1]
        return "\(weekday), \(part(6..<8)) \(month) \(part(0..<4)) \(part(9..<11)):\(part(11..<13)):\(part(13..<15)) GMT"
    }
}
