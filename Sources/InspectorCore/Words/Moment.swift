extension String {
    /// A moment in ISO 8601 and UTC as sentences have it, "2026-11-28 22:31 UTC"; any other text as it is.
    package var moment: String {
        let parts = split(separator: "T")
        guard parts.count == 2, parts[0].utf8.count == 10, parts[1].utf8.count >= 6, hasSuffix("Z") else { return self }
        return "\(parts[0]) \(parts[1].prefix(5)) UTC"
    }
}
