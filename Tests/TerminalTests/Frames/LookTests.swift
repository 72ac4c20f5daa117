import TestSupport
import Testing

@testable import Terminal

@Suite struct LookTests {
    @Test(arguments: [
        ("default", Look()), ("bold 160", Look(color: 160, attributes: .bold)), ("red", Look(color: 1)), ("  15 ", Look(color: 15)),
        ("bright-white reverse dim", Look(color: 15, attributes: [.reverse, .dim])), ("underline", Look(attributes: .underline)),
        ("007", Look(color: 7)),
    ])
    func wordsAreRead(words: String, look: Look) throws {
        #expect(try Look(words: words) == look)
    }

    @Test(
        arguments: [
            ("", .empty), (" ", .empty), ("rot", .unknownWord("rot")), ("256", .unknownWord("256")), ("-1", .unknownWord("-1")),
            ("red blue", .secondColor("blue")), ("default 3", .secondColor("3")), ("٣", .unknownWord("٣")),
        ] as [(String, LookFault)])
    func otherWordsAreRefused(words: String, fault: LookFault) {
        #expect(throws: fault) { try Look(words: words) }
    }

    @Test func everyLookIsReadAsItIsWritten() {
        let broken = Property.counterexample(2000) { random in
            let look = Look(
                color: random.oneIn(4) ? nil : UInt8(random.int(0..<256)), attributes: Look.Attributes(rawValue: random.int(0..<16)))
            return (try? Look(words: look.words)) == look ? nil : "\(look) is written \(look.words)"
        }
        #expect(broken == nil)
    }
}
