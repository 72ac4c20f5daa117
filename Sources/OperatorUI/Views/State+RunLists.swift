import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Headings and rows of the earlier runs.
    func earlierRunLines(_ list: EarlierRuns) -> [Line] {
        let isNarrow = size.columns < 80
        let columns = [
            Column(title: "BEGAN (UTC)", width: isNarrow ? 11 : 16), Column(title: "DOES", width: 12),
            Column(title: "TARGETS", width: 7, isRightAligned: true),
            Column(title: "FAILED", width: isNarrow ? 6 : 7, isRightAligned: true),
            Column(title: "OPEN", width: isNarrow ? 5 : 7, isRightAligned: true),
        ]
        let lines = [Column.headings(columns + [Column(title: "STATE", width: 7)], gutter: Self.gutter)]
        guard let runs = list.runs else { return lines + wrapped("Reading the journals…", .dim) }
        if runs.isEmpty { return lines + wrapped("There are no earlier runs: each run that is sent leaves its journal here.", .dim) }
        let rows = list.viewport.top..<max(list.viewport.top, min(runs.count, list.viewport.top + listHeight))
        return lines
            + rows.map { row in
                let run = runs[row]
                let cells = zip(columns, run.cells(isNarrow: isNarrow)).map { $0.cell($1) }.joined()
                return Line([
                    Span(row == list.viewport.cursor ? "▸" : " ", .cursor), Span("  " + cells, .text),
                    Span(run.stateText(isNarrow: isNarrow), run.stateStyle),
                ])
            }
    }

    /// The region's row and the profiles.
    func profileLines(_ picker: ProfilePicker) -> [Line] {
        let names = session.profiles
        let rows = picker.viewport.top..<max(picker.viewport.top, min(names.count + 1, picker.viewport.top + listHeight))
        let lines =
            [Line("   PROFILE OR REGION", .header)]
            + rows.map { row in
                let isUsed = row > 0 && names[row - 1] == session.profile
                let text = row == 0 ? "Region \(session.region ?? "unknown"): Enter types another" : names[row - 1].terminalSafe
                return Line([
                    Span(row == picker.viewport.cursor ? "▸" : " ", .cursor), Span("  \(text)", isUsed ? .accent : .text),
                    Span(isUsed ? "  in use" : "", .dim),
                ])
            }
        return names.isEmpty ? lines + wrapped("There are no profiles in the shared files (~/.aws/config and credentials).", .dim) : lines
    }
}

extension RunSummary {
    /// The cells of the run's row; a narrow one does without the year.
    fileprivate func cells(isNarrow: Bool) -> [String] {
        let began = startedAt.map { String($0.prefix(16).dropFirst(isNarrow ? 5 : 0).map { $0 == "T" ? " " : $0 }) } ?? runId
        return [began.terminalSafe, action?.rawValue ?? "", targets.grouped, failed.grouped, (unresolved + notSent).grouped]
    }

    /// The run's state; a narrow row has no room for what to do.
    fileprivate func stateText(isNarrow: Bool) -> String {
        if isDistrusted { return "damaged" + (isNarrow ? "" : ": Enter tells") }
        return switch state {
        case .complete: "complete"
        case .stopped: "stopped" + (isNarrow ? "" : ": R resumes")
        case .interrupted: "interrupted" + (isNarrow ? "" : ": R resumes")
        case .runningElsewhere: "running now"
        case .unreadable: "unreadable" + (isNarrow ? "" : ": Enter says why")
        }
    }

    fileprivate var stateStyle: Style {
        if isDistrusted { return .warning }
        return switch state {
        case .complete: .success
        case .stopped, .interrupted, .unreadable: .warning
        case .runningElsewhere: .accent
        }
    }
}
