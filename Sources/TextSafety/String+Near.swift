extension String {
    /// "Did you mean a, b or c?": the texts that begin with this one; without any, those that the fewest slips, one or two, make of it;
    /// without any, those that it begins with. nil when there are none. Capitals and small letters are the same.
    package func suggestion(among texts: some Sequence<String>) -> String? {
        let own = lowercased()
        if own.isEmpty { return nil }
        let begun = texts.filter { $0.lowercased().hasPrefix(own) }
        let near = begun.isEmpty ? own.nearest(among: texts) : begun
        let meant = near.isEmpty ? texts.filter { own.hasPrefix($0.lowercased()) } : near
        return meant.isEmpty ? nil : "Did you mean \(meant.prefix(Self.mostSuggested).joined(before: "or"))?"
    }

    /// A question with more names than these helps nobody.
    private static var mostSuggested: Int { 4 }

    /// The texts that fewest slips make of this one, where these are few for its length.
    private func nearest(among texts: some Sequence<String>) -> [String] {
        let slips = texts.map { (text: $0, distance: distance(to: $0.lowercased())) }
        guard let fewest = slips.map(\.distance).min(), fewest <= allowedSlips else { return [] }
        return slips.filter { $0.distance == fewest }.map(\.text)
    }

    private var allowedSlips: Int {
        switch count {
        case ..<3: 0
        case 3: 1
        default: 2
        }
    }

    /// How many letters have to be added, taken out or changed to make the other text of this one; 3 where it is surely more than 2.
    private func distance(to other: String) -> Int {
        if abs(count - other.count) > 2 { return 3 }
        var row = Array(0...other.count)
        for (place, letter) in enumerated() {
            var next = [place + 1]
            for (column, wanted) in other.enumerated() {
                next.append(Swift.min(row[column] + (letter == wanted ? 0 : 1), row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[other.count]
    }
}
