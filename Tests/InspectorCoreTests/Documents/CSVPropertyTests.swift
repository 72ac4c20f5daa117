import TestSupport
import TextSafety
import Testing

@testable import InspectorCore

@Suite struct CSVPropertyTests {
    private func records(_ text: String) throws(PlanInputProblem) -> [[String]] {
        var splitter = RecordSplitter()
        splitter.delimiters = [UInt8(ascii: ",")]
        splitter.append { $0 += text.utf8 }
        var records: [[String]] = []
        while let record = try splitter.next(isLast: true) {
            records.append(record.fields.map { splitter.withContent(of: $0) { String(decoding: $0, as: UTF8.self) } })
        }
        return records
    }

    @Test func whatIsWrittenIsReadAsItIsShown() throws {
        let broken = try Property.counterexample(1500) { random in
            let width = random.int(2..<5)
            let rows = random.list(upTo: 4) { random in (0..<width).map { _ in Self.field(&random) } }
            let text = rows.map(CSVWriter.line).joined()
            let same =
                try records(text).map { $0.map { Array(CSVCell.restored($0).utf8) } } == rows.map { $0.map { Array($0.terminalSafe.utf8) } }
            return same ? nil : text
        }
        #expect(broken == nil)
    }

    @Test func nothingButLineEndsControlsATerminal() {
        let broken = Property.counterexample(1000) { random in
            let line = CSVWriter.line(random.list(upTo: 4) { $0.text() })
            return line.hasSuffix("\r\n") && String(line.dropLast()).terminalSafe == line.dropLast() ? nil : line
        }
        #expect(broken == nil)
    }

    @Test func damagedRecordsAreReadOrRefusedWithTheirLine() {
        let samples = ["a,b,c\r\n\"x,y\",\"q\"\"q\",\"two\nlines\"\r\n", ",,\n\"\"\n"]
        let broken = Property.counterexample(2000) { random in
            let text = String(decoding: random.mutation(of: samples), as: UTF8.self)
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
            do throws(PlanInputProblem) {
                return try records(text).allSatisfy { !$0.isEmpty || text.contains("#") } ? nil : "a record without a field: \(text)"
            } catch {
                return (1...lines).contains(error.line) ? nil : "line \(error.line) of \(lines): \(text)"
            }
        }
        #expect(broken == nil)
    }

    /// Any text, with more quotes and commas than chance has it.
    private static func field(_ random: inout SeededRandom) -> String {
        var field = String.UnicodeScalarView()
        for scalar in random.text(upTo: 12).unicodeScalars {
            let special = random.pick(["\"", ",", "\n", "\r", "\u{301}"] as [Unicode.Scalar])
            field.append(random.oneIn(3) ? special : scalar)
        }
        return String(field)
    }
}
