import AWSClient
import ArgumentParser
import FoundationEssentials
import InspectorCore

/// `scanconfig list`: configurations and their associations, to the last page.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List scan configurations and all projects associated with them.",
        discussion: """
            Examples:
              scanconfig list
              scanconfig list payments-nightly --output csv
              scanconfig list --filter 'scanned>90d !in:1'
              scanconfig list --uncovered
              scanconfig list --output json | jq -r '.configurations[].name'

            A configuration may be given as a pattern: * stands for any text, ? for one character, [a-m] for one of these. A name \
            that has such characters itself is found first. Only associations are listed, so a project without any is in none of these \
            lists: --uncovered lists those, and its JSON and CSV are input for scanconfig associate --from.

            \(FilterReference.help)
            """)

    @Argument(
        help: ArgumentHelp("List only these configurations, given by name, ARN or pattern.", valueName: "configuration"),
        completion: .scanConfiguration)
    var configurations: [String] = []

    /// The option of `disassociate`, which means the same here.
    @Option(help: .hidden)
    var configuration: [String] = []

    @OptionGroup var filter: FilterOption

    @Flag(help: "List the projects without any scan configuration instead.")
    var uncovered = false

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        try Self.refuseEmpty("The name of a configuration", configurations)
        try Self.refuseEmpty("--configuration", configuration)
        try table.check(isTable: output == .csv)
        guard uncovered else { return }
        if !configurations.isEmpty || !configuration.isEmpty {
            throw ValidationError("--uncovered is about projects that no configuration has, so none can be named.")
        }
        _ = try filter.projectExpression()
    }

    func run() async throws {
        try await CommandSession.with(shared) { session in
            let chosen = configurations + configuration
            let (filter, now) = (try filter.expression(), Int64(Date().timeIntervalSince1970))
            if uncovered { return try await listUncovered(filter, session, now) }
            let inventory = try await session.inventory(of: filter?.needs.contains(.associations) ?? false ? [] : chosen)
            let rows = try inventory.rows(of: try inventory.chosen(chosen), filter, now: now)
            let result = ListOutput(listed: await session.listed(inventory), configurations: rows, now: now)
            try StandardOutput.write(table.marked(result.text(output)))
        }
    }

    private func listUncovered(_ filter: FilterExpression?, _ session: CommandSession, _ now: Int64) async throws {
        let inventory = try await session.inventory()
        let projects: [ResourceNumber]
        do throws(FilterGap) {
            projects = try inventory.uncoveredProjects(filter, now: now)
        } catch {
            throw CommandFailure(error)
        }
        let result = UncoveredOutput(listed: await session.listed(inventory), projects: projects, now: now)
        try StandardOutput.write(table.marked(result.text(output)))
    }
}
