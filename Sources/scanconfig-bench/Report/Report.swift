import AWSClient
import FoundationEssentials
import InspectorCore
import JSON
import Terminal
import TextSafety

/// The readings as a table for people.
struct ReportTable {
    let readings: [Reading]

    /// A heading and a line a reading, columns as wide as their widest cell.
    var text: String {
        let cells = [["FIGURE", "OURS", "PEER OR LIMIT", "RATIO", "GOAL", ""]] + readings.map(Self.cells)
        let widths = cells[0].indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        return cells.map { row in
            zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
        }.joined()
    }

    /// The same in Markdown, below a line with the machine and the date.
    func markdown(on date: Date) -> String {
        let rows =
            [["figure", "ours", "peer or limit", "ratio", "goal", ""], Array(repeating: "---", count: 6)] + readings.map(Self.cells)
        let table = rows.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
        return "\(Machine.words), \(WireDate.iso8601(date).prefix(10)):\n\n" + table
    }

    private static func cells(_ reading: Reading) -> [String] {
        [
            "\(reading.figure): \(reading.detail)", reading.ours.text, reading.reference.text,
            reading.ratio.map { Quantity.rounded($0, $0 < 0.1 ? 3 : 2) } ?? "-", reading.goal.words,
            reading.isMet.map { $0 ? "met" : "missed" } ?? "",
        ]
    }
}

/// The readings as a JSON document for programs.
struct ReportDocument: JSONWritable {
    /// One reading.
    struct Row: JSONWritable {
        let figure: String
        let detail: String
        let unit: String
        let ours: Double
        let reference: String
        let referenceValue: Double?
        let ratio: Double?
        let goalRatio: Double
        let met: Bool?

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("detail", detail)
                json.member("figure", figure)
                json.member("goalRatio", goalRatio)
                json.member("met", met)
                json.member("ours", ours)
                json.member("ratio", ratio)
                json.member("reference", reference)
                json.member("referenceValue", referenceValue)
                json.member("unit", unit)
            }
        }
    }

    let readings: [Row]

    init(_ readings: [Reading]) {
        self.readings = readings.map { reading in
            Row(
                figure: reading.figure, detail: reading.detail, unit: reading.ours.unit.rawValue, ours: reading.ours.value,
                reference: reading.reference.name, referenceValue: reading.reference.quantity?.value, ratio: reading.ratio,
                goalRatio: reading.goal.ratio, met: reading.isMet)
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { $0.member("readings", readings) }
    }

    /// The document's text, ending with a line break.
    var text: String {
        String(decoding: jsonDocument, as: UTF8.self)
    }
}
