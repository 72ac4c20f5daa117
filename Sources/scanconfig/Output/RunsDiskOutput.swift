import InspectorCore
import TextSafety

/// What the journals of earlier runs take on the disk, in each format.
struct RunsDiskOutput {
    let runs: [RunSummary]
    let folder: String

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: ([headings] + rows { String($0) }).map(CSVWriter.line).joined()
        case .table: runs.isEmpty ? "No run yet.\n" : TextTable(headings: headings, rows: rows(Self.size)).text + "\n" + sum
        }
    }

    private let headings = ["RUN", "STARTED", "TARGETS", "STATE", "BYTES"]

    private func rows(_ size: (Int) -> String) -> [[String]] {
        runs.map { run in
            [run.runId, run.startedAt ?? "-", String(run.targets), run.state.words, run.bytes.map(size) ?? "-"]
        }
    }

    private var sum: String {
        let bytes = Self.size(runs.compactMap(\.bytes).reduce(0, +))
        return "\(runs.count.counted("journal")) in \(folder.terminalSafe): \(bytes). Nothing deletes them; they are the only way back.\n"
    }

    /// Bytes in the unit that fits, to a tenth: "812 B", "1.3 MB".
    static func size(_ bytes: Int) -> String {
        var (value, unit) = (Double(bytes), 0)
        let units = ["B", "kB", "MB", "GB", "TB"]
        while value >= 999.95, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        guard unit > 0 else { return "\(bytes) B" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
