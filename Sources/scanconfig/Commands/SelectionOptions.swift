import ArgumentParser
import InspectorCore
import TextSafety

/// The options that select associations which exist.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A configuration's name or ARN, or a pattern (repeatable).", valueName: "name-or-arn"),
        completion: .scanConfiguration)
    var configuration: [String] = []

    @Option(help: ArgumentHelp("A project's ID or repository name, or a pattern (repeatable).", valueName: "id-or-name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Read the associations from this file; - means standard input.", valueName: "file"), completion: .file())
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Of what --configuration and --project select, only projects in more scan configurations than this.", valueName: "number"))
    var inMoreThan: Int?

    @OptionGroup var filter: FilterOption

    func validate() throws {
        try Self.refuseEmpty([("--from", from)])
        try Self.refuseEmpty("--configuration", configuration)
        try Self.refuseEmpty("--project", project)
        if configuration.isEmpty, project.isEmpty, from == nil, filter.filter == nil {
            throw ValidationError("Specify --configuration, --project, --filter or --from.")
        }
        if from != nil, !project.isEmpty { throw ValidationError("--from and --project cannot be combined.") }
        if from != nil, inMoreThan != nil { throw ValidationError("--from and --in-more-than cannot be combined.") }
        if let inMoreThan, inMoreThan < 1 { throw ValidationError("--in-more-than must be at least 1, not \(inMoreThan).") }
    }

    /// What is selected, its file read before any call is made.
    ///
    /// - Parameter destination: Where projects are associated first, by name or ARN; nil where none is.
    func request(
        for action: RunAction, destination: (name: String, covering: MoveDestination.Covering)?
    ) async throws -> PlanRequest {
        PlanRequest(
            configurations: configuration, projects: project, inMoreThan: inMoreThan, filter: try filter.expression(),
            destination: destination, input: try await PlanOptions.input(from, for: action))
    }
}

extension PlanOptions {
    /// What a file holds that `--from` names; nothing without one.
    static func input(_ from: String?, for action: RunAction) async throws(CommandFailure) -> InputTable? {
        guard let from else { return nil }
        do throws(InputFile.Failure) {
            return try await InputFile.read(from, for: action)
        } catch {
            throw CommandFailure(.usage, error.commandSentence)
        }
    }

    /// Throws when the operator could not answer, because the targets are read where the answer would be.
    func checkInput(_ from: String?) throws {
        if from == "-", !yes, !dryRun, approved == nil {
            throw ValidationError(
                "--from - reads the associations from standard input, so it cannot ask for confirmation: add --yes or --dry-run.")
        }
    }

    /// Makes the plan, has it confirmed, and carries it out. A name or filter that fits nothing is a usage error.
    ///
    /// - Parameter coverage: What is done with projects that would be left with no scan configuration; may refuse the plan.
    func carryOut(
        _ request: PlanRequest, _ shared: SharedOptions,
        _ coverage: @escaping @Sendable (PlanDraft) throws(CommandFailure) -> CoverageChoice
    ) async throws {
        if shared.isFleet {
            return try await Fleet.with(shared) { fleet in
                let drafts = try await fleet.each(
                    dividing: request.input, hasConfigurations: !request.configurations.isEmpty
                ) { session, input throws(CommandFailure) in try await draft(request.with(input), session) }
                try await carryOut(drafts, in: fleet, coverage)
            }
        }
        try await CommandSession.with(shared) { session in
            let draft = try await draft(request, session)
            try await carryOut(draft, try coverage(draft), session)
        }
    }

    private func draft(_ request: PlanRequest, _ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        let draft = try await request.draft(session)
        if draft.count == 0, let reason = draft.plan.refusal(request) { throw CommandFailure(fitsNothing: reason) }
        return draft
    }
}

extension InputFile.Failure {
    fileprivate var commandSentence: String {
        switch self {
        case .unreadable(let sentence): sentence + " Nothing was sent."
        case .refused(let error): error.sentence
        }
    }
}

extension Plan {
    /// Why nothing of what is associated is planned; nothing when nothing is.
    fileprivate func refusal(_ request: PlanRequest) -> String? {
        if needsNothing { return nil }
        if warnings.contains(where: { if case .stays = $0 { true } else { false } }) {
            return
                "The configuration that is to cover the projects is the one they leave, so there is nothing to do. Name another one."
        }
        if let filter = request.filter { return "No associations match --filter '\(filter.description.terminalSafe)'." }
        if let inMoreThan = request.inMoreThan { return "No project there is in more than \(inMoreThan.counted("scan configuration"))." }
        let leftOut = warnings.compactMap { if case .unmatchedLeftOut = $0 { $0.sentence } else { nil } }
        return leftOut.isEmpty ? nil : "Nothing there can be disassociated. \(leftOut.joined(separator: " "))"
    }
}
