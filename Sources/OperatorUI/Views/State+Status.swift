import InspectorCore
import Terminal
import TextSafety

extension State {
    /// The lines above the key hints: a notice, or what goes on. Nothing of it is cut: what is wider than the terminal takes more lines.
    /// What is being typed stands on the last one.
    func statusLines() -> [Line] {
        guard let typedLine else { return lines(of: status, atMost: statusRoom) }
        let (remark, typed) = (typedRemark, Span(typedLine, .input))
        if remark.text.isEmpty { return [Line([typed])] }
        let together = Line([typed, Span("   " + remark.text, remark.style)])
        return together.displayWidth <= size.columns ? [together] : lines(of: Line([remark]), atMost: statusRoom - 1) + [Line([typed])]
    }

    private var status: Line {
        if let notice { return Line(notice.words.terminalSafe, notice.kind.style) }
        if let readingText { return Line(readingText, .dim) }
        if case .connecting = connection { return Line("Reading settings and credentials…", .dim) }
        if let run = activity.run, screen.isList { return Line(runStatus(run), .accent) }
        return screen.isList ? listStatus : .empty
    }

    /// How many lines a status may take: a question, or the columns' titles and the current row, stay in sight.
    private var statusRoom: Int {
        let kept =
            switch screen {
            case .question(let question): questionLines(question).count + 1
            case .code(let question): codeLines(question).count + 1
            default: 2
            }
        return max(1, size.rows - Self.footerHeight - kept)
    }

    /// A line as it is when it fits, else its text in several. What is longer than `limit` lines of a foreign text is among the results.
    private func lines(of line: Line, atMost limit: Int) -> [Line] {
        if line.displayWidth < size.columns { return [Line([Span(" ")] + line.spans)] }
        let (style, width) = (line.spans.first?.style ?? .text, size.columns - 2)
        var lines = line.text.wrapped(to: width)
        if lines.count > max(1, limit) {
            let rest = lines[(max(1, limit) - 1)...].prefix(2).joined(separator: " ")
            let pointer = style == .failed ? " ! shows it all" : ""
            lines = lines.prefix(max(1, limit) - 1) + [rest.clipped(to: width - pointer.displayWidth) + pointer]
        }
        return lines.map { Line(" " + $0, style) }
    }

    /// What stands beside a text being typed, which itself stays in sight.
    private var typedRemark: Span {
        notice.map { Span($0.words.terminalSafe, $0.kind.style) } ?? Span(typedCount, .dim)
    }

    /// How much of the list the filter being typed shows.
    private var typedCount: String {
        guard entry?.purpose == .filter else { return "" }
        let hidden = hiddenMarks == 0 ? "" : ", \(hiddenMarks.grouped) marked \(hiddenMarks == 1 ? "is" : "are") hidden"
        switch screen {
        case .configurations(let list): return "\(list.rows.count.grouped) of \(inventory.listed.count.grouped)\(hidden)"
        case .projects(let list): return "\(list.rows.count.grouped) of \(list.all.count.grouped)\(hidden)"
        default: return ""
        }
    }
}

extension State {
    private var listStatus: Line {
        if let rangeCount { return Line("A range of \(rangeCount.counted("row")): v or Space marks it, Esc drops it.", .marked) }
        let parts = choiceParts(isShort: false)
        if parts.isEmpty { return listingStatus }
        let whole = Line(parts)
        return whole.displayWidth < size.columns ? whole : Line(choiceParts(isShort: true)).clipped(to: size.columns - 1)
    }

    /// What was chosen and what is hidden; the filter, which the operator knows, is last where there is little room.
    private func choiceParts(isShort: Bool) -> [Span] {
        var parts: [Span] = []
        if !marks.isEmpty {
            let place = isShort ? "" : " in \(marks.configurationCount.counted("configuration"))"
            let hidden = hiddenMarks == 0 ? "" : ", \(hiddenMarks.grouped) hidden" + (isShort ? "" : " by the filter")
            parts.append(Span("\(marks.count.grouped) marked\(place)\(hidden)", .marked))
        }
        let filter = filter.text.isEmpty ? [] : [Span((parts.isEmpty ? "" : "  ") + "/\(filter.text.terminalSafe)", .input)]
        let only = isShowingMarkedOnly ? [Span("  only marked rows", .dim)] : []
        return parts + (isShort ? only + filter : filter + only)
    }

    private var rangeCount: Int? {
        switch screen {
        case .configurations(let list): list.range?.count
        case .projects(let list): list.range?.count
        default: nil
        }
    }

    private var listingStatus: Line {
        if connection != .ready { return .empty }
        if let interruption { return Line(interruption, .warning) }
        if let sentence = listingWait?.sentence, inventory.isLoading { return Line(sentence, .dim) }
        if inventory.isLoading { return Line("Listing: \(inventory.associationCount.counted("association")) so far", .dim) }
        if case .failed = inventory.namesState { return Line("Names could not be listed: projects are shown by id.", .dim) }
        return inventory.isComplete ? .empty : Line("The listing is not complete: ! says why, r tries again.", .dim)
    }

    /// "1 interrupted run: 11,550 left, H": runs of this account that were interrupted before this session.
    private var interruption: String? {
        let runs = interruptedRuns.filter { $0.account != nil && $0.account == session.account }
        if runs.isEmpty { return nil }
        let regions = Set(runs.compactMap(\.region)).subtracting([session.region].compactMap(\.self)).sorted()
        let left = runs.reduce(0) { $0 + $1.left }
        let words = "\(runs.count.counted("interrupted run")): " + (left > 0 ? "\(left.grouped) left" : "nothing left but to verify")
        return ([words] + regions + ["H"]).joined(separator: ", ")
    }
}

extension Notice.Kind {
    var style: Style {
        switch self {
        case .information: .dim
        case .success: .success
        case .warning: .warning
        case .error: .failed
        }
    }
}
