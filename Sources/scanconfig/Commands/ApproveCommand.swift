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
            nothing in the account and needs a terminal. The plan of several sessions is approved as a whole: they are opened again with the \
            profile and region that it names, unless you name others with --profile or --region.
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
        let stamps = try await PlanFile.stamps(plan)
        guard let stamp = stamps.all.first, stamps.all.allSatisfy({ $0.action == stamp.action }) else {
            throw CommandFailure(.usage, "\(plan.terminalSafe) has no plan, or plans of several actions. Nothing was approved.")
        }
        let input = try await PlanOptions.input(plan, for: stamp.action)
        if stamps.isOfSeveral { return try await approve(stamps, input, to: path) }
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
            try await ApprovalQuestion(count: draft.count, words: draft.countWords, plan: PlanOutput(draft).text(.table)).ask()
            guard let made = Approval(of: draft, by: (caller, account)) else { return }
            try write([made], as: caller, draft.count, to: path)
        }
    }

    /// Approves the plans of several sessions together.
    private func approve(_ stamps: PlanStamps, _ input: InputTable?, to path: String) async throws {
        let planned = stamps.all.filter { $0.count > 0 }
        let isNamed = !shared.profile.isEmpty || !shared.region.isEmpty
        let names = planned.map { SessionName(profile: $0.profile, region: $0.region) }
        try await Fleet.with(shared, isNamed ? nil : names) { fleet in
            let action = planned.first?.action ?? .disassociate
            let drafts = try await fleet.each(dividing: input) { session, part throws(CommandFailure) in
                var draft = try await draft(action, part, session)
                draft.join(group: nil, profile: session.seat?.profile)
                return draft
            }
            try fleet.told(drafts).checkFailures()
            var approvals: [(draft: PlanDraft, caller: String, approval: Approval)] = []
            for stamp in planned {
                approvals.append(try await approval(of: stamp, among: drafts))
            }
            let count = approvals.reduce(0) { $0 + $1.draft.count }
            let text = FleetPlanOutput(sessions: approvals.map { .document($0.draft) }).text(.table)
            let words = "the number of associations in the \(approvals.count.counted("session"))"
            try await ApprovalQuestion(count: count, words: words, plan: text).ask()
            let callers = approvals.map(\.caller).unique.joined(separator: ", ")
            try write(approvals.map(\.approval), isOfSeveral: true, as: callers, count, to: path)
        }
    }

    /// The approval of a session's plan by its caller, and the plan as it was listed again. Throws when that is another one.
    private func approval(
        of stamp: PlanStamp, among drafts: [FleetResult<PlanDraft>]
    ) async throws(CommandFailure) -> (draft: PlanDraft, caller: String, approval: Approval) {
        let place = "account \(stamp.account ?? "unknown"), region \(stamp.region ?? "unknown")".terminalSafe
        let fitting = drafts.first { $0.value?.plan.knownAccount == stamp.account && $0.value?.plan.region == stamp.region }
        guard let fitting, let draft = fitting.value else {
            throw CommandFailure(.usage, "\(plan.terminalSafe): no session is of \(place). Nothing was approved.")
        }
        if let refusal = stamp.refusal(of: draft.plan) {
            throw CommandFailure(.usage, "\(plan.terminalSafe), \(place): \(refusal) Nothing was approved.")
        }
        guard let caller = await fitting.session.caller(), let account = try await fitting.session.account(),
            let approval = Approval(of: draft, by: (caller, account))
        else {
            throw CommandFailure(
                .usage, "Who approves in \(place) is not known: allow sts:GetCallerIdentity. Nothing was approved.")
        }
        return (draft, caller, approval)
    }

    private func write(
        _ approvals: [Approval], isOfSeveral: Bool = false, as caller: String, _ count: Int, to path: String
    ) throws(CommandFailure) {
        try ApprovalFile.write(Approvals(approvals, isOfSeveral: isOfSeveral), to: path)
        StandardError.write(
            "Approved \(count.counted("association")) as \(caller.terminalSafe). The approval was written to \(path.terminalSafe).\n")
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
    /// What has to be typed, and what it is the number of.
    let count: Int
    let words: String
    /// What is read first.
    let plan: String

    /// Returns when the approver has typed the number of associations; any other answer throws.
    func ask() async throws(CommandFailure) {
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(.usage, "Not a terminal: a plan is approved by a person who reads it. Nothing was approved.")
        }
        StandardError.write(plan)
        let question = "Type \(count.grouped), \(words), to approve; anything else approves nothing: "
        guard let answer = await TypedLine.answer(to: question), count.isTyped(as: answer) else {
            throw CommandFailure(.interrupted, "Nothing was approved.")
        }
    }
}
