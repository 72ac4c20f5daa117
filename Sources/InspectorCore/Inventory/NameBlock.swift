/// What ListCoverage told of each resource: names in one block of bytes, providers once each.
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

    /// The length of the longest name that was told, in UTF-8 bytes.
    private(set) var longestName = 0

    /// Whether a name was told that there is no room for.
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

    /// The repository's name.
    func name(of number: Int) -> String? {
        guard number < entries.count, entries[number].state == .named else { return nil }
        return texts.bytes[entries[number].place].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The provider's type.
    func provider(of number: Int) -> String? {
        guard number < entries.count, entries[number].provider < providers.count else { return nil }
        return providers[Int(entries[number].provider)]
    }

    /// Whether ListCoverage told anything of the resource.
    func knows(_ number: Int) -> Bool { number < entries.count && entries[number].state != .unknown }

    private mutating func place(of provider: String?) -> UInt16 {
        guard let provider else { return .max }
        if let place = providers.firstIndex(of: provider) { return UInt16(place) }
        guard providers.count < Int(UInt16.max) else { return .max }
        providers.append(provider)
        return UInt16(providers.count - 1)
    }
}
