import TestSupport
import TextSafety
import Testing

@testable import InspectorCore

@Suite struct CSVCellTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("  =1", "'  =1"),
        ("'=1", "''=1"), ("''=1", "'''=1"), ("' =1", "'' =1"), ("＝1", "'＝1"), ("-", "'-"),
        ("", ""), ("a=1", "a=1"), ("'", "'"), ("'a", "'a"), ("acme/ledger", "acme/ledger"), ("1-1", "1-1"),
    ])
    func whatASpreadsheetWouldRunIsText(cell: String, written: String) {
        #expect(CSVCell.neutralized(cell) == written)
        #expect(CSVCell.restored(written) == cell)
    }

    @Test func everyCellComesBackAsItWas() {
        let broken = Property.counterexample(3000) { random in
            let marks = random.list(upTo: 4) { $0.pick(["'", " ", "=", "+", "-", "@", "\t", "\r", "a"] as [Character]) }
            let cell = String(marks) + random.text(upTo: 3)
            let written = CSVCell.neutralized(cell)
            return Array(CSVCell.restored(written).utf8) == Array(cell.utf8) ? nil : "lost: \(cell)"
        }
        #expect(broken == nil)
    }

    /// Most cells are not looked at closely; none of them may need it.
    @Test func anOrdinaryCellIsWrittenAsItIs() {
        let broken = Property.counterexample(5000) { random in
            let marks = random.list(upTo: 4) { $0.pick(Array("' #=+-@\t\",;aé~9\u{7F}")) }
            let cell = String(marks)
            return CSVCell.isOrdinary(cell) && CSVWriter.written(cell) != cell ? cell : nil
        }
        #expect(broken == nil)
        for cell in ["", "a", "arn:aws:x/y", "payments/ledger", "2026-11-29T05:00:00Z"] { #expect(CSVCell.isOrdinary(cell)) }
        for cell in ["=1", "#", " a", "a,b", "a;b", "a\"b", "é", "\u{7F}"] { #expect(!CSVCell.isOrdinary(cell)) }
    }

    @Test func noWrittenCellBeginsAFormula() {
        let broken = Property.counterexample(2000) { random in
            let marks = random.list(upTo: 3) { $0.pick(["=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", "'"] as [Character]) }
            var splitter = RecordSplitter()
            splitter.delimiters = [UInt8(ascii: ",")]
            splitter.append { $0 += CSVWriter.line([String(marks) + random.text(upTo: 4), "next"]).utf8 }
            guard let record = try? splitter.next(isLast: true), record.fields.count == 2 else { return "not two cells: \(marks)" }
            let cell = splitter.withContent(of: record.fields[0]) { String(decoding: $0, as: UTF8.self) }
            let first = cell.unicodeScalars.first { $0 != " " }
            return first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? cell : nil
        }
        #expect(broken == nil)
    }

    @Test func fromTakesBackWhatTheWriterAdds() throws {
        let text = CSVWriter.line(["scanConfigurationArn", "projectId"]) + CSVWriter.line(["=arn", "'@project"])
        let error = #expect(throws: PlanInputError.self) {
            try PlanInput.read(
                Array(text.utf8), name: "in.csv", configurations: [], context: PlanInputContext(account: nil, region: "us-east-1"))
        }
        #expect(error?.sentence.contains("\"=arn\" is no ARN") == true, "\(error?.sentence ?? "")")
    }

    @Test func aSemicolonIsQuotedForWhereItSeparates() {
        #expect(CSVWriter.line(["#\u{35F}a"]) == "\"#\u{35F}a\"\r\n", "a mark on it makes it no other sign for who reads bytes")
        #expect(CSVWriter.line(["a;=1", "b"]) == "\"a;=1\",b\r\n")
    }
}
