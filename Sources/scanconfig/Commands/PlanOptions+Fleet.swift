import InspectorCore
import TextSafety

extension PlanOptions {
    /// Carries out the plans of several sessions: shown together and confirmed by the number of all, then a run for each, side by side.
    /// What failed in one session holds up no other; nothing is selected there.
    ///
    /// - Parameter coverage: What is done with projects that would be left with no scan configuration; may refuse the plan of a session.
    func carryOut(
        _ results: [FleetResult<PlanDraft>], in fleet: Fleet, _ coverage: (PlanDraft) throws(CommandFailure) -> CoverageChoice
    ) async throws {
        let results = fleet.told(prepared(fleet.merged(results) { $0.whole.account }, coverage))
        let drafts = results.compactMap(\.value)
        if drafts.isEmpty { return try results.checkFailures() }
        let refusals = drafts.filter { (try? coverage($0).refusal(of: $0)) != nil }
        if dryRun {
            _ = try await checkApprovals(results)
            return try showDryRun(results, refusals)
        }
        let count = drafts.reduce(0) { $0 + $1.count }
        if let reason = tooMany(count) ?? uncovered(refusals) { throw CommandFailure(.usage, reason + " Nothing was sent.") }
        let approvals = try await checkApprovals(results)
        if count > 0 { try await confirmation(results, count).ask() }
        let runs = drafts.count { $0.count > 0 }
        let group = runs > 0 ? RunGroup.newId(seed: UInt64.random(in: .min ... .max), runs: runs) : nil
        let end = try await fleet.runs(of: group, results, options: waiting.values()) { console, draft throws(CommandFailure) in
            var draft = draft
            draft.join(group: group, profile: console.session.seat?.profile)
            if draft.count == 0 { return RunEnd(nothingSent: draft.plan) }
            var plan = draft.plan
            plan.approval = approvals?.approval(account: plan.knownAccount, region: plan.region)?.mark
            return try await console.carryOut(plan)
        }
        try end.conclude(output, table)
        if count == 0 { StandardError.write("There is nothing to do, so nothing was sent.\n") }
    }

    /// The plans with their profiles, without what `--keep-coverage` leaves out. Among several sessions nothing is sent in one of which the
    /// account is not known: it may be another one's.
    private func prepared(
        _ results: [FleetResult<PlanDraft>], _ coverage: (PlanDraft) throws(CommandFailure) -> CoverageChoice
    ) -> [FleetResult<PlanDraft>] {
        results.map { result in
            guard var draft = result.value else { return result }
            let choice: CoverageChoice
            do throws(CommandFailure) {
                choice = try coverage(draft)
            } catch {
                return FleetResult(session: result.session, result: .failure(error))
            }
            let session = result.session
            draft.join(group: nil, profile: session.seat?.profile)
            if draft.whole.account == nil, !dryRun {
                let reason = "its account is not known, and among several sessions nothing is sent there then."
                return FleetResult(session: session, result: .failure(CommandFailure(.other, reason)))
            }
            let leftOut = choice == .keep ? draft.leaveOutUncovered() : 0
            if leftOut > 0 { session.say(draft.coverageKept(leavingOut: leftOut)) }
            return FleetResult(session: session, result: .success(draft))
        }
    }

    /// The approvals under which the plans are sent; nothing without `--approved`. Throws when one plan is not approved for its session's
    /// caller, or something was approved that is not planned: what was approved together is sent together.
    private func checkApprovals(_ results: [FleetResult<PlanDraft>]) async throws(CommandFailure) -> Approvals? {
        guard let approvals = try approvals() else { return nil }
        for result in results {
            guard let draft = result.value, draft.count > 0 else { continue }
            let name = draft.whole.sessionName
            guard let approval = approvals.approval(account: draft.plan.knownAccount, region: draft.plan.region) else {
                let reason = "\(name): the file of --approved does not approve a plan of this session."
                throw CommandFailure(.usage, "\(reason) Nothing was sent.".terminalSafe)
            }
            if let refusal = approval.refusal(of: draft, sender: await result.session.caller()) {
                throw CommandFailure(.usage, "\(name): \(refusal.sentence) Nothing was sent.".terminalSafe)
            }
        }
        if let missing = approvals.missing(among: results.compactMap(\.value).filter { $0.count > 0 }.map(\.plan)).first {
            throw CommandFailure(
                .usage,
                "Of what was approved for account \(missing.account), region \(missing.region) nothing is planned: no session is for it, or it was "
                    + "sent already. What was approved together is sent together. Nothing was sent.")
        }
        for approval in approvals.all.prefix(1) { StandardError.write("Approved by \(approval.mark.fact.terminalSafe).\n") }
        return approvals
    }

    private func showDryRun(_ results: [FleetResult<PlanDraft>], _ refusals: [PlanDraft]) throws {
        if let reason = tooMany(results.reduce(0) { $0 + ($1.value?.count ?? 0) }) { StandardError.write("scanconfig: \(reason)\n") }
        try StandardOutput.write(table.marked(FleetPlanOutput(sessions: results.map(\.entry)).text(output)))
        StandardError.write("Dry run: nothing was sent.\n")
        for draft in refusals {
            guard let projects = draft.uncoveredWords else { continue }
            StandardError.write(
                "\(draft.whole.sessionName): the plan has \(projects). To send it with --yes, add --keep-coverage or --allow-uncovered.\n")
        }
        try results.checkFailures()
    }

    private func confirmation(_ results: [FleetResult<PlanDraft>], _ count: Int) -> Confirmation {
        let isGiven = yes || approved != nil
        let drafts = results.compactMap(\.value)
        let words = "the number of associations in the \(drafts.count.counted("session"))"
        let warnings = drafts.map { draft in
            draft.plan.warnings.map { "! \(draft.whole.sessionName): \($0.sentence)\n" }.joined()
        }
        return Confirmation(
            count: count, countWords: words, plan: isGiven ? "" : FleetPlanOutput(sessions: results.map(\.entry)).text(.table),
            warnings: isGiven ? warnings.joined() : "", isGiven: isGiven)
    }

    /// Why `--yes` alone does not send the plans.
    private func uncovered(_ drafts: [PlanDraft]) -> String? {
        guard yes || approved != nil else { return nil }
        let projects = drafts.compactMap { draft in draft.uncoveredWords.map { "\(draft.whole.sessionName): \($0)" } }
        if projects.isEmpty { return nil }
        if approved != nil {
            return
                "--approved alone does not send \(projects.joined(separator: "; ")). Add --allow-uncovered: an approval needs your consent "
                + "too."
        }
        return "--yes does not send \(projects.joined(separator: "; ")). Add --keep-coverage to leave them out, or --allow-uncovered to "
            + "send them anyway."
    }
}
