import InspectorCore
import Terminal
import TextSafety

/// One line on standard error that shows how far a listing is; nothing unless that is a terminal.
struct ListingProgress {
    private let isShown = StandardError.isTerminal
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant?
    private var lastError: String?
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

    /// Says when the listing waits, on a terminal or not, and returns the error that ended part of it.
    mutating func failure(_ event: InventoryEvent) -> ListingError? {
        switch event {
        case .waiting(let wait):
            tell(wait)
            return nil
        case .failed(let error), .associationsFailed(_, let error):
            end()
            return error
        case .configurations, .associations, .coverage, .coverageFailed, .finished: return nil
        }
    }

    /// Says what the listing waits for; the same error once in a row.
    private mutating func tell(_ wait: ListingWait) {
        if case .nextTry(let error, _) = wait.cause {
            if error == lastError { return }
            lastError = error
        }
        end()
        StandardError.write("scanconfig: \(wait.sentence)\n")
    }

    /// Clears the line.
    mutating func end() {
        guard isShown, lastShown != nil else { return }
        lastShown = nil
        StandardError.replaceLine(with: "")
    }
}

/// One line on standard error that shows the progress of a run; nothing unless that is a terminal.
struct RunProgressLine {
    private let isShown = StandardError.isTerminal
    private var isOpen = false

    mutating func show(_ progress: RunProgress) {
        let width = 24
        let filled = progress.total == 0 ? width : width * progress.carriedOut / progress.total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        var text = "[\(bar)] \(progress.carriedOut.grouped)/\(progress.total.grouped)"
        if progress.failed > 0 { text += "  \(progress.failed.grouped) failed" }
        if let rate = progress.rate { text += "  \(Int(rate.rounded()).grouped)/s" }
        if let seconds = progress.secondsLeft, seconds > 0 { text += "  \(seconds) s left" }
        if let trouble = progress.trouble { text += "  \(trouble.span)" }
        if progress.throttled > 0 { text += "  \(progress.throttled.grouped) throttled" }
        say(text)
    }

    mutating func say(_ text: String) {
        guard isShown else { return }
        isOpen = true
        StandardError.replaceLine(with: text)
    }

    /// Clears the line.
    mutating func end() {
        guard isShown, isOpen else { return }
        isOpen = false
        StandardError.replaceLine(with: "")
    }
}
