import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig disassociate`.
struct DisassociateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disassociate", abstract: "Disassociate projects from scan configurations, after showing the plan.",
        discussion: """
            With --configuration and --project, the associations that fit both; with one of them, all that fit it. \
            --from names them one by one: the API's own JSON, CSV with the columns scanConfigurationArn and projectId, or \
            bare project ids together with --configuration. Of a run's results, JSON or CSV, it takes what did not succeed. \
            What is not associated is named, and nothing is sent for it. On a terminal the plan is shown and asked about; elsewhere \
            --yes is needed.

            Examples:
              scanconfig disassociate --configuration mobile --dry-run
              scanconfig disassociate --project acme/ledger
              scanconfig disassociate --from plan.json --yes --output json
            """)

    @Option(help: ArgumentHelp("A configuration's name or ARN (repeatable).", valueName: "name-or-arn"))
    var configuration: [String] = []

    @Option(help: ArgumentHelp("A project's id or repository name (repeatable).", valueName: "id-or-name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Read the associations from this file; - is standard input.", valueName: "file"), completion: .file())
    var from: String?

    @Flag(help: "Show the plan and send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask.")
    var yes = false

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var patience: PatienceOptions

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if configuration.isEmpty, project.isEmpty, from == nil {
            throw ValidationError("Specify --configuration, --project or --from.")
        }
        if from != nil, !project.isEmpty { throw ValidationError("--from and --project exclude each other.") }
        if from == "-", !yes, !dryRun {
            throw ValidationError("--from - reads the associations from standard input, so it cannot ask: give --yes or --dry-run.")
        }
    }

    func run() async throws {
        var input: InputFile?
        if let from { input = try await InputFile(path: from) }
        try await run(input)
    }

    private func run(_ input: InputFile?) async throws {
        try await CommandSession.with(shared) { session in
            let plan = try await PlanRequest(configurations: configuration, projects: project, input: input).plan(session)
            guard !plan.targets.isEmpty || plan.needsNothing else { throw CommandFailure(.usage, plan.emptiness) }
            if dryRun { return try PlanOutput(plan: plan).showDryRun(output) }
            if plan.needsNothing { return try NothingToSend(plan: plan).show(output) }
            try await Confirmation(plan: plan, isGiven: yes).ask()
            try await RunConsole(session: session, options: patience.values()).carryOut(plan).conclude(output)
        }
    }
}

extension Plan {
    /// Why nothing is planned.
    fileprivate var emptiness: String {
        let leftOut = warnings.compactMap { if case .unmatchedLeftOut = $0 { $0.sentence } else { nil } }
        return leftOut.isEmpty
            ? "Nothing is associated there, so there is nothing to disassociate."
            : "Nothing there can be disassociated. \(leftOut.joined(separator: " "))"
    }
}
