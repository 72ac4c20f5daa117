import Testing

@testable import InspectorSimulator

struct AnswerTests {
    @Test func errorsInXMLAreEscaped() {
        let answer = Answer(query: .refused("Code", "a < b & \"c\""), requestId: "1")
        #expect(String(decoding: answer.body, as: UTF8.self).contains("a &lt; b &amp; &quot;c&quot;"))
    }
}
