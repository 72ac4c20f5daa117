import ArgumentParser
import InspectorCore

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
              scanconfig disassociate --configuration mobile --cover-with default-scan
              scanconfig disassociate --from plan.json --yes --keep-coverage --output json

            --configuration, --project and --filter select all associations that match; if you give several, an association has to \
            match all of them. The names may be patterns: * stands for any text, ? for one character, [a-m] for one of these; a name \
            that has such characters itself is found first. A name, pattern or filter that nothing matches is an error; a configuration \
            without associations is not an error. --from reads the associations from a file instead: the API's own JSON, CSV with the columns scanConfigurationArn and \
            projectId, or bare project IDs together with --configuration. It also accepts the results of an earlier run, JSON or CSV, \
            and takes the associations that did not succeed. Projects that are not associated are reported, and nothing is sent for \
            them. On a terminal the plan is shown and has to be confirmed; elsewhere --yes is required, and --keep-coverage or \
            --allow-uncovered if projects would be left with no scan configuration. --cover-with associates those projects with another \
            configuration first, and disassociates them once a listing shows that; the plan is then that of a move, and so are its results.

            \(FilterReference.help)
            """)

    @OptionGroup var selection: SelectionOptions

    @Option(
        help: ArgumentHelp(
            "Associate projects that would be left with no scan configuration, or might, with this one first.", valueName: "name-or-arn"),
        completion: .scanConfiguration)
    var coverWith: String?

    @OptionGroup var coverage: CoverageOptions

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        try options.checkInput(selection.from)
        if options.approved != nil, coverage.keepCoverage {
            throw ValidationError("--approved and --keep-coverage cannot be combined: the plan is sent as it was approved, or not at all.")
        }
    }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        let request = try await selection.request(for: .disassociate, destination: coverWith.map { ($0, .uncovered) })
        try await options.carryOut(request, shared) { _ in coverage.choice }
    }
}
