import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    private static func inputs(_ bytes: [UInt8], isUTF8: Bool = true) -> [TerminalInput] {
        var decoder = KeyDecoder(isUTF8: isUTF8)
        return decoder.decode(bytes) + decoder.pause() + decoder.giveUp()
    }

    /// The keys of what was sent at once, after which nothing came for long.
    private func keys(_ sent: String) -> [Key] {
        keys(Array(sent.utf8))
    }

    private func keys(_ bytes: [UInt8], isUTF8: Bool = true) -> [Key] {
        Self.inputs(bytes, isUTF8: isUTF8).compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test(
        arguments: [
            (0x00, .control("@")), (0x01, .control("a")), (0x03, .control("c")), (0x1A, .control("z")), (0x1C, .control("\\")),
            (0x1F, .control("_")),
            (0x08, .backspace), (0x7F, .backspace), (0x09, .tab), (0x0A, .enter), (0x0D, .enter), (0x1B, .escape),
            (0x20, .character(" ")), (0x7E, .character("~")),
        ] as [(UInt8, Key)])
    func knowsASCII(byte: UInt8, key: Key) {
        #expect(keys([byte]) == [key])
    }

    @Test(arguments: ["é", "日", "✗", "👍"]) func readsUTF8(character: Character) {
        #expect(keys(String(character)) == [.character(character)])
    }

    @Test func keepsHalfACharacterForTheNextTime() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode([0xE6, 0x97]).isEmpty)
        #expect(decoder.decode([0xA5, 0x6A]) == [.key(.character("日")), .key(.character("j"))])
    }

    @Test(
        arguments: [
            ([0x80, 0x6A], [.unknown(0x80), .character("j")]),
            ([0xFF, 0x6A], [.unknown(0xFF), .character("j")]),
            ([0xC0, 0x84], [.unknown(0xC0), .unknown(0x84)]),
            ([0xC3, 0x6A], [.unknown(0xC3), .character("j")]),
            ([0xC3, 0x1B, 0x5B, 0x41], [.unknown(0xC3), .up]),
            ([0xC3, 0xC3, 0xA9], [.unknown(0xC3), .character("é")]),
            ([0xED, 0xA0, 0x80, 0x6A], [.unknown(0xED), .unknown(0xA0), .unknown(0x80), .character("j")]),
        ] as [([UInt8], [Key])])
    func losesNoKeyToAnInvalidByte(bytes: [UInt8], expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test func knowsNothingButASCIIWithoutUTF8() {
        #expect(keys([0xC3, 0xA9, 0x6A], isUTF8: false) == [.unknown(0xC3), .unknown(0xA9), .character("j")])
        #expect(keys(Array("А日".utf8) + [0x6A], isUTF8: false).last == .character("j"))
    }

    @Test(
        arguments: [
            ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}OF", .end),
            ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert),
            ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter),
            ("\u{1B}OP", .function(1)), ("\u{1B}[R", .function(3)), ("\u{1B}[24~", .function(12)), ("\u{1B}[[E", .function(5)),
            ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")), ("\u{1B}Oo", .character("/")), ("\u{1B}Oj", .character("*")),
            ("\u{1B}[1;1B", .down), ("\u{1B}[1;129B", .down), ("\u{1B}[1;1:2B", .down),
            ("\u{1B}[106u", .character("j")), ("\u{1B}[106;1u", .character("j")), ("\u{1B}[97;2u", .character("A")),
            ("\u{1B}[52:36;2u", .character("$")), ("\u{1B}[99;5u", .control("c")), ("\u{1B}[32;5u", .control("@")),
            ("\u{1B}[27u", .escape), ("\u{1B}[13u", .enter), ("\u{1B}[9;2u", .backTab), ("\u{1B}[57407;129u", .character("8")),
            ("\u{1B}[57414u", .enter), ("\u{1B}[57420u", .down), ("\u{1B}[27;5;99~", .control("c")),
            ("\u{9B}A", .up), ("\u{8F}B", .down),
        ] as [(String, Key)])
    func knowsTheKeysOfTerminals(sent: String, key: Key) {
        #expect(keys(sent) == [key])
    }

    @Test func knowsControlCharactersOfOneByte() {
        #expect(keys([0x9B, 0x41, 0x6A]) == [.up, .character("j")])
        #expect(keys([0x9B, 0x41], isUTF8: false) == [.up])
        #expect(Self.inputs([0x9D] + Array("11;rgb:1e1e".utf8) + [0x9C, 0x6A]) == [.key(.character("j"))])
    }

    @Test(
        arguments: [
            "\u{1B}j", "\u{1B}d", "\u{1B}y", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}é", "\u{1B}/", "\u{1B} ", "\u{1B}[", "\u{1B}O",
            "\u{1B}\u{1B}[A", "\u{1B}\u{1B}OA", "\u{1B}[1;3A", "\u{1B}[1;5A", "\u{1B}O5A", "\u{1B}[1;9Z", "\u{1B}[97;3u", "\u{1B}[97;9u",
            "\u{1B}[57358u", "\u{1B}[1;", "\u{1B}[200", "\u{1B}[99~", "\u{1B}[m", "\u{1B}(B", "\u{1B}[27;3;121~",
        ])
    func takesWhatHasNoMeaningAsOneKey(sent: String) {
        #expect(keys(sent) == [.unknown(27)])
    }

    @Test(
        arguments: [
            "\u{1B}[?62;1;6c", "\u{1B}[>1;95;0c", "\u{1B}P!|00000000\u{1B}\\", "\u{1B}P>|tmux 3.3a\u{1B}\\", "\u{1B}[12;40R",
            "\u{1B}[?1;1R",
            "\u{1B}]10;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]11;rgb:1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:xx/yy/zz\u{7}", "\u{1B}]ldy y\u{1B}\\",
            "\u{1B}_Gi=1;OK\u{1B}\\",
            "\u{1B}^d y\u{1B}\\", "\u{1B}Xd y\u{7}", "\u{9D}52;c;ZHk=\u{9C}", "\u{1B}]2;dy✜y\u{1B}\\",
            "\u{1B}[M !!", "\u{1B}[M y\u{FF}", "\u{1B}[Mddy", "\u{1B}[<0;10;20M", "\u{1B}[<35;10;20m", "\u{1B}[32;10;20M", "\u{1B}[I",
            "\u{1B}[O",
            "\u{1B}[8;24;80t", "\u{1B}[?1u", "\u{1B}[106;1:3u", "\u{1B}[1;1:3B", "\u{1B}[3;1:3~", "\u{1B}[201~",
        ])
    func reportsAreNothing(sent: String) {
        #expect(Self.inputs(Array(sent.utf8)).isEmpty)
        #expect(keys(sent + "k") == [.character("k")])
    }

    @Test(
        arguments: [
            "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{7}", "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\", "\u{9D}11;rgb:fd/f6/e3\u{9C}",
            "\u{1B}\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{7}",
        ])
    func theBackgroundIsToldAndIsNoKey(sent: String) {
        let told = TerminalInput.backgroundReport(RGBColor(0xFD, 0xF6, 0xE3))
        #expect(Self.inputs(Array((sent + "k").utf8)) == [told, .key(.character("k"))])
    }

    @Test func answersAreTold() {
        #expect(Self.inputs(Array("\u{1B}[0n".utf8)) == [.statusReport])
        #expect(Self.inputs(Array("\u{1B}\u{1B}[0n".utf8)) == [.statusReport])
        #expect(Self.inputs(Array("\u{1B}[?2004;2$yj".utf8)) == [.modeReport(mode: 2004, setting: 2), .key(.character("j"))])
    }

    @Test func aLongSequenceIsSwallowed() {
        let numbers = String(repeating: "1;", count: 5000)
        #expect(keys("\u{1B}[\(numbers)Aj") == [.character("j")])
        #expect(keys("\u{1B}O\(numbers)Aj") == [.character("j")])
        #expect(keys(String(repeating: "\u{1B}", count: 100_000) + "[Aj").last == .character("j"))
    }
}

