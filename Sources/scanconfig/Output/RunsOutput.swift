import InspectorCore
import TextSafety

/// Writes earlier runs in each format.
struct RunsOutput {
    let runs: [RunSummary]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv:
            ([headings + extraHeadings] + rows(absent: "", extras: extraHeadings.indices) { $0.state.words }).map(CSVWriter.line).joined()
        case .table: runs.isEmpty ? "No run yet.\n" : table
        }
    }

    private var headings: [String] {
        ["RUN", "STARTED", "ACTION", "ACCOUNT", "REGION", "ASSOCIATIONS", "SUCCEEDED", "FAILED", "UNRESOLVED", "NOT SENT", "STATE"]
    }

    private let extraHeadings = ["JOURNAL", "UNDONE BY"]

    /// CSV has the state as JSON has it; the table says how the run ended.
    private func rows(absent: String, extras: some Sequence<Int>, state: (RunSummary) -> String) -> [[String]] {
        runs.map { run in
            let cells = [run.runId, run.startedAt ?? absent, run.action?.rawValue ?? absent, run.account ?? absent, run.region ?? absent]
            let counts = [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) }
            let extra = [run.integrityWords ?? absent, run.undoneBy ?? absent]
            return cells + counts + [state(run)] + extras.map { extra[$0] }
        }
    }

    /// The last two columns are left out where every run has the usual value.
    private var table: String {
        let isUnusual = [runs.contains { ![nil, "checked"].contains($0.integrityWords) }, runs.contains { $0.undoneBy != nil }]
        let kept = extraHeadings.indices.filter { isUnusual[$0] }
        return TextTable(
            headings: headings + kept.map { extraHeadings[$0] },
            rows: rows(absent: "-", extras: kept) { $0.stateWords.joined(separator: ", ") }
        ).text
    }
}

/// Writes the disk space that the journals of earlier runs take, in each format.
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

    private let headings = ["RUN", "STARTED", "ASSOCIATIONS", "STATE", "BYTES"]

    private func rows(_ size: (Int) -> String) -> [[String]] {
        runs.map { run in
            [run.runId, run.startedAt ?? "-", String(run.targets), run.state.words, run.bytes.map(size) ?? "-"]
        }
    }

    private var sum: String {
        let bytes = Self.size(runs.compactMap(\.bytes).reduce(0, +))
        let journals = "\(runs.count.counted("journal")) in \(folder.terminalSafe): \(bytes)."
        return journals + " Nothing deletes them: without them no run can be undone or resumed.\n"
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
