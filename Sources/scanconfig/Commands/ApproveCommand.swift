import ArgumentParser
import Glibc
import InspectorCore
import TextSafety

/// `scanconfig approve`: a plan that one person has read, so that another one may send it.
struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a plan that somebody else will send.",
        discussion: """
            Examples:
              scanconfig disassociate --from ids.csv --dry-run --output json > plan.json
              scanconfig approve plan.json
              scanconfig disassociate --from plan.json --approved plan.approval.json

            The plan is listed again and shown in full; once you have typed its number of associations, the approval is written. It holds \
            the plan's digest (SHA-256 of account, region, action and targets), your ARN as STS names it, the time, and the projects that \
            the plan leaves with no scan configuration. --approved then sends exactly this plan, for a caller other than you. This changes \
            nothing in the account and needs a terminal.
            """)

    @Argument(help: ArgumentHelp("The plan: what --dry-run --output json wrote.", valueName: "plan"), completion: .file())
    var plan: String

    @Option(
        help: ArgumentHelp(
            "Write the approval to this file, which must not exist. Default: the plan's name with .approval.json.", valueName: "file"),
        completion: .file())
    var approval: String?

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        try Self.refuseEmpty([("--approval", approval), ("The plan's name", plan)])
        if plan == "-" { throw ValidationError("approve reads your answer from standard input, so the plan has to be a file.") }
    }

    func run() async throws {
        let path = approval ?? Self.approvalPath(for: plan)
        if access(path, F_OK) == 0 {
            throw CommandFailure(.usage, "\(path.terminalSafe) exists already: name another file with --approval. Nothing was approved.")
        }
        let stamp = try await PlanFile.stamp(plan)
        let input = try await PlanOptions.input(plan, for: stamp.action)
        try await CommandSession.with(shared) { session in
            let draft = try await draft(stamp.action, input, session)
            if let refusal = stamp.refusal(of: draft.plan) {
                throw CommandFailure(.usage, "\(plan.terminalSafe): \(refusal) Nothing was approved.")
            }
            guard let caller = await session.caller(), let account = try await session.account() else {
                throw CommandFailure(
                    .usage,
                    "Who approves is not known, because STS did not name the caller: allow sts:GetCallerIdentity. Nothing was approved.")
            }
            try await ApprovalQuestion(draft: draft).ask()
            guard let made = Approval(of: draft, by: (caller, account)) else { return }
            try ApprovalFile.write(made, to: path)
            StandardError.write(
                "Approved \(draft.count.counted("association")) as \(caller.terminalSafe). The approval was written to \(path.terminalSafe).\n"
            )
        }
    }

    private func draft(_ action: RunAction, _ input: InputTable?, _ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        switch action {
        case .associate:
            try await AssociationRequest(configuration: nil, projects: [], filter: nil, input: input).draft(session)
        case .disassociate, .move:
            try await PlanRequest(configurations: [], projects: [], input: input).draft(session)
        }
    }

    /// `plan.json` becomes `plan.approval.json`.
    static func approvalPath(for plan: String) -> String {
        (plan.hasSuffix(".json") ? String(plan.dropLast(5)) : plan) + ".approval.json"
    }
}

/// The question that has to be answered before a plan is approved.
struct ApprovalQuestion {
    let draft: PlanDraft

    /// Returns when the approver has typed the number of associations; any other answer throws.
    func ask() async throws(CommandFailure) {
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(.usage, "Not a terminal: a plan is approved by a person who reads it. Nothing was approved.")
        }
        StandardError.write(PlanOutput(draft).text(.table))
        let question = "Type \(draft.count.grouped), \(draft.countWords), to approve; anything else approves nothing: "
        guard let answer = await TypedLine.answer(to: question), draft.count.isTyped(as: answer) else {
            throw CommandFailure(.interrupted, "Nothing was approved.")
        }
    }
}
