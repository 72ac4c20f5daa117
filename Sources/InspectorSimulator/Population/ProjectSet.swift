/// A set of project numbers as bits, kept only for the span that is in use: a million members take about 125 kB.
package struct ProjectSet: Sendable {
    private var firstWord = 0
    private var words: [UInt64] = []
    /// How many projects are in the set.
    package private(set) var count = 0

    /// An empty set.
    package init() {}

    /// The set of a range of project numbers.
    package init(_ range: Range<Int>) {
        guard let first = range.first, let last = range.last else { return }
        firstWord = first / 64
        words = Array(repeating: .max, count: last / 64 - firstWord + 1)
        words[0] &= ~(Self.bit(first) &- 1)
        words[words.count - 1] &= Self.bit(last) | (Self.bit(last) &- 1)
        count = range.count
    }

    /// Whether the project is in the set.
    package func contains(_ project: Int) -> Bool {
        let word = project / 64 - firstWord
        return words.indices.contains(word) && words[word] & Self.bit(project) != 0
    }

    /// Adds a project; false when it was there.
    @discardableResult
    package mutating func insert(_ project: Int) -> Bool {
        guard !contains(project) else { return false }
        makeRoom(for: project / 64)
        words[project / 64 - firstWord] |= Self.bit(project)
        count += 1
        return true
    }

    /// Takes a project away; false when it was not there.
    @discardableResult
    package mutating func remove(_ project: Int) -> Bool {
        guard contains(project) else { return false }
        words[project / 64 - firstWord] &= ~Self.bit(project)
        count -= 1
        return true
    }

    /// The smallest member that is not below `project`.
    package func first(from project: Int) -> Int? {
        var word = Swift.max(project / 64, firstWord)
        guard word - firstWord < words.count else { return nil }
        var rest = words[word - firstWord]
        if word == project / 64 { rest &= ~(Self.bit(project) &- 1) }
        while rest == 0 {
            word += 1
            guard word - firstWord < words.count else { return nil }
            rest = words[word - firstWord]
        }
        return word * 64 + rest.trailingZeroBitCount
    }

    /// The member before which there are `rank` smaller ones.
    package func member(at rank: Int) -> Int? {
        guard (0..<count).contains(rank) else { return nil }
        var (left, word) = (rank, 0)
        while left >= words[word].nonzeroBitCount {
            left -= words[word].nonzeroBitCount
            word += 1
        }
        var rest = words[word]
        for _ in 0..<left { rest &= rest - 1 }
        return (firstWord + word) * 64 + rest.trailingZeroBitCount
    }

    private static func bit(_ project: Int) -> UInt64 { 1 << UInt64(project % 64) }

    private mutating func makeRoom(for word: Int) {
        if words.isEmpty { firstWord = word }
        if word < firstWord {
            words.insert(contentsOf: repeatElement(0, count: firstWord - word), at: 0)
            firstWord = word
        }
        let missing = word - firstWord - words.count + 1
        if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
    }
}

extension ProjectSet: Sequence {
    /// The members in ascending order.
    package func makeIterator() -> AnyIterator<Int> {
        var next = 0
        return AnyIterator {
            guard let found = first(from: next) else { return nil }
            next = found + 1
            return found
        }
    }
}
