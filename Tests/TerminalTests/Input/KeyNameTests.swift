import TestSupport
import Testing

@testable import Terminal

@Suite struct KeyNameTests {
    private static let named: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
            .character(" "), .character("d"), .character("D"), .character("^"), .character("F"), .character("ä"), .character("漢"),
        ] + (1...12).map { .function($0) } + "abcdefgklnopqrstuvwxyz@\\]^_".map { .control($0) }

    @Test(arguments: named) func aKeyIsFoundByItsName(key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test(
        arguments: [
            ("space", .character(" ")), ("ESC", .escape), ("Up", .up), ("page", nil), ("PageUp", .pageUp), ("^r", .control("r")),
            ("^M", .enter),
            ("^I", .tab), ("^[", .escape), ("^H", .backspace), ("^é", nil), ("F0", nil), ("F13", nil), ("F1x", nil), ("F+1", nil),
            ("", nil),
            (" ", nil), ("ab", nil), ("\u{301}", nil), ("\u{7}", nil), ("\u{202E}", nil), ("Ctrl-R", nil), ("?", .character("?")),
        ] as [(String, Key?)])
    func namesAreReadAsPeopleWriteThem(name: String, key: Key?) {
        #expect(Key(name: name) == key)
    }

    @Test func aNameLeadsBackToItsKey() {
        let broken = Property.counterexample(3000) { random in
            let name = random.oneIn(2) ? random.word(upTo: 3) : random.text(upTo: 3)
            guard let key = Key(name: name) else { return nil }
            return Key(name: key.name) == key ? nil : "\(name) is \(key), and \(key.name) is not"
        }
        #expect(broken == nil)
    }
}
