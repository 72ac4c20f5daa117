/// What ListCoverage told of each resource: names in one block of bytes, providers once each.
///
/// A hundred thousand names take 4 MB this way, and 20 MB as strings of their own.
struct NameBlock: Equatable, Sendable {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var providers: [String] = []

    private struct Entry: Equatable {
        var start: UInt32 = 0
        var count: UInt32 = 0
        var provider = UInt16.max
        var state = State.unknown
    }

    private enum State: UInt8 {
        case unknown, nameless, named
    }

    /// Whether any name is known.
    private(set) var hasNames = false

    /// The length of the longest name that was told, in UTF-8 bytes.
    private(set) var longestName = 0

    /// Keeps what became known of the resource `number`; a name that did not change takes no more room.
    mutating func record(_ project: ProjectDetails, for number: Int) {
        if number >= entries.count { entries += repeatElement(Entry(), count: number + 1 - entries.count) }
        entries[number].provider = place(of: project.providerType)
        guard let name = project.projectName else { return entries[number].state = .nameless }
        hasNames = true
        if self.name(of: number) == name { return }
        let start = bytes.count
        bytes += name.utf8
        longestName = max(longestName, bytes.count - start)
        entries[number].start = UInt32(start)
        entries[number].count = UInt32(bytes.count - start)
        entries[number].state = .named
    }

    /// The repository's name.
    func name(of number: Int) -> String? {
        guard number < entries.count, entries[number].state == .named else { return nil }
        return bytes[range(of: entries[number])].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The provider's type.
    func provider(of number: Int) -> String? {
        guard number < entries.count, entries[number].provider < providers.count else { return nil }
        return providers[Int(entries[number].provider)]
    }

    /// Whether ListCoverage told anything of the resource.
    func knows(_ number: Int) -> Bool { number < entries.count && entries[number].state != .unknown }

    private func range(of entry: Entry) -> Range<Int> {
        Int(entry.start)..<Int(entry.start) + Int(entry.count)
    }

    private mutating func place(of provider: String?) -> UInt16 {
        guard let provider else { return .max }
        if let place = providers.firstIndex(of: provider) { return UInt16(place) }
        guard providers.count < Int(UInt16.max) else { return .max }
        providers.append(provider)
        return UInt16(providers.count - 1)
    }
}
