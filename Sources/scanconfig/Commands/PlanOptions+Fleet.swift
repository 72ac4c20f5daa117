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
        if dryRun { return try showDryRun(results, refusals) }
        let count = drafts.reduce(0) { $0 + $1.count }
        if let reason = tooMany(count) ?? uncovered(refusals) { throw CommandFailure(.usage, reason + " Nothing was sent.") }
        if count > 0 { try await confirmation(results, count).ask() }
        let runs = drafts.count { $0.count > 0 }
        let group = runs > 0 ? RunGroup.newId(seed: UInt64.random(in: .min ... .max), runs: runs) : nil
        let end = try await fleet.runs(of: group, results, options: waiting.values()) { console, draft throws(CommandFailure) in
            var draft = draft
            draft.join(group: group, profile: console.session.seat?.profile)
            if draft.count == 0 { return RunEnd(nothingSent: draft.plan) }
            return try await console.carryOut(draft.plan)
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

    private func showDryRun(_ results: [FleetResult<PlanDraft>], _ refusals: [PlanDraft]) throws {
        if let reason = tooMany(results.reduce(0) { $0 + ($1.value?.count ?? 0) }) { StandardError.write("scanconfig: \(reason)\n") }
        try StandardOutput.write(table.marked(FleetPlanOutput(sessions: results.map(\.entry)).text(output)))
        StandardError.write("Dry run: nothing was sent.\n")
        for draft in refusals {
            guard let projects = draft.uncoveredWords else { continue }
            StandardError.write(
                "\(draft.whole.sessionName): the plan has \(projects): --yes needs --keep-coverage or --allow-uncovered.\n")
        }
        try results.checkFailures()
    }

    private func confirmation(_ results: [FleetResult<PlanDraft>], _ count: Int) -> Confirmation {
        let drafts = results.compactMap(\.value)
        let words = "the number of associations in all \(drafts.count.counted("session"))"
        let warnings = drafts.map { draft in
            draft.plan.warnings.map { "! \(draft.whole.sessionName): \($0.sentence)\n" }.joined()
        }
        return Confirmation(
            count: count, countWords: words, plan: yes ? "" : FleetPlanOutput(sessions: results.map(\.entry)).text(.table),
            warnings: yes ? warnings.joined() : "", isGiven: yes)
    }

    /// Why `--yes` alone does not send the plans.
    private func uncovered(_ drafts: [PlanDraft]) -> String? {
        guard yes else { return nil }
        let projects = drafts.compactMap { draft in draft.uncoveredWords.map { "\(draft.whole.sessionName): \($0)" } }
        if projects.isEmpty { return nil }
        return "--yes does not send \(projects.joined(separator: "; ")). Add --keep-coverage to leave them out, or --allow-uncovered to "
            + "send them anyway."
    }
}
