import ArgumentParser
import AWSClient
import InspectorCore
import Terminal
import TextSafety

/// What commands show of their progress.
enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
    /// One line, replaced in place, where standard error is a terminal; `plain` for somebody who hears it; otherwise nothing.
    case auto
    /// Nothing.
    case none
    /// A line whenever another phase begins, wherever standard error goes.
    case plain
}

/// How progress is shown on standard error.
enum ProgressStyle {
    case inPlace, none, plain

    /// How it is shown by an option, in an environment, on this standard error.
    init(_ choice: ProgressChoice, _ environment: AWSClient.Environment) {
        switch choice {
        case .none: self = .none
        case .plain: self = .plain
        case .auto where !StandardError.isTerminal: self = .none
        case .auto: self = Accessibility.isWanted(by: environment) || environment["TERM"] == "dumb" ? .plain : .inPlace
        }
    }
}

/// Progress on standard error. The same text is never written twice in a row.
struct ProgressLine {
    private let style: ProgressStyle
    private var shown = ""
    private var phase = ""

    init(_ style: ProgressStyle) { self.style = style }

    /// Shows how far the work is.
    ///
    /// - Parameters:
    ///   - text: What is written in place of the text before.
    ///   - phase: A sentence, the same as long as the same is being done.
    mutating func show(_ text: String, phase: String) {
        switch style {
        case .none: break
        case .inPlace where text != shown:
            StandardError.replaceLine(with: text)
            shown = text
        case .plain where phase != self.phase && !phase.isEmpty:
            StandardError.write("\(phase)\n")
            self.phase = phase
        case .inPlace, .plain: break
        }
    }

    /// Clears the line.
    mutating func end() {
        guard !shown.isEmpty else { return }
        shown = ""
        StandardError.replaceLine(with: "")
    }
}

/// How far a listing is.
struct ListingProgress {
    private var line: ProgressLine
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant?
    /// What was told already: each cause once.
    private var told: Set<String> = []
    private let say: (String) -> Void
    private static let interval: Duration = .milliseconds(250)

    /// Progress in this style; `say` tells the operator a sentence.
    init(_ style: ProgressStyle, say: @escaping (String) -> Void) { (line, self.say) = (ProgressLine(style), say) }

    mutating func show(_ inventory: Inventory) {
        let now = clock.now
        if let lastShown, now - lastShown < Self.interval { return }
        lastShown = now
        line.show("Listing: \(inventory.extent)", phase: "Listing the account.")
    }

    /// Says when the listing waits, on a terminal or not, and returns the error that ended part of it.
    mutating func failure(_ event: InventoryEvent) -> ListingError? {
        switch event {
        case .waiting(let wait):
            tell(wait)
            return nil
        case .failed(let error), .associationsFailed(_, let error):
            line.end()
            return error
        case .configurations, .associations, .coverage, .coverageFailed, .finished: return nil
        }
    }

    /// Says what the listing waits for, each cause once.
    private mutating func tell(_ wait: ListingWait) {
        let cause =
            switch wait.cause {
            case .throttling: "throttling"
            case .answer: "answer"
            case .news: "news"
            case .nextTry(let error, _): error
            }
        guard told.insert(cause).inserted else { return }
        line.end()
        say(wait.sentence)
    }

    /// Clears the line.
    mutating func end() { line.end() }

    /// The listing has come to its end.
    mutating func end(with inventory: Inventory) {
        line.show("", phase: "Listed \(inventory.extent).")
        line.end()
    }
}

extension Inventory {
    /// "1,204 associations in 10 configurations"
    fileprivate var extent: String { "\(associationCount.counted("association")) in \(listed.count.counted("configuration"))" }
}

/// How far a run is.
struct RunProgressLine {
    private var line: ProgressLine

    init(_ style: ProgressStyle) { line = ProgressLine(style) }

    /// - Parameter stage: The stage of a move, which was told when it began.
    mutating func show(_ progress: RunProgress, in stage: RunStage?) {
        let width = 24
        let filled = progress.total == 0 ? width : width * progress.carriedOut / progress.total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        var text = "[\(bar)] \(progress.carriedOut.grouped)/\(progress.total.grouped)"
        if progress.failed > 0 { text += "  \(progress.failed.grouped) failed" }
        if let rate = progress.rate { text += "  \(Int(rate.rounded()).grouped)/s" }
        if let seconds = progress.secondsLeft, seconds > 0 { text += "  \(seconds) s left" }
        if let trouble = progress.trouble { text += "  \(trouble.span)" }
        if progress.throttled > 0 { text += "  \(progress.throttled.grouped) throttled" }
        line.show(text, phase: stage == nil ? "Sending \(progress.total.counted("association"))." : "")
    }

    /// Says what is done after everything was sent; `phase` is the same as long as the same is done.
    mutating func say(_ text: String, phase: String) { line.show(text, phase: phase) }

    /// Clears the line.
    mutating func end() { line.end() }
}
