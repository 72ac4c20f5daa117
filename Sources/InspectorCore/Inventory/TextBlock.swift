/// Texts one after another in one block of bytes, at places that others keep: many short texts take a fifth of the room of strings.
///
/// A text that changes leaves its old bytes behind; when they are half of the block, it is time to ``compact(_:)`` it. A day of
/// refreshing so takes no more room than the first listing.
package struct TextBlock: Hashable, Sendable {
    /// All texts, and what is left of those that changed.
    package private(set) var bytes: [UInt8] = []
    private var unused = 0
    private let capacity: Int

    /// Left-over bytes that are not worth the work.
    private static let tolerance = 4_096

    /// An empty block for at most so many bytes; places are kept in 32 bits, which is the most there can be.
    package init(capacity: Int = Int(UInt32.max)) {
        self.capacity = min(capacity, Int(UInt32.max))
    }

    /// Whether a text of `count` bytes is better added after ``compact(_:)``.
    package func isWasteful(adding count: Int) -> Bool {
        unused > max(Self.tolerance, bytes.count / 2) || unused > 0 && bytes.count + count > capacity
    }

    /// Puts `text` in the place of the one at `old`; one that is the same stays where it is.
    ///
    /// - Returns: Its place; nothing when the block is full, and then the old text is gone as well.
    package mutating func replace(_ old: Range<Int>, by text: [UInt8]) -> Range<Int>? {
        if bytes[old].elementsEqual(text) { return old }
        unused += old.count
        guard bytes.count + text.count <= capacity else { return nil }
        bytes += text
        return bytes.count - text.count..<bytes.count
    }

    /// Moves the texts at `places` together, and gives their new places; all others are gone.
    package mutating func compact(_ places: [Range<Int>]) -> [Range<Int>] {
        var kept: [UInt8] = []
        kept.reserveCapacity(places.reduce(0) { $0 + $1.count })
        let moved = places.map { place in
            kept += bytes[place]
            return kept.count - place.count..<kept.count
        }
        (bytes, unused) = (kept, 0)
        return moved
    }
}
