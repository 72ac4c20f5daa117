import InspectorCore

/// Earlier runs in each format.
struct RunsOutput {
    let runs: [RunSummary]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: ([headings] + rows { $0.state.words }).map(CSVWriter.line).joined()
        case .table:
            runs.isEmpty ? "No run yet.\n" : TextTable(headings: headings, rows: rows { $0.stateWords.joined(separator: ", ") }).text
        }
    }

    private var headings: [String] {
        ["RUN", "STARTED", "ACTION", "ACCOUNT", "REGION", "ASSOCIATIONS", "SUCCEEDED", "FAILED", "UNRESOLVED", "NOT SENT", "STATE"]
    }

    /// Spreadsheets get the state as JSON has it, people how the run ended.
    private func rows(_ state: (RunSummary) -> String) -> [[String]] {
        runs.map { run in
            [run.runId, run.startedAt ?? "-", run.action?.rawValue ?? "-", run.account ?? "-", run.region ?? "-"]
                + [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) } + [state(run)]
        }
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
