import InspectorCore
import Runtime
import TextSafety

/// Where the sessions of a fleet tell what they do: whole lines with the session's name, and one line of progress for all of them.
final class FleetBoard: Sendable {
    private struct State {
        var line: ProgressLine
        var listed: Set<String> = []
        var runs: [String: RunProgress] = [:]
        /// Sessions whose run lists what it changed.
        var verifying: Set<String> = []
        /// Whether a question waits on the terminal's last line, which no progress may take.
        var isAsking = false

        /// How far all runs are together, and which of them verify.
        mutating func showRuns() {
            if isAsking || runs.isEmpty { return }
            let all = runs.values
            let (done, total) = (all.reduce(0) { $0 + $1.carriedOut }, all.reduce(0) { $0 + $1.total })
            let failed = all.reduce(0) { $0 + $1.failed }
            let listing = verifying.isEmpty ? "" : "  verifying in \(verifying.sorted().listed(upTo: 2)) (^C ends it)"
            let text =
                "\(done.grouped)/\(total.grouped) in \(all.count.counted("session"))"
                + (failed > 0 ? "  \(failed.grouped) failed" : "") + listing
            line.show(text, phase: verifying.isEmpty ? "Sending." : "Verifying.")
        }
    }

    private let state: Locked<State>

    /// A board that shows progress in this style.
    init(_ style: ProgressStyle) {
        state = Locked(State(line: ProgressLine(style)))
    }

    /// Writes text in place of the line of progress.
    func write(_ text: String) {
        state.withLock { state in
            state.line.end()
            StandardError.write((state.isAsking ? "\n" : "") + text)
        }
    }

    /// Writes a question, which stays the last line until ``goOn()``.
    func ask(_ question: String) {
        state.withLock { state in
            state.line.end()
            StandardError.write(question)
            state.isAsking = true
        }
    }

    /// The question is answered, or withdrawn.
    func goOn() {
        state.withLock { $0.isAsking = false }
    }

    /// Clears the line of progress.
    func clear() {
        state.withLock { $0.line.end() }
    }

    /// A session has listed what it has, or failed to.
    func listed(_ name: String, of sessions: Int) {
        state.withLock { state in
            state.listed.insert(name)
            if state.isAsking { return }
            state.line.show("Listing: \(state.listed.count) of \(sessions.counted("session")) done", phase: "\(name): listed.")
            if state.listed.count == sessions { state.line.end() }
        }
    }

    /// How far the run of a session is.
    func show(_ progress: RunProgress, of name: String) {
        state.withLock { state in
            state.runs[name] = progress
            state.showRuns()
        }
    }

    /// The run of a session lists what it changed, or does so no more.
    func verifies(_ name: String, _ isVerifying: Bool) {
        state.withLock { state in
            if isVerifying { state.verifying.insert(name) } else { state.verifying.remove(name) }
            state.showRuns()
        }
    }
}

/// A session's place in a fleet.
struct FleetSeat: Sendable {
    /// What the operator calls the session: "payments/eu-west-1".
    let name: String
    /// The profile that was given; nil where only regions were.
    let profile: String?
    /// Where it tells what it does.
    let board: FleetBoard
    /// Ends when an earlier session of the same profile has found its credentials, or failed to: a code is asked for once then, and a role's
    /// credentials are in the cache. nil for the first session of a profile.
    let turn: Task<Void, Never>?

    /// The seat of the session opened with `profile` in `region`.
    init(profile: String?, region: String, board: FleetBoard, turn: Task<Void, Never>? = nil) {
        (self.profile, self.board, self.turn) = (profile, board, turn)
        name = Self.name(profile: profile, region: region)
    }

    /// "payments/eu-west-1", or the region alone where no profile was given.
    static func name(profile: String?, region: String) -> String { (profile.map { "\($0)/" } ?? "") + region }
}
