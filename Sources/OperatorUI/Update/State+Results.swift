import InspectorCore

extension State {
    mutating func connected(_ generation: Int, _ session: SessionIdentity) -> [Effect] {
        guard generation == self.generation else { return [] }
        let account = self.session.account
        self.session = session
        self.session.account = account
        connection = .ready
        inventory.beginRefresh()
        return [.loadInventory(generation: generation)]
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
                sentence: "The account is now \(account), not \(old): marks were taken off, and the list begins anew."))
        self.generation += 1
        return [.loadInventory(generation: self.generation)]
    }

    mutating func connectionFailed(_ generation: Int, _ problem: Problem) {
        guard generation == self.generation else { return }
        connection = .failed(problem)
        report(problem)
    }

    mutating func clockCorrected(_ generation: Int, _ sentence: String) {
        guard generation == self.generation else { return }
        report(Problem(context: "Signing", sentence: sentence))
    }

    mutating func inventoryArrived(_ generation: Int, _ event: InventoryEvent) {
        guard generation == self.generation else { return }
        inventory.apply(event)
        index.append(from: inventory)
        rowsAreStale = true
        switch event {
        case .failed(let error): report(Problem(context: "Listing scan configurations", sentence: error.sentence))
        case .associationsFailed(let arn, let error):
            report(Problem(context: "Listing the projects of \(name(ofArn: arn))", sentence: error.sentence))
        case .namesFailed(let error):
            report(Problem(context: "Listing repository names (projects are shown by id)", sentence: error.sentence))
        case .configurations: session.account = session.account ?? inventory.account
        case .names(let page): for project in page { name(project) }
        case .finished: forgetGone()
        case .associations: break
        }
    }

    /// Takes marks off, and forgets failures, of associations that are not there any more.
    private mutating func forgetGone() {
        let before = marks.count
        marks.removeGone(from: inventory)
        failures.removeGone(from: inventory)
        let gone = before - marks.count
        guard gone > 0 else { return }
        notice = Notice(.warning, "\(gone.counted("mark")) came off: the listing does not show what was marked any more.")
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
    mutating func runRefused(_ problem: Problem) {
        activity = .idle
        screens.removeAll { if case .run = $0 { true } else { false } }
        report(problem)
    }

    mutating func runReported(_ event: RunEvent) -> [Effect] {
        guard var run = activity.run else { return [] }
        switch event {
        case .started(_, let journal): run.journal = journal
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
    private mutating func take(_ outcomes: [TargetOutcome], of action: RunAction) {
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

    /// Takes the end in; a list of earlier runs below is read again.
    private mutating func finish(_ report: RunReport) -> [Effect] {
        take(
            zip(report.plan.targets, report.outcomes).map { TargetOutcome(association: $0.association, outcome: $1) },
            of: report.plan.action)
        activity = .idle
        runs.append(FinishedRun(report))
        screens.removeAll { if case .run = $0 { true } else { false } }
        settle()
        notice = Notice(
            report.isComplete ? .success : .error, report.sentence + (report.isComplete ? "" : "  ! shows each, R retries"))
        return screens.contains { if case .earlierRuns = $0 { true } else { false } } ? [.listRuns] : []
    }
}
