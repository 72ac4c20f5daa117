/// The filters that were kept in this session, each once, the newest last.
struct FilterHistory: Hashable, Sendable {
    /// How many are remembered.
    static let limit = 100
    private(set) var filters: [String] = []

    /// Remembers a filter that was kept.
    mutating func add(_ text: String) {
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        filters.removeAll { $0 == text }
        filters.append(text)
        filters.removeFirst(max(0, filters.count - Self.limit))
    }
}
