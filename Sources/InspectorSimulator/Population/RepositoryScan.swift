import InspectorCore

/// How the scans of a project went, as they were drawn when the simulator was started.
struct RepositoryScan: Equatable, Sendable {
    /// A scan that somebody asked for.
    struct OnDemand: Equatable, Sendable {
        /// When, in seconds since 1970.
        let time: Int64
        /// What came of it.
        let reason: String
    }

    /// When the last scan ended, in seconds since 1970; nil when there was none.
    let lastScan: Int64?
    /// Why the project is scanned or is not, as long as some configuration has it.
    let reason: String
    /// The last scan that somebody asked for.
    let onDemand: OnDemand?
    /// Bits of the last commits that were scanned.
    let commit: UInt64

    /// Why a project is not scanned that no configuration has.
    static let unconfigured = "NO_SCAN_CONFIGURATION_ASSOCIATED"

    /// Whether the service goes on scanning when this is the reason.
    static func isActive(_ reason: String) -> Bool {
        ["SUCCESSFUL", "SCAN_IN_PROGRESS", "PENDING_INITIAL_SCAN"].contains(reason)
    }

    /// The scans of the project with this number, whose team has it scanned so often.
    ///
    /// - Parameter start: The moment that ages are counted from, in seconds since 1970.
    init(project: Int, team: Team, seed: UInt64, start: Int64) {
        let drawn = ScanDraw(seed: seed, project: UInt64(project))
        let (reason, days) = drawn.state(period: team.scanPeriod)
        self.reason = reason
        lastScan = (team.hasConfiguration || drawn.wasConfigured ? days : nil).map {
            start - drawn.seconds(within: $0, purpose: "scan-age")
        }
        onDemand = drawn.onDemand(start)
        commit = drawn.commit
    }
}

/// The chances by which a project's scans are drawn.
private struct ScanDraw {
    let seed: UInt64
    let project: UInt64

    private static let day: Int64 = 86_400

    /// Of a thousand projects so many are in this state, last scanned so many days ago.
    private static let states: [(share: Int, reason: String, days: ClosedRange<Int64>?)] = [
        (30, "PENDING_INITIAL_SCAN", nil), (12, "SCAN_IN_PROGRESS", 1...40), (35, "ACCESS_DENIED", 20...300),
        (40, "INTEGRATION_CONNECTION_LOST", 40...500), (15, "UNSUPPORTED_LANGUAGE", nil), (10, "INTERNAL_ERROR", 1...9),
        (120, "SUCCESSFUL", 91...700),
    ]

    /// The state, and between how many days ago the last scan was; nil for none. Most projects were scanned within their `period` of days.
    func state(period: ClosedRange<Int64>) -> (reason: String, days: ClosedRange<Int64>?) {
        var rest = Draw.below(1_000, seed: seed, purpose: "scan-state", key: project)
        for state in Self.states {
            if rest < state.share { return (state.reason, state.days) }
            rest -= state.share
        }
        return ("SUCCESSFUL", period)
    }

    func seconds(within days: ClosedRange<Int64>, purpose: StaticString) -> Int64 {
        let span = Int((days.upperBound - days.lowerBound + 1) * Self.day)
        return days.lowerBound * Self.day + Int64(Draw.below(span, seed: seed, purpose: purpose, key: project))
    }

    func onDemand(_ start: Int64) -> RepositoryScan.OnDemand? {
        let place = Draw.below(1_000, seed: seed, purpose: "on-demand", key: project)
        guard place < 60 else { return nil }
        let reason = place < 3 ? "SCAN_IN_PROGRESS" : place < 8 ? "INTERNAL_ERROR" : "SUCCESSFUL"
        return RepositoryScan.OnDemand(time: start - seconds(within: 0...120, purpose: "on-demand-age"), reason: reason)
    }

    /// Whether a project that no configuration has was in one once.
    var wasConfigured: Bool { Draw.below(2, seed: seed, purpose: "was-configured", key: project) == 0 }

    var commit: UInt64 { Draw.bits(seed: seed, purpose: "commit", key: project) }
}

extension Team {
    /// Between how many days ago the last scan was, where scans go well.
    fileprivate var scanPeriod: ClosedRange<Int64> {
        switch frequency {
        case "WEEKLY": 0...6
        case "MONTHLY": 0...30
        default: 91...900
        }
    }
}
