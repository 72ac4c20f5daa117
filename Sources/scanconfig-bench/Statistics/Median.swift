extension Array<Double> {
    /// The middle value, or the mean of the two in the middle; 0 of nothing.
    var median: Double {
        let sorted = sorted()
        guard let last = sorted.indices.last else { return 0 }
        return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
    }

    /// The smallest value that a share of all values, 0 to 1, does not exceed; 0 of nothing.
    func percentile(_ share: Double) -> Double {
        let sorted = sorted()
        let place = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return sorted.isEmpty ? 0 : sorted[Swift.max(0, Swift.min(place, sorted.count - 1))]
    }
}
