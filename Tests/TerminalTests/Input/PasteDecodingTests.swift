import Testing

@testable import Terminal

/// Pastes, from the mark at their beginning to the one at their end.
@Suite struct PasteDecodingTests {
    private static let begin = "\u{1B}[200~"
    private static let end = "\u{1B}[201~"

    private func inputs(_ portions: String...) -> [TerminalInput] {
        var decoder = KeyDecoder(isUTF8: true)
        return portions.flatMap { decoder.decode(Array($0.utf8)) } + decoder.pause()
    }

    @Test func aPasteIsOneInput() {
        #expect(inputs(Self.begin + "dy\rü\u{3}\u{1B}[A" + Self.end) == [.paste("dy\rü\u{3}\u{1B}[A")])
        #expect(inputs(Self.begin + Self.end) == [.paste("")])
        #expect(inputs("\u{9B}200~a\u{9B}201~").count == 1)
    }

    @Test func itMayComeInPortions() {
        #expect(inputs("\u{1B}[20", "0~d", "y\u{1B}", "[2", "01", "~") == [.paste("dy")])
    }

    @Test func whatComesInOneBreathWithItsEndIsPartOfIt() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode(Array((Self.begin + "a" + Self.end + "dy").utf8)) == [.paste("a")])
        #expect(decoder.decode(Array("dy".utf8)).isEmpty)
        _ = decoder.pause()
        #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))])
    }

    @Test func ofALongOneTheBeginningIsKept() {
        let text = String(repeating: "0123456789", count: 100_000)
        #expect(inputs(Self.begin + text + Self.end) == [.paste(String(text.prefix(PasteText.limit)))])
    }

    @Test func oneThatNeverEndsIsGivenUp() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode(Array((Self.begin + String(repeating: "dy", count: 500)).utf8)).isEmpty)
        #expect(decoder.giveUp().isEmpty, "it still comes")
        #expect(decoder.decode(Array("yyy".utf8)).isEmpty)
        #expect(decoder.giveUp() == [.brokenPaste], "three keys are a person")
        #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))])
    }

    @Test func aStringThatNeverEndsIsGivenUp() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode(Array("\u{1B}]11;rgb".utf8)).isEmpty)
        #expect(decoder.giveUp().isEmpty)
        #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))])
    }

    @Test func escapeEndsAString() {
        var decoder = KeyDecoder(isUTF8: true)
        #expect(decoder.decode(Array("\u{1B}]11;rgb\u{1B}".utf8)).isEmpty)
        #expect(decoder.pause().isEmpty)
        #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))])
        #expect(decoder.decode(Array("\u{1B}]11;rgb\u{1B}[B".utf8)) == [.key(.down)])
    }
}