extension KeyDecoderTests {
    private static let wyse = KeyStrings([
        (bytes: [0x0B], key: .up), (bytes: [0x0A], key: .down), (bytes: [0x1B, 0x4A], key: .pageUp),
        (bytes: [0x01, 0x40, 0x0D], key: .function(1)),
        (bytes: [0x1B, 0x09], key: .backTab), (bytes: Array("\u{1B}Oq".utf8), key: .home),
        (bytes: Array("\u{1B}[3$".utf8), key: .unknown(0)),
        (bytes: [0x0D], key: .left), (bytes: [0x1B], key: .left), (bytes: [0x03], key: .left), (bytes: Array("y".utf8), key: .left),
    ])

    @Test(
        arguments: [
            ([0x0B], [.up]), ([0x0A], [.down]), ([0x0D], [.enter]), ([0x1B, 0x4A, 0x6A], [.pageUp, .character("j")]),
            ([0x01, 0x40, 0x0D], [.function(1)]), ([0x01], [.control("a")]),
            ([0x01, 0x40, 0x6A], [.control("a"), .character("@"), .character("j")]),
            ([0x1B, 0x09], [.backTab]), ([0x1B, 0x4F, 0x71], [.character("1")]),
            ([0x1B, 0x5B, 0x33, 0x24, 0x6A], [.unknown(0), .character("j")]),
            ([0x1B], [.escape]), ([0x03], [.control("c")]), ([0x79], [.character("y")]),
        ] as [([UInt8], [Key])])
    func theTerminalsDescriptionComesFirst(bytes: [UInt8], expected: [Key]) {
        var decoder = KeyDecoder(isUTF8: true, keyStrings: Self.wyse)
        let inputs = decoder.decode(bytes) + decoder.pause() + decoder.giveUp()
        #expect(inputs == expected.map { .key($0) })
    }

