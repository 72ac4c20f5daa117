import InspectorCore

/// Items of a list in the order they are shown.
protocol ListRows: RandomAccessCollection where Index == Int, Element: Hashable {
    /// Where the item is; nothing when it is not among the rows.
    func position(of item: Element) -> Int?
}

extension Array: ListRows where Element: Hashable {
    func position(of item: Element) -> Int? { firstIndex(of: item) }
}

/// A list: its rows, the cursor, and what the operator wants to see.
///
/// The screen computes the items, their order and which of them match the filter. The cursor belongs to its item and follows it when
/// rows come and go.
struct List<Rows: ListRows & Sendable, Key: SortColumn>: Equatable, Sendable where Rows.Element: Sendable {
    /// Rows above the items that stand for none of them: never sorted, filtered, or part of a range.
    private(set) var headRows: Int
    /// The words rows have to contain.
    private(set) var filter = Filter()
    /// How the items are sorted.
    var order: SortOrder<Key>
    /// Whether only marked items are shown.
    var showsMarkedOnly = false
    /// Every item, sorted.
    @Cached private(set) var all: Rows
    /// The items that are shown, as last computed.
    @Cached private(set) var rows: Rows
    /// How many marked associations are not shown.
    @Cached var hiddenMarks = 0
    /// The row under the cursor and the rows that are seen.
    private(set) var viewport = Viewport()
    /// The cursor's row when it last rested, among so many.
    private var settled: Settled?
    /// The item the cursor belongs to, also while it is not shown.
    private var anchor: Rows.Element?
    private var rangeStart: Rows.Element?

    private struct Settled: Equatable {
        let row: Int
        let count: Int
    }

    /// A list of the rows given.
    init(_ rows: Rows, sortedBy key: Key, headRows: Int = 0) {
        (all, self.rows, order, self.headRows) = (rows, rows, SortOrder(key), headRows)
    }

    /// How many rows there are, the head rows among them.
    var count: Int { rows.count + headRows }

    /// The item under the cursor; none on a head row, and in an empty list.
    var current: Rows.Element? { item(at: viewport.cursor) }

    /// Whether less than everything is shown.
    var isNarrowed: Bool { !filter.isEmpty || showsMarkedOnly }

    /// The item on a row; none on a head row.
    func item(at row: Int) -> Rows.Element? {
        rows.indices.contains(row - headRows) ? rows[row - headRows] : nil
    }

    /// The rows that are seen on a list of this height.
    func visibleRows(height: Int) -> Range<Int> {
        viewport.top..<max(viewport.top, min(count, viewport.top + height))
    }

    /// The rows from the start of the range to the cursor, without head rows.
    var range: ClosedRange<Int>? {
        guard let rangeStart, let start = rows.position(of: rangeStart) else { return nil }
        let end = min(max(headRows, viewport.cursor), count - 1)
        return min(start + headRows, end)...max(start + headRows, end)
    }
}

extension List {
    /// The row that what is shown beside the list belongs to: the cursor's when it last rested.
    var settledRow: Int { settled?.count == count ? settled?.row ?? viewport.cursor : viewport.cursor }

    /// Whether the cursor has moved since it last rested.
    var isBehind: Bool { settledRow != viewport.cursor }

    /// The cursor rests.
    mutating func settle() { settled = Settled(row: viewport.cursor, count: count) }

    /// The part that is seen on a list of this height.
    func bar(height: Int) -> ScrollBar { ScrollBar(first: viewport.top, height: height, count: count) }

    /// "37/1,204", on a narrowed list "37/59 of 180": the row where the cursor last rested; empty on a head row.
    var position: String {
        let row = settledRow - headRows + 1
        return rows.isEmpty || row < 1 ? "" : "\(row.grouped)/\(rows.count.grouped)" + (isNarrowed ? " of \(all.count.grouped)" : "")
    }

    /// Moves the cursor; returns whether it moved.
    mutating func move(_ motion: Motion, height: Int) -> Bool {
        let before = viewport
        viewport.move(motion, count: count, height: height)
        anchor = current
        return viewport != before
    }

    /// Puts the cursor on a row.
    mutating func move(to row: Int, height: Int) {
        viewport.move(to: row, count: count, height: height)
        anchor = current
    }

    /// Shows so many head rows, the last ones; the cursor stays on its row, or goes to the first.
    mutating func setHeadRows(_ new: Int, height: Int) {
        guard new != headRows else { return }
        let row = max(0, viewport.cursor + new - headRows)
        headRows = new
        viewport.move(to: row, count: count, height: height)
    }

    /// Scrolls no more than needed to see the cursor on a list of this height.
    mutating func scrollToCursor(height: Int) {
        viewport.move(to: viewport.cursor, count: count, height: height)
    }

    /// Goes to the first item, or stays on a head row, and drops a range.
    mutating func goToTop() {
        viewport.top = 0
        viewport.cursor = min(headRows, viewport.cursor)
        (anchor, rangeStart) = (nil, nil)
    }

    /// From now on the cursor belongs to the item it is on, if there is one.
    mutating func anchorCursor(keepsOld: Bool = false) {
        anchor = current ?? (keepsOld ? anchor : nil)
    }

    /// Starts a range at the cursor.
    mutating func startRange() {
        anchorCursor()
        rangeStart = current
    }

    /// Drops the range; says whether there was one.
    @discardableResult
    mutating func dropRange() -> Bool {
        defer { rangeStart = nil }
        return rangeStart != nil
    }

    /// Takes another filter, and drops a range.
    mutating func setFilter(_ new: Filter) {
        filter = new
        rangeStart = nil
    }

    /// Shows these rows out of all. The cursor stays on its item, or goes to the next one that is shown.
    mutating func show(_ rows: Rows, of all: Rows, height: Int) {
        (self.rows, self.all) = (rows, all)
        guard let anchor else { return viewport.move(to: viewport.cursor, count: count, height: height) }
        if let place = rows.position(of: anchor) {
            return viewport.follow(to: place + headRows, count: count, height: height)
        }
        viewport.move(to: nearest(to: anchor) ?? viewport.cursor, count: count, height: height)
        if all.position(of: anchor) == nil { self.anchor = current }
    }

    /// The row of the first shown item after a hidden one.
    private func nearest(to hidden: Rows.Element) -> Int? {
        guard isNarrowed, let place = all.position(of: hidden) else { return nil }
        var (row, shown, everything) = (headRows, rows.makeIterator(), all.makeIterator())
        var next = shown.next()
        for _ in 0..<place where everything.next() == next { (row, next) = (row + 1, shown.next()) }
        return row
    }
}

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
