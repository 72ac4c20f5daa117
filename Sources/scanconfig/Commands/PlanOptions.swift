import ArgumentParser
import InspectorCore

/// The options of a command that makes a plan and sends it.
struct PlanOptions: ParsableArguments {
    @Flag(help: "Show the plan, but send nothing.")
    var dryRun = false

    @Flag(
        help: """
            Do not ask for confirmation. It does not send projects that would be left with no scan configuration: add \
            --keep-coverage or --allow-uncovered.
            """)
    var yes = false

    @Flag(help: "Leave out projects that would lose their last scan configuration, or might.")
    var keepCoverage = false

    @Flag(help: "Let --yes cover projects that would lose their last scan configuration, or might.")
    var allowUncovered = false

    @Option(help: ArgumentHelp("Send nothing if the plan has more associations than this.", valueName: "number"))
    var maxTargets: Int?

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup var waiting: WaitingOptions

    func validate() throws {
        try table.check(isTable: output == .csv)
        if keepCoverage, allowUncovered { throw ValidationError("--keep-coverage and --allow-uncovered cannot be combined.") }
        if let maxTargets, maxTargets < 1 { throw ValidationError("--max-targets must be at least 1, not \(maxTargets).") }
    }

    /// Throws when the waiting times cannot be told, before anything is listed or asked.
    func check() throws(CommandFailure) {
        _ = try waiting.values()
    }

    /// Shows the plan of a dry run. Else has it confirmed and carries it out; of a plan that leaves nothing to do it says so.
    ///
    /// - Parameter announcement: What is written before the plan.
    func carryOut(_ draft: PlanDraft, _ session: CommandSession, announcement: String = "") async throws {
        if !announcement.isEmpty { StandardError.write(announcement) }
        var draft = draft
        let leftOut = keepCoverage ? draft.leaveOutUncovered() : 0
        if leftOut > 0 { StandardError.write("\(draft.coverageKept(leavingOut: leftOut))\n") }
        let plan = draft.plan
        if dryRun { return try showDryRun(draft) }
        if plan.targets.isEmpty { return try NothingToSend(plan: plan, isLeftOut: leftOut > 0).show(output, table) }
        if let reason = tooMany(draft.count) ?? uncovered(draft) { throw CommandFailure(.usage, reason + " Nothing was sent.") }
        try await Confirmation(draft: draft, isGiven: yes).ask()
        try await RunConsole(session: session, options: waiting.values()).carryOut(plan).conclude(output, table)
    }

    /// Shows what would be sent, and says what would be refused.
    private func showDryRun(_ draft: PlanDraft) throws(CommandFailure) {
        if let reason = tooMany(draft.count) { StandardError.write("scanconfig: \(reason)\n") }
        try PlanOutput(draft).showDryRun(output, table)
        if !allowUncovered, let projects = draft.uncoveredWords {
            StandardError.write("The plan has \(projects): --yes needs --keep-coverage or --allow-uncovered.\n")
        }
    }

    /// Why `--max-targets` does not let so many be sent.
    func tooMany(_ count: Int) -> String? {
        guard let maxTargets, count > maxTargets else { return nil }
        return "The plan has \(count.counted("association")), and --max-targets allows \(maxTargets.grouped)."
    }

    /// Why `--yes` alone does not send the plan.
    private func uncovered(_ draft: PlanDraft) -> String? {
        guard yes, !allowUncovered, let projects = draft.uncoveredWords else { return nil }
        return "--yes does not send \(projects). Add --keep-coverage to leave them out, or --allow-uncovered to send them anyway."
    }
}
