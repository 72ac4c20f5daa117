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

    @Test func noWrittenCellBeginsAFormula() {
        let broken = Property.counterexample(2000) { random in
            let marks = random.list(upTo: 3) { $0.pick(["=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", "'"] as [Character]) }
            var reader = CSVReader(CSVWriter.line([String(marks) + random.text(upTo: 4), "next"]))
            guard let record = try? reader.next(), record.fields.count == 2 else { return "not two cells: \(marks)" }
            let first = record.fields[0].unicodeScalars.first { $0 != " " }
            return first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "\(record.fields[0])" : nil
        }
        #expect(broken == nil)
    }

    @Test func fromTakesBackWhatTheWriterAdds() throws {
        let text = CSVWriter.line(["scanConfigurationArn", "projectId"]) + CSVWriter.line(["=arn", "'@project"])
        let error = #expect(throws: PlanInputError.self) {
            try PlanInput.read(
                Array(text.utf8), name: "in.csv", configurations: [], context: PlanInputContext(account: nil, region: "us-east-1"))
        }
        #expect(error?.sentence.contains("\"=arn\" is not the ARN") == true, "\(error?.sentence ?? "")")
        #expect(error?.sentence.contains("\"'@project\" is not a project id") == true)
    }

    @Test func aSemicolonIsQuotedForWhereItSeparates() {
        #expect(CSVWriter.line(["a;=1", "b"]) == "\"a;=1\",b\r\n")
    }
}
