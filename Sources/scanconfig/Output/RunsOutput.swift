import InspectorCore

/// Earlier runs in each format.
struct RunsOutput {
    let runs: [RunSummary]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: ([headings] + rows(absent: "")).map(CSVWriter.line).joined()
        case .table: runs.isEmpty ? "No run yet.\n" : TextTable(headings: headings, rows: rows(absent: "-")).text
        }
    }

    private var headings: [String] {
        ["RUN", "STARTED", "ACTION", "ACCOUNT", "REGION", "TARGETS", "SUCCEEDED", "FAILED", "UNRESOLVED", "NOT SENT", "STATE"]
    }

    private func rows(absent: String) -> [[String]] {
        runs.map { run in
            [run.runId, run.startedAt ?? absent, run.action?.rawValue ?? absent, run.account ?? absent, run.region ?? absent]
                + [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) } + [run.state.words]
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
