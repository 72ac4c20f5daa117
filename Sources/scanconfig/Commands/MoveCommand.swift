import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig move`: projects from their scan configurations to another one, without a moment in between.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move projects to another scan configuration, without a gap in coverage.",
        discussion: """
            Associates the projects with the configuration of --to first. Once a listing shows that, it disassociates them from the \
            configurations selected. What cannot be associated for certain stays as it is, and the results say why. --configuration, \
            --project, --filter and --from select associations as they do for scanconfig disassociate.

            Examples:
              scanconfig move --to data-platform --configuration legacy --dry-run
              scanconfig move --to data-platform --project 'acme/*' --filter 'scanned>90d'
              scanconfig undo
            """)

    @Option(help: ArgumentHelp("The name or ARN of the configuration that the projects move to.", valueName: "name-or-arn"))
    var to: String

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var options: PlanOptions

    @OptionGroup var shared: SharedOptions

    func validate() throws { try selection.validate(with: options) }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        try await selection.carryOut(options, shared, to: (name: to, covering: .every))
    }
}
