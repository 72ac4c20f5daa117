import InspectorCore
import Terminal
import TextSafety

/// Writes earlier runs in each format.
struct RunsOutput {
    let runs: [RunSummary]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: CSVWriter.lines([headings + (hasGroups ? ["GROUP"] : [])] + runs.map(row))
        case .table: runs.isEmpty ? "No run yet.\n" : RunsTable(runs: runs).text
        }
    }

    private let headings = [
        "RUN", "STARTED", "ACTION", "ACCOUNT", "REGION", "ASSOCIATIONS", "SUCCEEDED", "FAILED", "UNRESOLVED", "NOT SENT", "STATE",
        "JOURNAL",
        "UNDONE BY", "FINISHED", "UNDOES",
    ]

    private var hasGroups: Bool { runs.contains { $0.group != nil } }

    private func row(_ run: RunSummary) -> [String] {
        let cells = [run.runId, run.startedAt ?? "", run.action?.rawValue ?? "", run.account ?? "", run.region ?? ""]
        let counts = [run.targets, run.succeeded, run.failed, run.unresolved, run.notSent].map { String($0) }
        return cells + counts + [run.state.words, run.integrityWords ?? "", run.undoneBy ?? "", run.finishedAt ?? "", run.undoes ?? ""]
            + (hasGroups ? [run.group ?? ""] : [])
    }
}

/// Earlier runs for people, in 80 columns: a row for each, and below it what is unusual. The id tells when the run began.
private struct RunsTable {
    let runs: [RunSummary]

    private static let width = 80

    var text: String {
        let whole = TextTable(headings: Self.headings, rows: runs.map(row)).text.split(separator: "\n")
        let fits = whole.allSatisfy { String($0).displayWidth <= Self.width }
        let lines = fits ? whole : narrow
        let below = zip(lines.dropFirst(), runs).flatMap { line, run in [String(line)] + Self.wrapped(notes(run), indent: 2) }
        return (Self.wrapped(place.map { "Account \($0.account), region \($0.region)" } ?? "") + [String(lines[0])] + below)
            .map { $0 + "\n" }.joined()
    }

    private static let headings = ["RUN", "BEGAN (UTC)", "ACTION", "DONE", "FAILED", "LEFT", "TOOK"]

    /// Without the time, which the id tells too.
    private var narrow: [Substring] {
        let rows = runs.map { run in row(run).enumerated().filter { $0.offset != 1 }.map(\.element) }
        return TextTable(headings: Self.headings.filter { $0 != "BEGAN (UTC)" }, rows: rows).text.split(separator: "\n")
    }

    private func row(_ run: RunSummary) -> [String] {
        let began = run.beganInTable
        guard run.isReadable else { return [run.runId, began, "-", "-", "-", "-", "-"] }
        let counts = [run.succeeded, run.failed, run.left].map(\.grouped)
        return [run.runId, began, run.actionWord ?? "-"] + counts + [run.duration ?? "-"]
    }

    /// The account and region, when all runs have the same.
    private var place: (account: String, region: String)? {
        let places = Set(runs.filter(\.isReadable).map { [$0.account ?? "unknown", $0.region ?? "unknown"] })
        guard places.count == 1, let only = places.first else { return nil }
        return (only[0], only[1])
    }

    private func notes(_ run: RunSummary) -> String {
        // Numbers stand in the columns, and the run that undid it is named below.
        var notes = run.stateWords.filter { !$0.hasPrefix("undone") && $0 != "done" && !($0.first?.isNumber ?? false) }
        if place == nil, run.isReadable { notes.append("account \(run.account ?? "unknown"), region \(run.region ?? "unknown")") }
        if let group = run.group { notes.append("group \(group)" + (run.profile.map { ", profile \($0)" } ?? "")) }
        if case .unreadable(let reason) = run.state { notes.append(reason) }
        if let words = run.integrityWords, words != "checked" { notes.append("journal \(words)") }
        if let undo = run.undoneBy { notes.append((run.undonePart.map { "\($0) " } ?? "") + "undone by \(undo)") }
        return notes.joined(separator: "; ")
    }

    /// The words of a text in lines, the second and all others indented, as far as single words allow; none for an empty text.
    private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        let text = text.terminalSafe
        if text.isEmpty { return [] }
        let margin = String(repeating: " ", count: indent)
        if indent == 0, text.displayWidth <= width { return [text] }
        return text.split(separator: " ", omittingEmptySubsequences: indent > 0).reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((lines.isEmpty ? margin : margin.isEmpty ? "  " : margin) + word)
            }
        }
    }
}

extension RunSummary {
    fileprivate var isReadable: Bool {
        if case .unreadable = state { false } else { true }
    }

    fileprivate var startedOrNot: String { startedAt ?? "-" }

    /// When it began, to the minute, without the year.
    fileprivate var beganInTable: String { startedAt.map { String($0.dropFirst(5).prefix(11).map { $0 == "T" ? " " : $0 }) } ?? "-" }
}

/// Writes the disk space that the journals of earlier runs take, in each format.
struct RunsDiskOutput {
    let runs: [RunSummary]
    let folder: String

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(runs)
        case .csv: CSVWriter.lines([headings("STARTED")] + rows(\.state.words, \.startedOrNot) { String($0) })
        case .table:
            runs.isEmpty
                ? "No run yet.\n"
                : TextTable(
                    headings: headings("BEGAN (UTC)"), rows: rows({ $0.stateWords.joined(separator: ", ") }, \.beganInTable, Self.size)
                ).text + "\n" + sum
        }
    }

    private func headings(_ began: String) -> [String] { ["RUN", began, "ASSOCIATIONS", "STATE", "BYTES"] }

    private func rows(
        _ state: (RunSummary) -> String, _ began: (RunSummary) -> String, _ size: (Int) -> String
    ) -> [[String]] {
        runs.map { run in
            [run.runId, began(run), String(run.targets), state(run), run.bytes.map(size) ?? "-"]
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
