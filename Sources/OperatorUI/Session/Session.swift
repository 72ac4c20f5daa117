import InspectorCore
import TextSafety

/// What all screens share: the account, the connection, marks, failures and runs.
///
/// Screens come and go; this stays until the program ends.
struct Session: Equatable, Sendable {
    /// The sessions with the service: one, or several that were named at the start.
    var seats: [Seat]
    /// The one of several sessions that is looked at; nil for all of them.
    var focus: SessionKey?
    /// The account as far as it is listed, with marks and failures; of several sessions, all of theirs.
    var account: Account
    /// The runs in progress: one, or one in each of several sessions. Those that have ended stay until all have.
    var runs: [SessionRun] = []
    /// The watch in progress.
    var watch: LiveWatch?
    /// Runs that ended in this session, the newest last.
    var finishedRuns: [FinishedRun] = []
    /// Runs that were interrupted before this session, the newest first, until the operator has seen them among the earlier runs.
    var interruptedRuns: [RunSummary] = []
    /// Errors of this session, the newest last.
    var problems: [Problem] = []
    /// The notice above the key hints.
    var notices = NoticeLine()
    /// Which columns lists of associations have.
    var columns = ColumnChoice()
    /// Associations a second that the last run of this session was seen to do; nothing before one was long enough to tell.
    var measuredRate: Double?
    /// The filters that were kept.
    var filterHistory = FilterHistory()
    /// The time, in seconds since 1970, that ages are counted from.
    var now: Int64 = 0
    /// Whether marks that were not sent outlast the session.
    var keepsMarks = false
    /// Whether tables are written for a spreadsheet, with a byte order mark; nil until that was asked.
    var writesByteOrderMark: Bool?
    /// Whether nothing may be sent that changes anything.
    var isReadOnly: Bool
    /// Whether the program is heard: keys are then named as they are said.
    var isHeard = false
    /// What the operator has chosen for all sessions.
    var preferences = Preferences()

    /// - Parameter choices: What several sessions are opened with; none for the one that settings name.
    init(identity: SessionIdentity = SessionIdentity(), isReadOnly: Bool = false, choices: [ConnectionChoice] = []) {
        let choices = choices.count > 1 ? choices : []
        seats = choices.isEmpty ? [Seat(key: 0, identity: identity)] : []
        for (place, choice) in choices.enumerated() {
            var seat = Seat(key: SessionKey(place), identity: SessionIdentity(region: choice.region, profile: choice.profile))
            seat.connection.choose(choice)
            seats.append(seat)
        }
        account = Account(sessions: seats.count)
        self.isReadOnly = isReadOnly
    }

    /// The keys as they are bound.
    var keys: KeyMap { preferences.keys }

    /// Shows an error and keeps it among the results.
    mutating func report(_ problem: Problem) {
        problems.removeAll { $0 == problem }
        problems.append(problem)
        notices.show(Notice(.error, problem.sentence))
    }

    /// The key of a command as it is bound, for the middle of a sentence.
    func key(_ command: Command) -> String { isHeard ? keys.name(of: command).spokenKey : keys.name(of: command) }

    /// Why nothing can be sent now.
    var sendingRefusal: String? {
        if isReadOnly { return "Read-only: start without --read-only and SCANCONFIG_READ_ONLY to change anything." }
        return planningRefusal
    }

    /// Why a command has to wait for the run.
    var busyReason: String { "A run is in progress: wait for it to finish, or stop it with \(key(.program(.stop)))." }

    /// Why nothing can be planned now.
    var planningRefusal: String? { run == nil ? nil : busyReason }

    /// Why a plan must not be carried out in this session: it is another account's or region's.
    func mismatch(_ plan: Plan) -> String? {
        if isFleet {
            return key(for: plan) == nil
                ? "None of these sessions is of account \(plan.knownAccount ?? "unknown"), region \(plan.region.terminalSafe)." : nil
        }
        return plan.mismatch(PlanInputContext(account: identity.account, region: identity.region)).map {
            $0 + " \(key(.program(.profiles))) changes the profile or region."
        }
    }

    /// The newest run of this session that a resume has something to do for, of this account and region.
    var resumableRun: FinishedRun? {
        finishedRuns.last { $0.isResumable && mismatch($0.report.plan) == nil }
    }
}

/// Who is calling, and where: the account, region and caller as far as they are known.
package struct SessionIdentity: Hashable, Sendable {
    /// Twelve digits.
    package var account: String?
    /// The region calls go to.
    package var region: String?
    /// The caller's ARN.
    package var caller: String?
    /// The profile in use.
    package var profile: String?
    /// The profile that somebody named, which journals keep; nil where another source of credentials may come before it.
    package var namedProfile: String?
    /// A custom endpoint's URL.
    package var endpoint: String?
    /// All profiles, with what is known of them.
    package var profiles: [KnownProfile] = []

    /// An identity with just the parts given.
    package init(
        account: String? = nil, region: String? = nil, caller: String? = nil, profile: String? = nil, endpoint: String? = nil,
        profiles: [KnownProfile] = []
    ) {
        self.account = account
        self.region = region
        self.caller = caller
        self.profile = profile
        self.endpoint = endpoint
        self.profiles = profiles
    }

    /// The last part of the caller's ARN that names a role or user.
    package var callerName: String? {
        guard let caller, let resource = caller.split(separator: ":").last else { return nil }
        let parts = resource.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : String(resource)
    }
}

/// A profile and a region to work with; what is absent is left to settings.
package struct ConnectionChoice: Hashable, Sendable {
    /// A profile of the shared files.
    package var profile: String?
    /// A region.
    package var region: String?

    /// A choice.
    package init(profile: String? = nil, region: String? = nil) {
        self.profile = profile
        self.region = region
    }
}
