import InspectorCore

/// What all screens share: the account, the connection, marks, failures and runs.
///
/// Screens come and go; this stays until the program ends.
struct Session: Equatable, Sendable {
    /// Who is calling, and where: the account, region and caller as far as they are known.
    var identity: SessionIdentity
    /// The connection to the service.
    var connection = Connection()
    /// The account as far as it is listed, with marks and failures.
    var account = Account()
    /// The run in progress.
    var run: LiveRun?
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
    /// Whether nothing may be sent that changes anything.
    var isReadOnly: Bool

    init(identity: SessionIdentity = SessionIdentity(), isReadOnly: Bool = false) {
        (self.identity, self.isReadOnly) = (identity, isReadOnly)
    }

    /// Shows an error and keeps it among the results.
    mutating func report(_ problem: Problem) {
        problems.removeAll { $0 == problem }
        problems.append(problem)
        notices.show(Notice(.error, problem.sentence))
    }

    /// Why nothing can be sent now.
    var sendingRefusal: String? {
        if isReadOnly { return "Read-only: start without --read-only and SCANCONFIG_READ_ONLY to change anything." }
        return planningRefusal
    }

    /// Why nothing can be planned now.
    var planningRefusal: String? { run == nil ? nil : LiveRun.busyReason }

    /// Why a plan must not be carried out in this session: it is another account's or region's.
    func mismatch(_ plan: Plan) -> String? {
        plan.mismatch(PlanInputContext(account: identity.account, region: identity.region)).map { $0 + " p changes the profile or region." }
    }

    /// The newest run of this session that a resume has something to do for, of this account and region.
    var resumableRun: FinishedRun? {
        finishedRuns.last { $0.isResumable && mismatch($0.report.plan) == nil }
    }
}
