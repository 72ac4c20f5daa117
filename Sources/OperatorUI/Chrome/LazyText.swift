import Terminal

/// A text of any length of which only the lines that are seen are made.
struct LazyText {
    private enum Part {
        case lines([Line])
        case rows(Int, (Int) -> Line)

        var count: Int {
            switch self {
            case .lines(let lines): lines.count
            case .rows(let count, _): count
            }
        }
    }

    private var parts: [Part] = []
    /// All lines.
    private(set) var count = 0

    init(_ lines: [Line] = []) {
        append(lines)
    }

    /// Appends lines that are made already.
    mutating func append(_ lines: [Line]) {
        parts.append(.lines(lines))
        count += lines.count
    }

    /// Appends `count` lines that are made when they are seen.
    mutating func append(_ count: Int, _ line: @escaping (Int) -> Line) {
        parts.append(.rows(count, line))
        self.count += count
    }

    /// At most `height` lines from line `top` on.
    func lines(from top: Int, height: Int) -> [Line] {
        var (result, first): ([Line], Int) = ([], 0)
        for part in parts where result.count < height {
            let range = max(top, first)..<max(top, first, min(top + height, first + part.count))
            switch part {
            case .lines(let lines): result += range.map { lines[$0 - first] }
            case .rows(_, let line): result += range.map { line($0 - first) }
            }
            first += part.count
        }
        return result
    }
}
