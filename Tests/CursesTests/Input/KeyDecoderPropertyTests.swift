import Terminal
import TestSupport
import Testing

@testable import Curses

/// What holds for anything that a terminal, or a paste, or line noise may send.
@Suite struct KeyDecoderPropertyTests {
    private let samples = ["jjk dy", "\u{1B}[A\u{1B}OB\u{1B}[6~", "é日✗👍", "\u{1B}[1;5A\u{1B}[200~text\u{1B}[201~", "\u{1B}\u{1B}[A"]

    private func codes(_ random: inout SeededRandom) -> [Int32] {
        random.mutation(of: samples).map { random.oneIn(30) ? Int32(random.int(-1..<0o1000)) : Int32($0) }
    }

    @Test func aKeyIsMadeOfACode() {
        let broken = Property.counterexample(2000) { random in
            let codes = codes(&random)
            for isUTF8 in [true, false] {
                var decoder = KeyDecoder(isUTF8: isUTF8)
                let keys = decoder.keys(from: codes)
                if keys.count > codes.count { return "\(keys.count) keys of \(codes)" }
                if decoder.keys(from: [0x6A]).last != .character("j") { return "a key was lost after \(codes)" }
            }
            return nil
        }
        #expect(broken == nil)
    }

    @Test func typedCharactersComeThroughHoweverTheyArrive() {
        let broken = Property.counterexample(1000) { random in
            let typed = random.text().unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
            let expected = typed.map { Key.character(Character($0)) }
            var decoder = KeyDecoder(isUTF8: true)
            var keys: [Key] = []
            var rest = String(String.UnicodeScalarView(typed)).utf8.map(Int32.init)[...]
            while !rest.isEmpty {
                let portion = rest.prefix(random.int(1..<6))
                keys += decoder.keys(from: Array(portion))
                rest = rest.dropFirst(portion.count)
            }
            return keys == expected ? nil : "\(keys) of \(typed)"
        }
        #expect(broken == nil)
    }
}
