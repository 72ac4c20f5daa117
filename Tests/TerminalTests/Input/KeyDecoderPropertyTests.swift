import TestSupport
import Testing

@testable import Terminal

/// What holds for anything that a terminal, a paste or line noise may send, however it is cut into portions.
@Suite struct KeyDecoderPropertyTests {
    private static let samples = [
        "jjk dy", "\u{1B}[A\u{1B}OB\u{1B}[6~", "é日✗👍", "\u{1B}[1;5A\u{1B}[200~text\u{1B}[201~", "\u{1B}\u{1B}[A",
        "\u{1B}]11;rgb:1/2/3\u{7}",
        "\u{1B}[M !!\u{1B}[<0;1;2M", "\u{9B}A\u{9D}x\u{9C}", "\u{1B}P1$r0m\u{1B}\\",
    ]
    private static let strings = KeyStrings([(bytes: Array("\u{1B}OA".utf8), key: .up), (bytes: [0x01, 0x40, 0x0D], key: .function(1))])

    /// What `bytes` are, in portions of any size, with a pause behind some of them.
    private func decode(_ bytes: [UInt8], _ decoder: inout KeyDecoder, pausesOneIn: Int?, _ random: inout SeededRandom) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let portion = rest.prefix(random.int(1..<9))
            inputs += decoder.decode(Array(portion))
            rest = rest.dropFirst(portion.count)
            if let pausesOneIn, random.oneIn(pausesOneIn) { inputs += decoder.pause() }
        }
        return inputs
    }

    // MARK: Terminals

    private func number(_ random: inout SeededRandom) -> String { String(random.int(0..<400)) }

    /// Something that a terminal says by itself.
    private func report(_ random: inout SeededRandom) -> [UInt8] {
        let (first, second, text) = (number(&random), number(&random), random.word())
        let end = random.pick(["\u{7}", "\u{1B}\\", "\u{9C}"])
        switch random.int(0..<12) {
        case 0: return Array("\u{1B}[?\(first);\(second)c".utf8)
        case 1: return Array("\u{1B}[\(first);\(second)R".utf8)
        case 2: return Array("\u{1B}[?\(first);\(second)$y".utf8)
        case 3: return Array("\u{1B}]\(first);\(text)\(end)".utf8)
        case 4: return Array("\u{1B}P\(first)$r\(text)\(end)".utf8)
        case 5: return Array((random.pick(["\u{1B}_G", "\u{1B}^", "\u{1B}X", "\u{90}", "\u{9F}"]) + text + end).utf8)
        case 6: return Array("\u{1B}[<\(first);\(second);1\(random.pick(["M", "m"]))".utf8)
        case 7: return Array("\u{1B}[M".utf8) + (0..<3).map { _ in UInt8.random(in: 0x20...0xC1, using: &random) }
        case 8: return Array("\u{1B}[\(first);\(second);3M".utf8)
        case 9: return Array(random.pick(["\u{1B}[I", "\u{1B}[O", "\u{1B}[0n", "\u{1B}[?0u", "\u{1B}[>0;276;0c"]).utf8)
        case 10: return Array("\u{1B}[\(first);\(second);80t".utf8)
        default: return Array("\u{1B}[200~\(random.text())\u{1B}[201~".utf8)
        }
    }

    private func isCommand(_ input: TerminalInput) -> Bool {
        switch input {
        case .key(.unknown): false
        case .key: true
        case .paste, .brokenPaste, .statusReport, .modeReport, .backgroundReport: false
        }
    }

    @Test func nothingATerminalSaysIsACommand() {
        let broken = Property.counterexample(20_000) { random in
            let said = (0..<random.int(1..<4)).map { _ in report(&random) }
            let cut = random.oneIn(2) ? random.int(2..<said[said.count - 1].count + 1) : said[said.count - 1].count
            let bytes = said.dropLast().flatMap(\.self) + said[said.count - 1].prefix(cut)
            for isUTF8 in [true, false] {
                var decoder = KeyDecoder(isUTF8: isUTF8, keyStrings: Self.strings)
                var inputs = decode(bytes, &decoder, pausesOneIn: nil, &random)
                inputs += decoder.pause() + decoder.giveUp()
                if let command = inputs.first(where: isCommand) { return "\(command) of \(bytes)" }
            }
            return nil
        }
        #expect(broken == nil)
    }

    /// Torn right behind its Escape, a report cannot be told from the key; nothing else of it can be taken for one.
    @Test func aTornReportIsAtMostEscape() {
        let broken = Property.counterexample(5000) { random in
            let bytes = report(&random)
            var decoder = KeyDecoder(isUTF8: true, keyStrings: Self.strings)
            let inputs = decode(bytes, &decoder, pausesOneIn: 2, &random) + decoder.pause() + decoder.giveUp()
            let commands = inputs.filter(isCommand)
            return commands.allSatisfy { $0 == .key(.escape) } && commands.count < 2 ? nil : "\(commands) of \(bytes)"
        }
        #expect(broken == nil)
    }

    // MARK: Anything

    @Test func whateverCameKeysCountAgainAfterwards() {
        let broken = Property.counterexample(5000) { random in
            let bytes = random.mutation(of: Self.samples)
            for isUTF8 in [true, false] {
                var decoder = KeyDecoder(isUTF8: isUTF8, keyStrings: Self.strings)
                let inputs = decode(bytes, &decoder, pausesOneIn: 5, &random)
                if inputs.count > bytes.count + 1 { return "\(inputs.count) inputs of \(bytes)" }
                _ = decoder.pause() + decoder.giveUp() + decoder.giveUp()
                if decoder.waiting != nil { return "still waits after \(bytes)" }
                if decoder.decode([0x6A]) != [.key(.character("j"))] { return "a key was lost after \(bytes)" }
            }
            return nil
        }
        #expect(broken == nil)
    }

    @Test func portionsChangeNothing() {
        let broken = Property.counterexample(5000) { random in
            let bytes = random.mutation(of: Self.samples)
            var (whole, portioned) = (
                KeyDecoder(isUTF8: true, keyStrings: Self.strings), KeyDecoder(isUTF8: true, keyStrings: Self.strings)
            )
            let expected = whole.decode(bytes) + whole.pause() + whole.giveUp() + whole.giveUp()
            var inputs = decode(bytes, &portioned, pausesOneIn: nil, &random)
            inputs += portioned.pause() + portioned.giveUp() + portioned.giveUp()
            return inputs == expected ? nil : "\(inputs) instead of \(expected) of \(bytes)"
        }
        #expect(broken == nil)
    }

    @Test func typedCharactersComeThroughHoweverTheyArrive() {
        let broken = Property.counterexample(1000) { random in
            let typed = random.text().unicodeScalars.filter { $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) }
            let expected = typed.map { TerminalInput.key(.character(Character($0))) }
            var decoder = KeyDecoder(isUTF8: true)
            let inputs = decode(Array(String(String.UnicodeScalarView(typed)).utf8), &decoder, pausesOneIn: 3, &random)
            return inputs == expected ? nil : "\(inputs) of \(typed)"
        }
        #expect(broken == nil)
    }
}
