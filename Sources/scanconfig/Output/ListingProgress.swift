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

    /// Says when the listing waits, on a terminal or not, and gives back what ended it in part.
    mutating func failure(_ event: InventoryEvent) -> ListingError? {
        switch event {
        case .waiting(let wait):
            end()
            StandardError.write("scanconfig: \(wait.sentence)\n")
            return nil
        case .failed(let error), .associationsFailed(_, let error):
            end()
            return error
        case .configurations, .associations, .names, .namesFailed, .finished: return nil
        }
    }

    /// Takes the line away.
    mutating func end() {
        guard isShown, lastShown != nil else { return }
        lastShown = nil
        StandardError.replaceLine(with: "")
    }
}
