/// The name of each resource, all in one block of bytes.
///
/// A hundred thousand names take 4 MB this way, and 20 MB as strings of their own.
struct NameBlock: Equatable, Sendable {
    private var texts: TextBlock
    private var entries: [Entry] = []

    private struct Entry: Equatable {
        var start: UInt32 = 0
        var end: UInt32 = 0
        var isNamed = false

        var place: Range<Int> {
            get { Int(start)..<Int(end) }
            set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
        }
    }

    /// Whether any name is known.
    private(set) var hasNames = false

    /// The length of the longest name so far, in UTF-8 bytes.
    private(set) var longestName = 0

    /// Whether a name came that there is no room for.
    private(set) var isFull = false

    /// Bytes that names take, those of names that have changed since among them.
    var size: Int { texts.bytes.count }

    /// No names; room for at most `capacity` bytes of them.
    init(capacity: Int = .max) {
        texts = TextBlock(capacity: capacity)
    }

    /// Keeps the name of the resource `number`, or that it has none; a name that did not change takes no more room.
    mutating func record(_ name: String?, for number: Int) {
        if number >= entries.count { entries += repeatElement(Entry(), count: number + 1 - entries.count) }
        guard let name else { return entries[number].isNamed = false }
        let text = Array(name.utf8)
        if texts.isWasteful(adding: text.count) { compact() }
        let place = texts.replace(entries[number].place, by: text)
        entries[number].place = place ?? 0..<0
        entries[number].isNamed = place != nil
        if place == nil { isFull = true }
        hasNames = true
        longestName = max(longestName, text.count)
    }

    private mutating func compact() {
        for (number, place) in texts.compact(entries.map(\.place)).enumerated() { entries[number].place = place }
    }

    /// The repository's name; nil when it is not known.
    func name(of number: Int) -> String? {
        guard number < entries.count, entries[number].isNamed else { return nil }
        return texts.bytes[entries[number].place].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

/// Texts one after another in one block of bytes, at places that others keep: many short texts take a fifth of the room of strings.
///
/// A text that changes leaves its old bytes behind; when they are half of the block, it is time to ``compact(_:)`` it. A day of
/// refreshing so takes no more room than the first listing.
package struct TextBlock: Hashable, Sendable {
    /// All texts, and what is left of those that changed.
    package private(set) var bytes: [UInt8] = []
    private var unused = 0
    private let capacity: Int

    /// Unused bytes below which compacting does not pay.
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
