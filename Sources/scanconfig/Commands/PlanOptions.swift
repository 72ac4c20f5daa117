import ArgumentParser
import InspectorCore

/// The options of a command that makes a plan and sends it.
struct PlanOptions: ParsableArguments {
    @Flag(help: "Show the plan, but send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask for confirmation.")
    var yes = false

    @Option(help: ArgumentHelp("Send nothing if the plan has more associations than this.", valueName: "number"))
    var maxTargets: Int?

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup var waiting: WaitingOptions

    func validate() throws {
        try table.check(isTable: output == .csv)
        if let maxTargets, maxTargets < 1 { throw ValidationError("--max-targets must be at least 1, not \(maxTargets).") }
    }

    /// Throws when the waiting times cannot be told, before anything is listed or asked.
    func check() throws(CommandFailure) {
        _ = try waiting.values()
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
        let leftOut = coverage == .keep ? draft.leaveOutUncovered() : 0
        if leftOut > 0 { StandardError.write("\(draft.coverageKept(leavingOut: leftOut))\n") }
        let plan = draft.plan
        if dryRun { return try showDryRun(draft, coverage) }
        if plan.targets.isEmpty { return try NothingToSend(plan: plan, isLeftOut: leftOut > 0).show(output, table) }
        if let reason = tooMany(draft) ?? (yes ? coverage.refusal(of: draft) : nil) {
            throw CommandFailure(.usage, reason + " Nothing was sent.")
        }
        try await Confirmation(draft: draft, isGiven: yes).ask()
        try await RunConsole(session: session, options: waiting.values()).carryOut(plan).conclude(output, table)
    }

    /// Shows what would be sent, and says what would be refused.
    private func showDryRun(_ draft: PlanDraft, _ coverage: CoverageChoice) throws(CommandFailure) {
        if let reason = tooMany(draft) { StandardError.write("scanconfig: \(reason)\n") }
        try PlanOutput(draft).showDryRun(output, table)
        if coverage.refusal(of: draft) != nil, let projects = draft.uncoveredWords {
            StandardError.write("The plan has \(projects): --yes needs --keep-coverage or --allow-uncovered.\n")
        }
    }

    private func tooMany(_ draft: PlanDraft) -> String? {
        guard let maxTargets, draft.count > maxTargets else { return nil }
        return "The plan has \(draft.count.counted("association")), and --max-targets allows \(maxTargets.grouped)."
    }
}
