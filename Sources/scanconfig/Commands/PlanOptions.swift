import ArgumentParser
import InspectorCore
import TextSafety

/// The options of a command that makes a plan and sends it.
struct PlanOptions: ParsableArguments {
    @Flag(help: "Show the plan, but send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask for confirmation.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "Send the plan only if this file, written by scanconfig approve, approves it for another caller; you are not asked again.",
            valueName: "file"),
        completion: .file())
    var approved: String?

    @Option(help: ArgumentHelp("Send nothing if the plan has more associations than this.", valueName: "number"))
    var maxTargets: Int?

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup var waiting: WaitingOptions

    func validate() throws {
        try table.check(isTable: output == .csv)
        try Self.refuseEmpty([("--approved", approved)])
        if let maxTargets, maxTargets < 1 { throw ValidationError("--max-targets must be at least 1, not \(maxTargets).") }
    }

    /// Throws when the waiting times cannot be told, or the approval cannot be read, before anything is listed or asked.
    func check() throws(CommandFailure) {
        _ = (try waiting.values(), try approvals())
    }

    /// Shows the plan of a dry run. Else has it confirmed and carries it out; of a plan that leaves nothing to do it says so.
    ///
    /// - Parameters:
    ///   - coverage: What is done with projects that would be left with no scan configuration.
    ///   - announcement: What is written before the plan.
    func carryOut(
        _ draft: PlanDraft, _ coverage: CoverageChoice = .covered, _ session: CommandSession, announcement: String = ""
    ) async throws {
        if !announcement.isEmpty { StandardError.write(announcement) }
        var draft = draft
        draft.join(group: nil, profile: session.namedProfile)
        let leftOut = coverage == .keep ? draft.leaveOutUncovered() : 0
        if leftOut > 0 { StandardError.write("\(draft.coverageKept(leavingOut: leftOut))\n") }
        var plan = draft.plan
        if dryRun {
            _ = try await checkApproval(of: draft, session)
            return try showDryRun(draft, coverage)
        }
        if plan.targets.isEmpty { return try NothingToSend(plan: plan, isLeftOut: leftOut > 0).show(output, table) }
        if let reason = tooMany(draft.count) ?? uncovered(draft, coverage) { throw CommandFailure(.usage, reason + " Nothing was sent.") }
        plan.approval = try await checkApproval(of: draft, session)
        try await Confirmation(draft: draft, isGiven: yes || plan.approval != nil).ask()
        try await RunConsole(session: session, options: waiting.values()).carryOut(plan).conclude(output, table)
    }

    /// Shows what would be sent, and says what would be refused.
    private func showDryRun(_ draft: PlanDraft, _ coverage: CoverageChoice) throws(CommandFailure) {
        if let reason = tooMany(draft.count) { StandardError.write("scanconfig: \(reason)\n") }
        try PlanOutput(draft).showDryRun(output, table)
        if coverage.refusal(of: draft) != nil, let projects = draft.uncoveredWords {
            StandardError.write("The plan has \(projects). To send it with --yes, add --keep-coverage or --allow-uncovered.\n")
        }
    }

    /// What `--approved` names; nothing without it.
    func approvals() throws(CommandFailure) -> Approvals? {
        try approved.map { path throws(CommandFailure) in try ApprovalFile.read(path) }
    }

    /// The approval under which the plan is sent; nothing without `--approved`. Throws when the file does not approve it for this caller.
    private func checkApproval(of draft: PlanDraft, _ session: CommandSession) async throws(CommandFailure) -> PlanApproval? {
        guard let approvals = try approvals() else { return nil }
        guard let approval = approvals.all.first, approvals.all.count == 1 else {
            throw CommandFailure(
                .usage, "The approval is for the plans of \(approvals.all.count.counted("session")), and this is one. Nothing was sent.")
        }
        if let refusal = approval.refusal(of: draft, sender: await session.caller()) {
            throw CommandFailure(.usage, "\(refusal.sentence) Nothing was sent.")
        }
        StandardError.write("Approved by \(approval.mark.fact.terminalSafe).\n")
        return approval.mark
    }

    /// Why `--max-targets` does not let so many be sent.
    func tooMany(_ count: Int) -> String? {
        guard let maxTargets, count > maxTargets else { return nil }
        return "The plan has \(count.counted("association")), and --max-targets allows \(maxTargets.grouped)."
    }

    /// Why neither `--yes` nor `--approved` alone sends the plan.
    private func uncovered(_ draft: PlanDraft, _ coverage: CoverageChoice) -> String? {
        guard yes || approved != nil, let refusal = coverage.refusal(of: draft) else { return nil }
        guard approved != nil, let projects = draft.uncoveredWords else { return refusal }
        return "--approved alone does not send \(projects). Add --allow-uncovered: an approval needs your consent too."
    }
}
