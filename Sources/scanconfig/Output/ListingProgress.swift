import InspectorCore

/// One line on standard error that says how far a listing is; nothing when that is no terminal.
struct ListingProgress {
    private let isShown = StandardError.isTerminal
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant?
    private static let interval: Duration = .milliseconds(250)

    mutating func show(_ inventory: Inventory) {
        guard isShown else { return }
        let now = clock.now
        if let lastShown, now - lastShown < Self.interval { return }
        lastShown = now
        StandardError.replaceLine(
            with: "Listing: \(inventory.associationCount.counted("association")) in "
                + "\(inventory.listed.count.counted("configuration"))")
    }

    /// Takes the line away.
    mutating func end() {
        guard isShown, lastShown != nil else { return }
        lastShown = nil
        StandardError.replaceLine(with: "")
    }
}
