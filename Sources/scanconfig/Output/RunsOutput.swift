import InspectorCore

/// Earlier runs in each format.
struct RunsOutput {
    let runs: [RunSummary]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: ([headings + extraHeadings] + zip(rows, extraRows).map(+)).map(CSVWriter.line).joined()
        case .table: runs.isEmpty ? "No run yet.\n" : table
        }
    }

    private var headings: [String] {
        ["RUN", "STARTED", "ACTION", "ACCOUNT", "REGION", "TARGETS", "SUCCEEDED", "FAILED", "UNRESOLVED", "NOT SENT", "STATE"]
    }

    private var rows: [[String]] {
        runs.map { run in
            [run.runId, run.startedAt ?? "-", run.action?.rawValue ?? "-", run.account ?? "-", run.region ?? "-"]
                + [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) } + [run.state.words]
        }
    }

    private let extraHeadings = ["JOURNAL", "TAKEN BACK BY"]

    private var extraRows: [[String]] {
        runs.map { [$0.integrityWords ?? "-", $0.undoneBy ?? "-"] }
    }

    /// The last columns only where they say something that is not as usual.
    private var table: String {
        let kept = extraHeadings.indices.filter { column in extraRows.contains { !["checked", "-"].contains($0[column]) } }
        let cells = zip(rows, extraRows).map { row, extra in row + kept.map { extra[$0] } }
        return TextTable(headings: headings + kept.map { extraHeadings[$0] }, rows: cells).text
    }
}

extension RunSummary.State {
    /// The state in words.
    var words: String {
        switch self {
        case .complete: "complete"
        case .stopped: "stopped"
        case .interrupted: "interrupted"
        case .runningElsewhere: "running elsewhere"
        case .unreadable(let reason): "unreadable: \(reason)"
        }
    }
}
