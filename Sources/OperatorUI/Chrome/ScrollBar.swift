import InspectorCore

/// Which part of a list or a text is seen: drawn as a slim bar at its right edge, and said as "37/1,204".
struct ScrollBar: Hashable {
    /// The first row that is seen, from 0.
    let first: Int
    /// How many rows there is room for.
    let height: Int
    /// How many rows there are.
    let count: Int

    init(first: Int, height: Int, count: Int) {
        (self.first, self.height, self.count) = (first, max(1, height), count)
    }

    /// Whether more is there than is seen.
    var isNeeded: Bool { count > height }

    /// The rows of the screen beside which the bar stands; none when all is seen. It touches an end only where the list does.
    var thumb: Range<Int> {
        guard isNeeded else { return 0..<0 }
        let length = max(1, height * height / count)
        let (room, hidden) = (height - length, count - height)
        let start = first >= hidden ? room : first <= 0 ? 0 : min(max(1, first * room / hidden), max(0, room - 1))
        return start..<start + length
    }

    /// "3-9 of 90": the rows of a text that are seen; empty when all of it is.
    var lines: String {
        isNeeded ? "\((first + 1).grouped)-\(min(count, first + height).grouped) of \(count.grouped)" : ""
    }
}
