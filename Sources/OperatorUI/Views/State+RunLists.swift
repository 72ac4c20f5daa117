import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Headings and rows of the earlier runs.
    func earlierRunLines(_ list: EarlierRuns) -> [Line] {
        let isNarrow = size.columns < 80
        let columns = [
            Column(title: "BEGAN (UTC)", width: isNarrow ? 11 : 16), Column(title: "ACTION", width: 12),
            Column(title: "ASSOC", width: isNarrow ? 7 : 9, isRightAligned: true),
        ]
        let room = size.columns - columns.reduce(Self.gutter) { $0 + $1.width + 1 }
        let lines = [Column.headings(columns + [Column(title: "STATE", width: room - 1)], gutter: Self.gutter)]
        guard let runs = list.runs else { return lines + wrapped("Reading the journals…", .dim) }
        if runs.isEmpty { return lines + wrapped("There are no earlier runs: each run that is sent leaves its journal here.", .dim) }
        let rows = list.viewport.top..<max(list.viewport.top, min(runs.count, list.viewport.top + listHeight))
        return lines
            + rows.map { row in
                let cells = zip(columns, runs[row].cells(isNarrow: isNarrow)).map { $0.cell($1) }.joined()
                let (words, style) = state(of: runs[row])
                return Line([
                    Span(row == list.viewport.cursor ? "▸" : " ", .cursor), Span("  " + cells, .text), Span(words.joined(in: room), style),
                ])
            }
    }

    /// Where a run is or how it ended, what matters most first; the run that goes on is followed.
    private func state(of run: RunSummary) -> (words: [String], style: Style) {
        if let live = liveRun(run.runId) { return (live.stateWords, .accent) }
        return (run.stateWords, run.stateStyle)
    }

    /// The run of this id, while it goes on here.
    func liveRun(_ runId: String) -> RunState? {
        activity.run.flatMap { $0.runId == runId ? $0 : nil }
    }

    /// The region's row and the profiles.
    func profileLines(_ picker: ProfilePicker) -> [Line] {
        let names = session.profiles
        let rows = picker.viewport.top..<max(picker.viewport.top, min(names.count + 1, picker.viewport.top + listHeight))
        let lines =
            [Line("   PROFILE OR REGION", .header)]
            + rows.map { row in
                let isUsed = row > 0 && names[row - 1] == session.profile
                let text = row == 0 ? "Region \(session.region ?? "unknown"): Enter changes it" : names[row - 1].terminalSafe
                return Line([
                    Span(row == picker.viewport.cursor ? "▸" : " ", .cursor), Span("  \(text)", isUsed ? .accent : .text),
                    Span(isUsed ? "  in use" : "", .dim),
                ])
            }
        return names.isEmpty ? lines + wrapped("There are no profiles in the shared files (~/.aws/config and credentials).", .dim) : lines
    }
}

extension RunState {
    /// What the run does now, what matters most first: "resumed", "11,550 left", "228 failed".
    var stateWords: [String] {
        let left = progress.total - progress.succeeded - progress.failed
        let numbers = ["\(left.grouped) left"] + (progress.failed > 0 ? ["\(progress.failed.grouped) failed"] : [])
        return switch phase {
        case .sending: [kind == .resumed ? "resumed" : "running"] + numbers
        case .stopping: ["stopping"] + numbers
        case .paused: ["waiting for you"] + numbers
        case .verifying: ["verifying"]
        }
    }
}

extension RunSummary {
    /// The cells of the run's row; a narrow one does without the year.
    fileprivate func cells(isNarrow: Bool) -> [String] {
        let began = startedAt.map { String($0.prefix(16).dropFirst(isNarrow ? 5 : 0).map { $0 == "T" ? " " : $0 }) } ?? runId
        return [began.terminalSafe, action?.rawValue ?? "", state.isReadable ? targets.grouped : ""]
    }

    /// The colour says what the words say.
    fileprivate var stateStyle: Style {
        if isDistrusted { return .warning }
        return switch state {
        case .complete: failed > 0 ? .failed : .success
        case .stopped, .interrupted, .unreadable: .warning
        case .runningElsewhere: .accent
        }
    }
}

extension RunSummary.State {
    fileprivate var isReadable: Bool {
        if case .unreadable = self { false } else { true }
    }
}

extension [String] {
    /// As many of the words as the room takes, the first ones whole.
    func joined(in room: Int) -> String {
        let fitting = indices.reversed().map { self[...$0].joined(separator: ", ") }.first { $0.displayWidth <= room }
        return fitting ?? first?.clipped(to: room) ?? ""
    }
}
