import Terminal

/// A text of any length whose parts open and close. Only the lines that are seen are made.
struct Outline<Node: Hashable> {
    /// Lines that belong together.
    private struct Part {
        let node: Node?
        let start: Int
        let content: Content
    }

    private enum Content {
        case lines([Line])
        /// Nodes of one line each.
        case rows(Int, node: (Int) -> Node, line: (Int) -> Line)
    }

    private var parts: [Part] = []
    /// All lines.
    private(set) var count = 0

    /// Appends lines that are made already: a node's, or plain text.
    mutating func append(_ lines: [Line], of node: Node? = nil) {
        guard !lines.isEmpty else { return }
        parts.append(Part(node: node, start: count, content: .lines(lines)))
        count += lines.count
    }

    /// Appends nodes of one line each, which are made when they are seen.
    mutating func append(_ rows: Int, node: @escaping (Int) -> Node, line: @escaping (Int) -> Line) {
        guard rows > 0 else { return }
        parts.append(Part(node: nil, start: count, content: .rows(rows, node: node, line: line)))
        count += rows
    }

    /// The line of a number.
    func line(_ number: Int) -> Line {
        let part = parts[part(of: number)]
        return switch part.content {
        case .lines(let lines): lines[number - part.start]
        case .rows(_, _, let line): line(number - part.start)
        }
    }

    /// The node that a line belongs to.
    func node(at line: Int) -> Node? {
        guard (0..<count).contains(line) else { return nil }
        let part = parts[part(of: line)]
        if case .rows(_, let node, _) = part.content { return node(line - part.start) }
        return part.node
    }

    /// The lines of the node that a line belongs to.
    func lines(at line: Int) -> Range<Int> {
        guard (0..<count).contains(line) else { return line..<line + 1 }
        let part = parts[part(of: line)]
        return switch part.content {
        case .lines(let lines): part.start..<part.start + lines.count
        case .rows: line..<line + 1
        }
    }

    /// The first line of the next node from a line on, or of the previous one; only of nodes as `isWanted` says, where it is given.
    func stop(from line: Int, goesUp: Bool, where isWanted: ((Node) -> Bool)? = nil) -> Int? {
        guard count > 0 else { return nil }
        var line = goesUp ? lines(at: line).lowerBound - 1 : lines(at: line).upperBound
        while (0..<count).contains(line) {
            let own = lines(at: line)
            if let node = node(at: line), isWanted?(node) ?? true { return own.lowerBound }
            line = goesUp ? own.lowerBound - 1 : own.upperBound
            if isWanted != nil, isRows(line) { line = edge(of: line, goesUp: goesUp) }
        }
        return nil
    }

    /// The first line of a node; nothing for one that is not there.
    func line(of node: Node) -> Int? {
        for part in parts {
            switch part.content {
            case .lines: if part.node == node { return part.start }
            case .rows(let count, let own, _): if let row = (0..<count).first(where: { own($0) == node }) { return part.start + row }
            }
        }
        return nil
    }

    private func isRows(_ line: Int) -> Bool {
        guard (0..<count).contains(line) else { return false }
        if case .rows = parts[part(of: line)].content { return true }
        return false
    }

    /// The last row in a direction, of the rows that a line is in.
    private func edge(of line: Int, goesUp: Bool) -> Int {
        let place = part(of: line)
        if goesUp { return parts[place].start }
        return (place + 1 < parts.count ? parts[place + 1].start : count) - 1
    }

    /// The last part that begins at or before a line.
    private func part(of line: Int) -> Int {
        var (low, high) = (0, parts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if parts[middle].start <= line { low = middle } else { high = middle }
        }
        return low
    }
}

extension Outline {
    /// The outline as a text.
    var text: LazyText {
        var text = LazyText()
        text.append(count) { line($0) }
        return text
    }
}

extension Viewport {
    /// Moves through an outline from node to node. What is longer than the screen is scrolled line by line, and so is what has no nodes.
    mutating func move(_ motion: Motion, in outline: Outline<some Hashable>, height: Int) {
        switch motion {
        case .up, .down: step(goesUp: motion == .up, in: outline, height: height)
        case .pageUp, .pageDown:
            top += motion == .pageUp ? -height : height
            clamp(count: outline.count, height: height)
            cursor = outline.node(at: top) == nil ? outline.stop(from: top, goesUp: false) ?? cursor : outline.lines(at: top).lowerBound
        case .first:
            (top, cursor) = (0, 0)
            settle(in: outline)
        case .last:
            top = outline.count
            clamp(count: outline.count, height: height)
            cursor = outline.stop(from: outline.count, goesUp: true) ?? cursor
        }
    }

    /// Puts the cursor on a line's node, with as much of the node in sight as fits.
    mutating func go(to line: Int, in outline: Outline<some Hashable>, height: Int) {
        let own = outline.lines(at: line)
        move(to: min(own.upperBound - 1, own.lowerBound + height - 1), count: outline.count, height: height)
        move(to: own.lowerBound, count: outline.count, height: height)
    }

    /// Puts the cursor on the first line of the node it is on, or of the first one there is.
    mutating func settle(in outline: Outline<some Hashable>) {
        cursor = max(0, min(cursor, outline.count - 1))
        cursor =
            outline.node(at: cursor) == nil
            ? outline.stop(from: cursor, goesUp: false) ?? outline.stop(from: cursor, goesUp: true) ?? 0
            : outline.lines(at: cursor).lowerBound
    }

    private mutating func step(goesUp: Bool, in outline: Outline<some Hashable>, height: Int) {
        let next = outline.stop(from: cursor, goesUp: goesUp)
        if !isSeen(next, height) {
            top += goesUp ? -1 : 1
            clamp(count: outline.count, height: height)
        }
        if let next, isSeen(next, height) { cursor = next }
    }

    private func isSeen(_ line: Int?, _ height: Int) -> Bool { line.map { (top..<top + height).contains($0) } ?? false }
}
