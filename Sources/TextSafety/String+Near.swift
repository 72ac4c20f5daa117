extension String {
    /// "Did you mean a, b or c?": the texts that begin with this one or that it begins with, or else those from which a slip or two make it;
    /// nil when there are none. Capitals and small letters are the same.
    package func suggestion(among texts: some Sequence<String>) -> String? {
        let own = lowercased()
        let begun = texts.filter { !own.isEmpty && ($0.lowercased().hasPrefix(own) || own.hasPrefix($0.lowercased())) }
        let near = begun.isEmpty ? texts.filter { own.isSlip(of: $0.lowercased()) } : begun
        return near.isEmpty ? nil : "Did you mean \(near.joined(before: "or"))?"
    }

    private func isSlip(of other: String) -> Bool {
        switch count {
        case ..<3: false
        case 3: distance(to: other) <= 1
        default: distance(to: other) <= 2
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
