import TestSupport
import Testing

@testable import Terminal
import TextSafety

/// What holds for any text, whoever wrote it.
@Suite struct TextPropertyTests {
    private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    @Test func whatIsShownObeysNothing() {
        let broken = Property.counterexample(2000) { random in
            let text = random.text()
            if text.terminalSafe.unicodeScalars.contains(where: isRefused) { return "not safe: \(text)" }
            return text.terminalSafe.terminalSafe == text.terminalSafe ? nil : "not settled: \(text)"
        }
        #expect(broken == nil)
    }

    @Test func aTextIsAsWideAsWhatIsShownOfIt() {
        let broken = Property.counterexample(2000) { random in
            let text = random.text()
            return text.displayWidth == text.terminalSafe.displayWidth ? nil : "\(text.displayWidth) cells: \(text)"
        }
        #expect(broken == nil)
    }

    @Test func clippingAndPaddingKeepTheirColumns() {
        let broken = Property.counterexample(2000) { random in
            let (text, columns) = (random.text(), random.int(-1..<30))
            if text.clipped(to: columns).displayWidth > max(0, columns) { return "clipped to \(columns): \(text)" }
            if text.displayWidth <= columns, text.clipped(to: columns) != text { return "clipped for nothing: \(text)" }
            let widths = [text.padded(to: columns), text.leftPadded(to: columns)].map(\.displayWidth)
            return widths == [max(0, columns), max(0, columns)] ? nil : "padded to \(columns), got \(widths): \(text)"
        }
        #expect(broken == nil)
    }

    @Test func wrappingLosesNothing() {
        let broken = Property.counterexample(1000) { random in
            let (text, columns) = (random.text(upTo: 80), random.int(1..<20))
            let lines = text.wrapped(to: columns)
            for line in lines where line.displayWidth > columns && line.count > 1 { return "\(columns) columns, line \(line): \(text)" }
            let kept = lines.joined().unicodeScalars.filter { $0 != " " }
            let given = text.filter { !$0.isNewline }.unicodeScalars.filter { $0 != " " }
            return kept.elementsEqual(given) ? nil : "\(columns) columns, lost of: \(text)"
        }
        #expect(broken == nil)
    }

    @Test func aFrameHoldsNoMoreThanFits() {
        let broken = Property.counterexample(500) { random in
            let size = TerminalSize(columns: random.int(0..<20), rows: random.int(0..<4))
            let lines = random.list(upTo: 5) { random in Line(random.list(upTo: 4) { Span($0.text(upTo: 10)) }) }
            let frame = Frame(size: size, lines: lines)
            for shown in [frame, frame.asciiOnly()] {
                guard shown.lines.count <= size.rows else { return "\(shown.lines.count) lines" }
                for line in shown.lines where line.displayWidth > size.columns { return "\(size.columns) columns: \(line.text)" }
            }
            for line in frame.asciiOnly().lines where !line.text.isPlainASCII { return "not ASCII: \(line.text)" }
            return frame.lines.map(\.displayWidth) == frame.asciiOnly().lines.map(\.displayWidth) ? nil : "ASCII is wider: \(frame.lines)"
        }
        #expect(broken == nil)
    }

    @Test(.timeLimit(.minutes(5))) func wrappingALongWordTakesNoLongerThanReadingIt() {
        let word = String(repeating: "a", count: 400_000) + String(repeating: "é", count: 100_000)
        #expect(word.wrapped(to: 10).count == 50_000)
    }
}
