import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig disassociate`: a plan from names or from a file, confirmed and carried out.
struct DisassociateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disassociate", abstract: "Disassociate projects from scan configurations, once you confirm the plan.",
        discussion: """
            --configuration and --project select all associations that match; if you give both, an association has to match both. \
            --from reads the associations from a file instead: the API's own JSON, CSV with the columns scanConfigurationArn and \
            projectId, or bare project ids together with --configuration. It also accepts the results of an earlier run, JSON or CSV, \
            and takes the associations that did not succeed. Projects that are not associated are reported, and nothing is sent for \
            them. On a terminal the plan is shown and has to be confirmed; elsewhere --yes is required.

            Examples:
              scanconfig disassociate --configuration mobile --dry-run
              scanconfig disassociate --project acme/ledger
              scanconfig disassociate --from plan.json --yes --output json
            """)

    @Option(help: ArgumentHelp("A configuration's name or ARN (repeatable).", valueName: "name-or-arn"))
    var configuration: [String] = []

    @Option(help: ArgumentHelp("A project's id or repository name (repeatable).", valueName: "id-or-name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Read the associations from this file; - means standard input.", valueName: "file"), completion: .file())
    var from: String?

    @OptionGroup var options: PlanOptions

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if configuration.isEmpty, project.isEmpty, from == nil {
            throw ValidationError("Specify --configuration, --project or --from.")
        }
        if from != nil, !project.isEmpty { throw ValidationError("--from and --project cannot be combined.") }
        if from == "-", !options.yes, !options.dryRun {
            throw ValidationError(
                "--from - reads the associations from standard input, so it cannot ask for confirmation: add --yes or --dry-run.")
        }
    }

    func run() async throws {
        try options.check()
        var input: InputFile?
        if let from { input = try await InputFile(path: from) }
        try await run(input)
    }

    private func run(_ input: InputFile?) async throws {
        try await CommandSession.with(shared) { session in
            let plan = try await PlanRequest(configurations: configuration, projects: project, input: input).plan(session)
            if plan.targets.isEmpty, !plan.needsNothing, let reason = plan.refusal { throw CommandFailure(.usage, reason) }
            try await options.carryOut(plan, session)
        }
    }
}

extension Plan {
    /// Why nothing of what is associated is planned; nothing when nothing is.
    fileprivate var refusal: String? {
        let leftOut = warnings.compactMap { if case .unmatchedLeftOut = $0 { $0.sentence } else { nil } }
        return leftOut.isEmpty ? nil : "Nothing there can be disassociated. \(leftOut.joined(separator: " "))"
    }
}
