import Foundation
import Testing

@testable import InspectorSimulator

struct AnswerTests {
    @Test func errorsInXMLAreEscaped() {
        let answer = Answer(query: .refused("Code", "a < b & \"c\""), requestId: "1")
        #expect(String(decoding: answer.body, as: UTF8.self).contains("a &lt; b &amp; &quot;c&quot;"))
    }

    @Test(arguments: [
        (784_111_777.0, "Sun, 06 Nov 1994 08:49:37 GMT"), (0.0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_709_251_199.0, "Thu, 29 Feb 2024 23:59:59 GMT"),
    ])
    func datesAreWordedAsHTTPWantsThem(seconds: Double, text: String) {
        #expect(HTTPDate.text(Date(timeIntervalSince1970: seconds)) == text)
    }
}
