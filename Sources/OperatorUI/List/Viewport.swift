/// The row the operator is on and the rows that are seen.
struct Viewport: Hashable, Sendable {
    /// The row under the cursor, counted from 0.
    var cursor = 0
    /// The first row seen.
    var top = 0

    /// The first row of a list.
    init() {}

    /// Puts the cursor on row `row` of `count`, scrolling no more than needed to see it among `height` rows.
    mutating func move(to row: Int, count: Int, height: Int) {
        cursor = max(0, min(row, count - 1))
        let height = max(1, height)
        top = min(max(top, cursor - height + 1), cursor)
        top = max(0, min(top, count - height))
    }

    /// Puts the cursor on `row` while it keeps its place on the screen, for rows that came or went above it.
    mutating func follow(to row: Int, count: Int, height: Int) {
        top = max(0, top + row - cursor)
        move(to: row, count: count, height: height)
    }

    /// Moves by a step that a key stands for.
    mutating func move(_ motion: Motion, count: Int, height: Int) {
        switch motion {
        case .up: move(to: cursor - 1, count: count, height: height)
        case .down: move(to: cursor + 1, count: count, height: height)
        case .first: move(to: 0, count: count, height: height)
        case .last: move(to: count - 1, count: count, height: height)
        case .pageUp: page(by: -height, count: count, height: height)
        case .pageDown: page(by: height, count: count, height: height)
        }
    }

    private mutating func page(by rows: Int, count: Int, height: Int) {
        top = max(0, min(top + rows, count - height))
        move(to: cursor + rows, count: count, height: height)
    }
}

extension Viewport {
    /// Scrolls a text without a cursor.
    mutating func scroll(_ motion: Motion, count: Int, height: Int) {
        switch motion {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .first: top = 0
        case .last: top = count
        }
        clamp(count: count, height: height)
    }

    /// Shows no more below the end of a text than there has to be.
    mutating func clamp(count: Int, height: Int) {
        top = max(0, min(top, count - height))
    }
}
