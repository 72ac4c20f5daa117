import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig disassociate`: a plan from names or from a file, confirmed and carried out.
struct DisassociateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disassociate", abstract: "Disassociate projects from scan configurations, once you confirm the plan.",
        discussion: """
            Examples:
              scanconfig disassociate --configuration mobile --dry-run
              scanconfig disassociate --project acme/ledger
              scanconfig disassociate --filter 'scanned>90d' --dry-run
              scanconfig disassociate --configuration mobile --keep-coverage --yes
              scanconfig disassociate --from plan.json --yes --keep-coverage --output json

            --configuration, --project and --filter select all associations that match; if you give several, an association has to \
            match all of them. The names may be patterns: * stands for any text, ? for one character, [a-m] for one of these; a name \
            that has such characters itself is found first. --from reads the associations from a file instead: the API's own JSON, CSV with the columns scanConfigurationArn and \
            projectId, or bare project IDs together with --configuration. It also accepts the results of an earlier run, JSON or CSV, \
            and takes the associations that did not succeed. Projects that are not associated are reported, and nothing is sent for \
            them. On a terminal the plan is shown and has to be confirmed; elsewhere --yes is required, and --keep-coverage or \
            --allow-uncovered if projects would be left with no scan configuration.

            \(FilterReference.help)
            """)

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

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

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
        if from == "-", !options.yes, !options.dryRun {
            throw ValidationError(
                "--from - reads the associations from standard input, so it cannot ask for confirmation: add --yes or --dry-run.")
        }
    }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        try await run(try await input())
    }

    /// What `--from` names, read before any call is made.
    private func input() async throws(CommandFailure) -> InputTable? {
        guard let from else { return nil }
        do throws(InputFile.Failure) {
            return try await InputFile.read(from)
        } catch {
            throw CommandFailure(.usage, error.commandSentence)
        }
    }

    private func run(_ input: InputTable?) async throws {
        try await CommandSession.with(shared) { session in
            let request = PlanRequest(
                configurations: configuration, projects: project, inMoreThan: inMoreThan, filter: try filter.expression(), input: input)
            let draft = try await request.draft(session)
            if draft.count == 0, let reason = draft.plan.refusal(request) { throw CommandFailure(.usage, reason) }
            try await options.carryOut(draft, session)
        }
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
        if let filter = request.filter { return "No associations match --filter '\(filter.description.terminalSafe)'." }
        if let inMoreThan = request.inMoreThan { return "No project there is in more than \(inMoreThan.counted("scan configuration"))." }
        let leftOut = warnings.compactMap { if case .unmatchedLeftOut = $0 { $0.sentence } else { nil } }
        return leftOut.isEmpty ? nil : "Nothing there can be disassociated. \(leftOut.joined(separator: " "))"
    }
}
