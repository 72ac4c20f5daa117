/// What ListCoverage knows of each resource: names in one block of bytes, providers once each.
///
/// A hundred thousand names take 4 MB this way, and 20 MB as strings of their own.
struct NameBlock: Equatable, Sendable {
    private var texts: TextBlock
    private var entries: [Entry] = []
    private var providers: [String] = []

    private struct Entry: Equatable {
        var start: UInt32 = 0
        var end: UInt32 = 0
        var provider = UInt16.max
        var state = State.unknown

        var place: Range<Int> {
            get { Int(start)..<Int(end) }
            set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
        }
    }

    private enum State: UInt8 {
        case unknown, nameless, named
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

    /// Keeps what became known of the resource `number`; a name that did not change takes no more room.
    mutating func record(_ project: ProjectDetails, for number: Int) {
        if number >= entries.count { entries += repeatElement(Entry(), count: number + 1 - entries.count) }
        entries[number].provider = place(of: project.providerType)
        guard let name = project.projectName else { return entries[number].state = .nameless }
        let text = Array(name.utf8)
        if texts.isWasteful(adding: text.count) { compact() }
        let place = texts.replace(entries[number].place, by: text)
        entries[number].place = place ?? 0..<0
        entries[number].state = place == nil ? .nameless : .named
        if place == nil { isFull = true }
        hasNames = true
        longestName = max(longestName, text.count)
    }

    private mutating func compact() {
        for (number, place) in texts.compact(entries.map(\.place)).enumerated() { entries[number].place = place }
    }

    /// The repository's name; nil when it is not known.
    func name(of number: Int) -> String? {
        guard number < entries.count, entries[number].state == .named else { return nil }
        return texts.bytes[entries[number].place].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The provider's type; nil when it is not known.
    func provider(of number: Int) -> String? {
        guard number < entries.count, entries[number].provider < providers.count else { return nil }
        return providers[Int(entries[number].provider)]
    }

    /// Whether ListCoverage has a row for the resource.
    func knows(_ number: Int) -> Bool { number < entries.count && entries[number].state != .unknown }

    private mutating func place(of provider: String?) -> UInt16 {
        guard let provider else { return .max }
        if let place = providers.firstIndex(of: provider) { return UInt16(place) }
        guard providers.count < Int(UInt16.max) else { return .max }
        providers.append(provider)
        return UInt16(providers.count - 1)
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
