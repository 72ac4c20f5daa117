import ArgumentParser
import InspectorCore

/// `scanconfig associate`: a plan that gives projects a scan configuration, confirmed and carried out.
struct AssociateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "associate", abstract: "Associate projects with a scan configuration, once you confirm the plan.",
        discussion: """
            Examples:
              scanconfig associate --configuration default-scan --filter in:0 --dry-run
              scanconfig associate --configuration mobile --project acme/ledger
              scanconfig associate --configuration mobile --from ids.txt --yes
              scanconfig associate --from plan.json --yes --output json

            --project and --filter select projects, whether some configuration has them or not; if you give both, a project has to match \
            both. A filter asks about projects here: in:0 finds those without any scan configuration, which scanconfig list --uncovered \
            shows. --from reads the projects from a file instead, or the associations of a plan or of results of this command, which name \
            the configuration themselves. Projects that are associated already are reported, and nothing is sent for them.

            \(FilterReference.helpOnProjects)
            """)

    @Option(
        help: ArgumentHelp("The name or ARN of the configuration that the projects get.", valueName: "name-or-arn"),
        completion: .scanConfiguration)
    var configuration: String?

    @Option(help: ArgumentHelp("A project's ID or repository name, or a pattern (repeatable).", valueName: "id-or-name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Read the projects from this file; - means standard input.", valueName: "file"), completion: .file())
    var from: String?

    @OptionGroup var filter: ProjectFilterOption

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        if project.isEmpty, from == nil, filter.filter == nil { throw ValidationError("Specify --project, --filter or --from.") }
        if from != nil, !project.isEmpty { throw ValidationError("--from and --project cannot be combined.") }
        if configuration == nil, from == nil { throw ValidationError("Specify --configuration, the one that the projects get.") }
        try options.checkInput(from)
    }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        let request = AssociationRequest(
            configuration: configuration, projects: project, filter: try filter.expression(),
            input: try await PlanOptions.input(from, for: .associate))
        if shared.isFleet {
            return try await Fleet.with(shared) { fleet in
                let drafts = try await fleet.each(
                    dividing: request.input, hasConfigurations: configuration != nil
                ) { session, input throws(CommandFailure) in try await draft(request.with(input), session) }
                try await options.carryOut(drafts, in: fleet) { _ in .covered }
            }
        }
        try await CommandSession.with(shared) { session in
            try await options.carryOut(try await draft(request, session), .covered, session)
        }
    }

    private func draft(_ request: AssociationRequest, _ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        let draft = try await request.draft(session)
        if draft.count == 0, !draft.whole.needsNothing { throw CommandFailure(fitsNothing: request.emptySentence) }
        return draft
    }
}
