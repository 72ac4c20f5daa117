import Terminal
import Testing

@testable import Curses

@Suite struct KeyDecoderTests {
    private func keys(_ codes: [Int32], isUTF8: Bool = true) -> [Key] {
        var decoder = KeyDecoder(isUTF8: isUTF8)
        return decoder.keys(from: codes)
    }

    @Test(
        arguments: [
            (0x00, .control("@")), (0x01, .control("a")), (0x03, .control("c")), (0x1A, .control("z")), (0x1C, .control("\\")),
            (0x1F, .control("_")),
            (0x08, .backspace), (0x7F, .backspace), (0x09, .tab), (0x0A, .enter), (0x0D, .enter), (0x1B, .escape),
            (0x20, .character(" ")), (0x7E, .character("~")),
        ] as [(Int32, Key)])
    func knowsASCII(code: Int32, key: Key) {
        #expect(keys([code]) == [key])
    }

    @Test(
        arguments: [
            (0o402, .down), (0o403, .up), (0o404, .left), (0o405, .right), (0o406, .home), (0o550, .end), (0o522, .pageDown),
            (0o523, .pageUp),
            (0o407, .backspace), (0o512, .delete), (0o513, .insert), (0o527, .enter), (0o541, .backTab),
            (0o411, .function(1)), (0o424, .function(12)), (0o410, .unknown(0o410)), (0o777, .unknown(0o777)), (600, .unknown(600)),
        ] as [(Int32, Key)])
    func knowsTheKeysOfCurses(code: Int32, key: Key) {
        #expect(keys([code]) == [key])
    }

    @Test(arguments: ["é", "日", "✗", "👍"]) func readsUTF8(character: Character) {
        #expect(keys(String(character).utf8.map(Int32.init)) == [.character(character)])
    }

    @Test func keepsHalfACharacterForTheNextTime() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.keys(from: [0xE6, 0x97]).isEmpty)
        #expect(decoder.keys(from: [0xA5, 0x6A]) == [.character("日"), .character("j")])
    }

    @Test(
        arguments: [
            ([0x80, 0x6A], [.unknown(0x80), .character("j")]),
            ([0xFF, 0x6A], [.unknown(0xFF), .character("j")]),
            ([0xC0, 0x80], [.unknown(0xC0), .unknown(0x80)]),
            ([0xC3, 0x6A], [.unknown(0xC3), .character("j")]),
            ([0xC3, 0x103], [.unknown(0xC3), .up]),
            ([0xC3, 0x1B, 0x5B, 0x41], [.unknown(0xC3), .up]),
            ([0xC3, 0xC3, 0xA9], [.unknown(0xC3), .character("é")]),
            ([0xED, 0xA0, 0x80, 0x6A], [.unknown(0xED), .unknown(0xA0), .unknown(0x80), .character("j")]),
        ] as [([Int32], [Key])])
    func losesNoKeyToAnInvalidByte(codes: [Int32], expected: [Key]) {
        #expect(keys(codes) == expected)
    }

    @Test func knowsNothingButASCIIWithoutUTF8() {
        #expect(keys([0xC3, 0xA9, 0x6A], isUTF8: false) == [.unknown(0xC3), .unknown(0xA9), .character("j")])
    }

    @Test(
        arguments: [
            ("\u{1B}[1;9Zd", [.unknown(27), .character("d")]),
            ("\u{1B}Oxy", [.unknown(27), .character("y")]),
            ("\u{1B}[", [.escape, .character("[")]),
            ("\u{1B}[1;", [.unknown(27)]),
            ("\u{1B}j", [.escape, .character("j")]),
            ("\u{1B}\u{1B}[Aj", [.escape, .up, .character("j")]),
            ("\u{1B}[B", [.down]),
            ("\u{1B}OB", [.down]),
            ("\u{1B}[6~k", [.pageDown, .character("k")]),
            ("\u{1B}[24~", [.function(12)]),
            ("\u{1B}[1;5A", [.unknown(27)]),
            ("\u{1B}[\r", [.escape, .character("["), .enter]),
            ("[1;9Z", ["[", "1", ";", "9", "Z"].map { .character($0) }),
        ] as [(String, [Key])])
    func takesAnUnknownSequenceAsOneKey(typed: String, expected: [Key]) {
        #expect(keys(typed.utf8.map(Int32.init)) == expected)
    }
}
