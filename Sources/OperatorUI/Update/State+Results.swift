import InspectorCore

extension State {
    mutating func connected(_ generation: Int, _ session: SessionIdentity) -> [Effect] {
        guard generation == self.generation else { return [] }
        let account = self.session.account
        self.session = session
        self.session.account = account
        connection = .ready
        return list() + [.findInterruptedRuns]
    }

    /// Takes in who calls. When that is another account than before, everything of the old one is forgotten.
    mutating func identified(_ generation: Int, _ account: String?, _ caller: String?) -> [Effect] {
        guard generation == connectionGeneration else { return [] }
        let old = verifiedAccount
        session.account = account ?? session.account
        session.caller = caller ?? session.caller
        verifiedAccount = account ?? old
        guard let old, let account, old != account else { return [] }
        forgetAccount()
        report(
            Problem(
                context: "Connecting again",
                sentence: "The account is now \(account), not \(old). Marks were cleared, and the account is listed."))
        self.generation += 1
        return list()
    }

    mutating func connectionFailed(_ generation: Int, _ problem: Problem) {
        guard generation == self.generation else { return }
        connection = .failed(problem)
        report(problem)
    }

    /// Keeps what the session remarked among the results; what the operator is just being told stays on the screen.
    mutating func sessionRemarked(_ generation: Int, _ sentence: String) {
        guard generation == self.generation else { return }
        let told = notice
        report(Problem(context: "Signing", sentence: sentence))
        if let told { notice = told }
    }

    mutating func inventoryArrived(_ generation: Int, _ event: InventoryEvent) -> [Effect] {
        guard generation == self.generation, counts(event) else { return [] }
        receive(event)
        if case .configurations = event { return startOver() }
        return []
    }

    /// Takes in what a listing told.
    mutating func receive(_ event: InventoryEvent) {
        listingWait = nil
        inventory.apply(event)
        index.append(from: inventory)
        rowsAreStale = true
        switch event {
        case .failed(let error): report(error, "Listing scan configurations")
        case .associationsFailed(let arn, let error): report(error, "Listing the associations of \(name(ofArn: arn))")
        case .namesFailed(let error): report(error, "Listing repository names (projects are shown by id)")
        case .configurations: session.account = session.account ?? inventory.account
        case .names(let page): for project in page { name(project) }
        case .finished: forgetGone()
        case .waiting(let wait): listingWait = wait
        case .associations: break
        }
    }

    /// Tells why a listing ended. What is shown, and marked, stays the session's account's when the credentials are another's.
    private mutating func report(_ error: ListingError, _ context: String) {
        let hint = error.isOtherAccount ? " p opens a session of their own for them; r asks again." : ""
        report(Problem(context: context, sentence: error.sentence + hint))
    }

    /// Takes marks off, and forgets failures, of associations that are not there any more.
    mutating func forgetGone() {
        let before = marks.count
        marks.removeGone(from: inventory)
        failures.removeGone(from: inventory)
        let gone = before - marks.count
        guard gone > 0 else { return }
        notice = Notice(.warning, "Cleared \(gone.counted("mark")): what was marked is not listed any more.")
    }

    private mutating func name(_ project: ProjectDetails) {
        guard let number = inventory.resources.knownNumber(of: .projectId(project.projectId)) else { return }
        index.record(number, in: inventory)
    }

    private func name(ofArn arn: String) -> String {
        inventory.configurations(named: arn).first.map { inventory.entries[Int($0)].configuration.name } ?? arn
    }
}

extension State {
    mutating func runRefused(_ problem: Problem) -> [Effect] {
        activity = .idle
        screens.removeAll { if case .run = $0 { true } else { false } }
        report(problem)
        return startOver()
    }

    mutating func runReported(_ event: RunEvent) -> [Effect] {
        guard var run = activity.run else { return [] }
        switch event {
        case .started(let runId, let journal): (run.runId, run.journal) = (runId, journal)
        case .outcomes(let outcomes):
            for outcome in outcomes { note(outcome, in: &run) }
            take(outcomes, of: run.plan.action)
        case .progress(let progress): run.progress = progress
        case .paused(let pause): run.phase = .paused(pause)
        case .resumed: run.phase = .sending
        case .sending: run.phase = .sending
        case .verifying(let progress): run.phase = .verifying(progress)
        case .finished(let report): return finish(report)
        }
        activity = .running(run)
        return []
    }

    private func note(_ outcome: TargetOutcome, in run: inout RunState) {
        run.troubles.note(outcome)
    }

    /// Lets the lists follow: what succeeded leaves them, what did not stays, marked and highlighted.
    mutating func take(_ outcomes: [TargetOutcome], of action: RunAction) {
        let known = outcomes.compactMap { outcome in inventory.id(of: outcome.association).map { ($0, outcome.outcome) } }
        let succeeded = known.filter { $0.1 == .succeeded }.map(\.0)
        for id in succeeded {
            marks.remove(id)
            failures[id] = nil
        }
        index.append(from: inventory)
        switch action {
        case .disassociate: inventory.remove(succeeded)
        case .associate: for id in succeeded { inventory.insert(id) }
        }
        for (id, outcome) in known where outcome != .succeeded { keep(id, outcome, action) }
        rowsAreStale = true
    }

    private mutating func keep(_ id: AssociationID, _ outcome: Outcome, _ action: RunAction) {
        failures[id] = outcome
        guard action == .disassociate else { return }
        inventory.insert(id)
        marks.insert(id)
    }

    /// Takes the end in; what shows the run's journal reads it again, and what the run overlapped is listed again.
    private mutating func finish(_ report: RunReport) -> [Effect] {
        let isVerification = activity.run?.kind == .verification
        if isVerification { takeFindings(report) } else { takeEnd(report) }
        activity = .idle
        screens.removeAll { if case .run = $0 { true } else { false } }
        settle()
        let sentence = (isVerification ? "Verified: " : "") + report.sentence
        let kind: Notice.Kind = report.isComplete ? .success : isVerification ? .warning : .error
        notice = Notice(kind, sentence + (report.isComplete ? "" : nextSteps(report)))
        return startOver() + rereading(report.runId)
    }

    /// Takes in what became of the targets; a run that was resumed is told of once.
    private mutating func takeEnd(_ report: RunReport) {
        take(
            zip(report.plan.targets, report.outcomes).map { TargetOutcome(association: $0.association, outcome: $1) },
            of: report.plan.action)
        runs.removeAll { $0.report.runId == report.runId }
        runs.append(FinishedRun(report))
    }

    /// Keys that matter after a run in which something did not succeed; none where this session's results do not have it.
    private func nextSteps(_ report: RunReport) -> String {
        guard runs.last?.report.runId == report.runId else { return "" }
        let hasFailed = report.counts.failed > report.counts.notConfirmed
        return "  ! shows each" + (resumableRun != nil ? ", R resumes" : hasFailed ? ", R retries" : "")
    }
}
