import Foundation
import TestSupport
import Testing

@testable import AWSClient
import TextSafety

@Suite struct EncodingPropertyTests {
    @Test func percentEncodingComesBackAndLetsOnlyUnreservedCharactersThrough() {
        let broken = Property.counterexample(2000) { random in
            let bytes = random.bytes()
            let encoded = PercentEncoding.encode(bytes: bytes)
            if PercentEncoding.decode(encoded[...]) != bytes { return "\(bytes) became \(encoded)" }
            let text = String(decoding: encoded, as: UTF8.self)
            return text.wholeMatch(of: /(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*/) == nil ? "reserved: \(text)" : nil
        }
        #expect(broken == nil)
    }

    @Test func decodingLeavesAloneWhatIsNoEscape() {
        let broken = Property.counterexample(2000) { random in
            let text = String(decoding: random.mutation(of: ["%20%2Fa%25", "100%", "%e6%97%a5", "a%2"]), as: UTF8.self)
            let decoded = PercentEncoding.decode(text)
            if decoded.count > text.utf8.count { return "longer: \(text)" }
            return text.contains("%") || decoded == Array(text.utf8) ? nil : "changed: \(text)"
        }
        #expect(broken == nil)
    }

    @Test func anyMomentOfTenThousandYearsComesBackWhateverItsForm() {
        let broken = Property.counterexample(3000) { random in
            let date = Date(timeIntervalSince1970: Double(random.int(-62_135_596_800..<253_402_300_800)))
            let readings = [WireDate.parseAmz(WireDate.amz(date)), WireDate.parseISO8601(WireDate.iso8601(date))]
            return readings == [date, date] ? nil : "\(date) became \(readings)"
        }
        #expect(broken == nil)
    }

    @Test(arguments: [
        (Double.infinity, "9999-12-31T23:59:59Z"), (1e300, "9999-12-31T23:59:59Z"), (-1e300, "0001-01-01T00:00:00Z"),
        (.nan, "1970-01-01T00:00:00Z"),
    ])
    func aMomentBeyondAllCalendarsIsWrittenAsTheLastOrTheFirstThereIs(seconds: Double, text: String) {
        #expect(WireDate.iso8601(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func textThatIsNoDateIsNoneAndOneThatIsStaysWithinADayOfItsDay() {
        let samples = [
            "20150830T123600Z", "2015-08-30T12:36:00Z", "2015-08-30T12:36:00.123+05:30", "Sun, 06 Nov 1994 08:49:37 GMT",
            "2023-11-14T22:13:20UTC",
        ]
        let years = Date(timeIntervalSince1970: -62_135_596_800 - 400_000)...Date(timeIntervalSince1970: 253_402_300_800 + 400_000)
        let broken = Property.counterexample(3000) { random in
            let text = String(decoding: random.mutation(of: samples), as: UTF8.self)
            let dates = [WireDate.parseAmz(text), WireDate.parseISO8601(text), WireDate.parseHTTP(text)].compactMap(\.self)
            return dates.allSatisfy(years.contains) ? nil : "\(dates) of \(text)"
        }
        #expect(broken == nil)
    }

    @Test func theTextOfAnXMLElementComesBackWhateverItHolds() {
        let broken = Property.counterexample(1500) { random in
            let text = random.word()
            let escaped = text.unicodeScalars.map { random.oneIn(4) ? "&#x\(String($0.value, radix: 16));" : Self.escaped($0) }.joined()
            let fields = XMLFields(Array("<A xmlns=\"x\"><B>\(escaped)&amp;</B><C/></A>".utf8))
            return fields?.first("B") == "\(text)&".trimmed ? nil : "\(fields?.first("B") ?? "nothing") of \(escaped)"
        }
        #expect(broken == nil)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "<": "&lt;"
        case "&": "&amp;"
        default: String(scalar)
        }
    }
}
