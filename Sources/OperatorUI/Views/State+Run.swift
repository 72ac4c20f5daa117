import InspectorCore
import Terminal

extension State {
    /// The run as it goes: bar, numbers, and what did not succeed so far.
    func runLines() -> [Line] {
        guard let run = activity.run else { return [] }
        let progress = run.progress
        var lines = [Line.empty, Line(" " + runTitle(run), .title), Line.empty, barLine(progress), Line.empty]
        lines += field("Succeeded", progress.succeeded.grouped, .success)
        lines += field("Failed", progress.failed.grouped, progress.failed > 0 ? .failed : .text)
        lines += field("Unresolved", progress.unresolved.grouped, progress.unresolved > 0 ? .failed : .text)
        lines += field("Calls", "\(progress.calls.grouped) answered, \(progress.inFlight) under way")
        lines += field("Pace", paceText(progress))
        if let journal = run.journal { lines += field("Journal", journal) }
        if case .paused(.credentialsExpired(let sentence)) = run.phase { lines += [Line.empty] + wrapped(sentence, .warning) }
        lines.append(.empty)
        for trouble in run.troubles { lines.append(troubleLine(trouble)) }
        return lines
    }

    private func runTitle(_ run: RunState) -> String {
        let verb = run.plan.action == .disassociate ? "Disassociating" : "Associating"
        let count = run.plan.targets.count.counted("project")
        switch run.phase {
        case .sending: return "\(verb) \(count)"
        case .stopping: return "Stopping: calls under way end first"
        case .paused: return "Waiting: sign in again in another window, then press r"
        case .verifying: return "Listing the touched configurations again to verify"
        }
    }

    private func barLine(_ progress: RunProgress) -> Line {
        let width = max(10, min(60, size.columns - 30))
        let filled = progress.total == 0 ? width : width * progress.done / progress.total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return Line([Span(" "), Span(bar, .accent), Span("  \(progress.done.grouped)/\(progress.total.grouped)")])
    }

    private func paceText(_ progress: RunProgress) -> String {
        var parts: [String] = []
        if let rate = progress.rate { parts.append("\(Int(rate.rounded()).grouped) targets/s") }
        if let seconds = progress.secondsLeft { parts.append("\(seconds) s left") }
        parts.append("\(progress.throttled.grouped) throttled")
        parts.append("\(progress.retried.grouped) sent again")
        return parts.joined(separator: ", ")
    }

    func troubleLine(_ trouble: TargetOutcome) -> Line {
        let id = inventory.id(of: trouble.association)
        let name = id.flatMap { inventory.projectName(of: $0.resource) } ?? trouble.association.resource.idText
        return Line(" ✗ \(name.harmless.padded(to: 28)) \(trouble.outcome.statusText)", .failed)
    }
}
