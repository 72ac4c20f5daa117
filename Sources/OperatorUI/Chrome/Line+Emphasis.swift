import InspectorCore
import Terminal
import TextSafety

/// A text to be emphasised wherever a line has it.
struct Emphasis: Hashable {
    let text: SearchText
    /// Whether only where a word begins.
    var atWordStart = false
    /// The only column that the filter looks at; nothing for all of them.
    var column: ProjectColumn?
}

/// Where a column is in the rows of a list.
struct ColumnCells: Hashable {
    let kind: ProjectColumn
    let cells: Range<Int>

    /// The column at the cell `start`; one that a narrow terminal leaves no room has no cells.
    init(_ kind: ProjectColumn, at start: Int, width: Int) {
        self.kind = kind
        cells = start..<start + max(0, width)
    }
}

extension Line {
    /// The line with every place emphasised that has one of the texts.
    func emphasizing(_ texts: [Emphasis]) -> Line {
        texts.isEmpty ? self : Line(spans.flatMap { $0.emphasizing(texts) })
    }

    /// The line with every place emphasised that has one of the texts; of a text that is looked for in one column, the places in its cells.
    func emphasizing(_ texts: [Emphasis], columns: [ColumnCells]) -> Line {
        if texts.allSatisfy({ $0.column == nil }) { return emphasizing(texts) }
        var (line, rest, end) = (Line.empty, self, 0)
        for column in columns {
            let (before, others) = rest.split(at: column.cells.lowerBound - end)
            let (cell, after) = others.split(at: column.cells.count)
            line.spans += before.spans + cell.emphasizing(texts.filter { $0.column == nil || $0.column == column.kind }).spans
            (rest, end) = (after, column.cells.upperBound)
        }
        line.spans += rest.emphasizing(texts.filter { $0.column == nil || $0.column == .status }).spans
        return line
    }
}

extension Span {
    /// The span in pieces, with every place emphasised that has one of the texts.
    func emphasizing(_ texts: [Emphasis]) -> [Span] {
        if texts.isEmpty { return [self] }
        let characters = Array(text)
        let isEmphasized = characters.emphasis(of: texts)
        guard isEmphasized.contains(true) else { return [self] }
        var (spans, start): ([Span], Int) = ([], 0)
        for end in 1...characters.count where end == characters.count || isEmphasized[end] != isEmphasized[start] {
            spans.append(Span(String(characters[start..<end]), isEmphasized[start] ? style.emphasized : style))
            start = end
        }
        return spans
    }
}

extension [Character] {
    /// Which characters belong to one of the texts.
    fileprivate func emphasis(of texts: [Emphasis]) -> [Bool] {
        var (bytes, owners): ([UInt8], [Int]) = ([], [])
        for (place, character) in enumerated() {
            let lowercased = character.lowercased().utf8
            bytes += lowercased
            owners += repeatElement(place, count: lowercased.count)
        }
        var result = [Bool](repeating: false, count: count)
        for wanted in texts {
            for byte in wanted.text.ranges(in: bytes, atWordStart: wanted.atWordStart).joined() { result[owners[byte]] = true }
        }
        return result
    }
}

extension Column {
    /// The cell's text so that the first place with one of the texts is seen, where the text is too long to be seen whole.
    func cell(_ text: String, showing wanted: [Emphasis]) -> String {
        guard text.displayWidth > width, !wanted.isEmpty else { return cell(text) }
        let isSeen = Span(cell(text)).emphasizing(wanted).count > 1
        guard !isSeen, let place = text.firstPlace(of: wanted) else { return cell(text) }
        return cell(text.clipped(to: width, around: place))
    }
}

extension String {
    /// Whether one of the texts is in it.
    func isFound(_ wanted: [Emphasis]) -> Bool { firstPlace(of: wanted) != nil }

    /// The characters of the first place that has one of the texts.
    fileprivate func firstPlace(of wanted: [Emphasis]) -> Range<Int>? {
        let marks = Array(self).emphasis(of: wanted)
        guard let start = marks.firstIndex(of: true) else { return nil }
        return start..<(marks[start...].firstIndex(of: false) ?? marks.count)
    }

    /// As much of the text as so many cells take, with these characters in it.
    fileprivate func clipped(to columns: Int, around place: Range<Int>) -> String {
        let characters = Array(self)
        var (start, end) = (place.lowerBound, place.lowerBound)
        func text() -> String {
            (start > 0 ? "…" : "") + String(characters[start..<end]) + (end < characters.count ? "…" : "")
        }
        while end < characters.count {
            end += 1
            if text().displayWidth > columns { end -= 1; break }
        }
        while start > 0 {
            start -= 1
            if text().displayWidth > columns { start += 1; break }
        }
        return text()
    }
}
