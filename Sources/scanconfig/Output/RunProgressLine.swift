import InspectorCore
import Terminal

/// One line on standard error that shows how a run goes; nothing when that is no terminal.
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
        if progress.throttled > 0 { text += "  \(progress.throttled.grouped) throttled" }
        say(text)
    }

    mutating func say(_ text: String) {
        guard isShown else { return }
        isOpen = true
        StandardError.replaceLine(with: text)
    }

    /// Takes the line away.
    mutating func end() {
        guard isShown, isOpen else { return }
        isOpen = false
        StandardError.replaceLine(with: "")
    }
}
