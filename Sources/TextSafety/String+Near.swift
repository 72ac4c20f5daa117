extension String {
    /// "Did you mean a, b or c?"; nil when the text is like none of those.
    package func suggestion(among texts: some Sequence<String>) -> String? {
        let near = near(among: texts)
        return near.isEmpty ? nil : "Did you mean \(near.joined(before: "or"))?"
    }

    /// The texts that this one may have been meant as: it is their beginning or they are its, or a slip or two make the difference.
    private func near(among texts: some Sequence<String>) -> [String] {
        let own = lowercased()
        return texts.filter { $0.lowercased().isNear(own) }
    }

    private func isNear(_ other: String) -> Bool {
        guard !other.isEmpty else { return false }
        return hasPrefix(other) || other.hasPrefix(self) || count > 3 && distance(to: other) <= 2
    }

    /// How many letters have to be added, taken out or changed to make the other text of this one.
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
