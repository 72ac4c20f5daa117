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
            zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").trimmingSpaces + "\n"
        }.joined()
    }

    private static func cells(_ reading: Reading) -> [String] {
        [
            "\(reading.figure): \(reading.detail)", reading.ours.text, reading.reference.text,
            reading.ratio.map { Quantity.rounded($0, $0 < 0.1 ? 3 : 2) } ?? "-", reading.goal.words,
            reading.isMet.map { $0 ? "met" : "missed" } ?? "",
        ]
    }
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        lastIndex { $0 != " " }.map { self[...$0] } ?? ""
    }
}
