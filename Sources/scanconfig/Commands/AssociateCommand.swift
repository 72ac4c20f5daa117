import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig associate`: a plan that covers projects, confirmed and carried out.
struct AssociateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "associate", abstract: "Associate projects with a scan configuration, once you confirm the plan.",
        discussion: """
            --project and --filter select projects, --from reads them from a file. A filter may only ask about projects: their names, \
            scans, and in how many configurations they are. in:0 finds those without any scan configuration. Projects that are already \
            associated are reported, and nothing is sent for them.

            \(FilterReference.help)

            Examples:
              scanconfig associate --configuration default-scan --filter in:0 --dry-run
              scanconfig associate --configuration mobile --project acme/ledger
            """)

    @Option(help: ArgumentHelp("The name or ARN of the configuration.", valueName: "name-or-arn"))
    var configuration: String

    @Option(help: ArgumentHelp("A project's id or repository name, or a pattern (repeatable).", valueName: "id-or-name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Read the projects from this file; - means standard input.", valueName: "file"), completion: .file())
    var from: String?

    @OptionGroup var filter: FilterOption

    @OptionGroup var options: PlanOptions

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if project.isEmpty, from == nil, filter.filter == nil { throw ValidationError("Specify --project, --filter or --from.") }
        if from != nil, !project.isEmpty { throw ValidationError("--from and --project cannot be combined.") }
        if let condition = try filter.expression()?.terms.first(where: { !$0.condition.isAboutProjects }) {
            throw ValidationError("--filter: \(condition) is about associations, and here only projects can be asked about.")
        }
        try options.checkInput(from)
    }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        var input: InputFile?
        if let from { input = try await InputFile(path: from) }
        try await run(input)
    }

    private func run(_ input: InputFile?) async throws {
        try await CommandSession.with(shared) { session in
            let request = AssociationRequest(
                configuration: configuration, projects: project, filter: try filter.expression(), input: input)
            let draft = try await request.draft(session)
            if draft.count == 0, !draft.whole.needsNothing { throw CommandFailure(.usage, "No project there is to be associated.") }
            try await options.carryOut(draft, session)
        }
    }
}
