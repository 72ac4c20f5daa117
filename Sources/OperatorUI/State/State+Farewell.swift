import InspectorCore
import Terminal
import TextSafety

extension State {
    /// What stays on the normal screen after leaving: each run's result and its journal's path; nothing when nothing was sent.
    package var farewell: String {
        runs.map(\.report).map { report in
            let journal = report.journal.map { "\n  journal: \($0.terminalSafe)" } ?? ""
            return "\(report.sentence)\(journal)\n"
        }.joined()
    }
}
