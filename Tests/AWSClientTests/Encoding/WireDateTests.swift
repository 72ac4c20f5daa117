import Foundation
import Testing

@testable import AWSClient

@Suite struct WireDateTests {
    @Test func calendarArithmeticAgreesWithFoundationOverFourCenturies() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for step in 0..<4000 {
            let date = Date(timeIntervalSince1970: Double(step) * 3_155_933 - 2_000_000_000)
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let time = CivilTime(date)
            #expect([parts.year, parts.month, parts.day] == [time.year, time.month, time.day])
            #expect([parts.hour, parts.minute, parts.second] == [time.hour, time.minute, time.second])
            #expect(time.date == date)
        }
    }

    @Test(arguments: [
        ("2015-08-30T12:36:00Z", 1_440_938_160.0), ("2015-08-30T12:36:00UTC", 1_440_938_160),
        ("2015-08-30T12:36:00+00:00", 1_440_938_160),
        ("2015-08-30T14:36:00+0200", 1_440_938_160), ("2015-08-30T12:36:00.250Z", 1_440_938_160.25),
    ])
    func formsOfISO8601ThatAWSToolsWrite(text: String, seconds: Double) {
        #expect(WireDate.parseISO8601(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: ["", "soon", "2015-13-30T12:36:00Z", "2015-02-30T12:36:00Z", "2015-08-30T12:36:00X", "2015-08-30"])
    func nonsenseIsNoDate(text: String) {
        #expect(WireDate.parseISO8601(text) == nil)
        #expect(WireDate.parseHTTP(text) == nil)
        #expect(WireDate.parseAmz(text) == nil)
    }

    @Test func httpDatesAndXAmzDate() {
        #expect(WireDate.parseHTTP("Sun, 06 Nov 1994 08:49:37 GMT") == Date(timeIntervalSince1970: 784_111_777))
        #expect(WireDate.parseAmz("20150830T123600Z") == Date(timeIntervalSince1970: 1_440_938_160))
        #expect(WireDate.amz(Date(timeIntervalSince1970: 1_440_938_160.9)) == "20150830T123600Z")
    }
}
