import InspectorCore

/// Earlier runs in each format.
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

    private let extraHeadings = ["JOURNAL", "TAKEN BACK BY"]

    /// Spreadsheets get the state as JSON has it, people how the run ended.
    private func rows(absent: String, extras: some Sequence<Int>, state: (RunSummary) -> String) -> [[String]] {
        runs.map { run in
            let cells = [run.runId, run.startedAt ?? absent, run.action?.rawValue ?? absent, run.account ?? absent, run.region ?? absent]
            let counts = [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) }
            let extra = [run.integrityWords ?? absent, run.undoneBy ?? absent]
            return cells + counts + [state(run)] + extras.map { extra[$0] }
        }
    }

    /// The last columns only where they say something that is not as usual.
    private var table: String {
        let isUnusual = [runs.contains { ![nil, "checked"].contains($0.integrityWords) }, runs.contains { $0.undoneBy != nil }]
        let kept = extraHeadings.indices.filter { isUnusual[$0] }
        return TextTable(
            headings: headings + kept.map { extraHeadings[$0] },
            rows: rows(absent: "-", extras: kept) { $0.stateWords.joined(separator: ", ") }
        ).text
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