    @Test func escapeIsAKeyOnceNothingFollows() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.waiting != nil)
        #expect(decoder.pause() == [.key(.escape)])
        #expect(decoder.decode([0x6A]) == [.key(.character("j"))])
        #expect(decoder.waiting == nil)
        #expect(decoder.decode([0x1B, 0x1B]).isEmpty)
        #expect(decoder.pause() == [.key(.escape), .key(.escape)])
    }

    @Test func whatComesLateBehindAnEscapeIsStillItsSequence() {
        var decoder = KeyDecoder(isUTF8: true)
        _ = decoder.decode([0x1B])
        #expect(decoder.pause() == [.key(.escape)])
        #expect(decoder.decode(Array("]11;rgb:dead/y\u{7}j".utf8)) == [.key(.character("j"))])
        _ = decoder.decode([0x1B])
        _ = decoder.pause()
        #expect(decoder.giveUp().isEmpty)
        #expect(decoder.decode(Array("]".utf8)) == [.key(.character("]"))])
    }

    @Test func eachUnfinishedInputHasItsNumber() throws {
        var decoder = KeyDecoder(isUTF8: true)
        _ = decoder.decode(Array("\u{1B}[1".utf8))
        let first = try #require(decoder.waiting)
        _ = decoder.decode(Array(";".utf8))
        #expect(decoder.waiting == first)
        _ = decoder.decode(Array("1A\u{1B}[200~text".utf8))
        let second = try #require(decoder.waiting)
        #expect(second != first)
        _ = decoder.decode(Array("\u{1B}[201~".utf8))
        #expect(decoder.waiting != second)
        _ = decoder.pause()
        #expect(decoder.waiting == nil)
    }
}
