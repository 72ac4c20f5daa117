import AWSClient
import ArgumentParser
import FoundationEssentials
import InspectorCore
import TextSafety

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
              scanconfig list --profile payments --profile sandbox --region all
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
        let (filter, now) = (try filter.expression(), Int64(Date().timeIntervalSince1970))
        if shared.isFleet {
            if uncovered {
                return try await listFleet { session throws(CommandFailure) in (try await listUncovered(filter, session, now), []) }
            }
            return try await listFleet { session throws(CommandFailure) in try await list(filter, session, now) }
        }
        try await CommandSession.with(shared) { session in
            let text =
                uncovered
                ? try await listUncovered(filter, session, now).text(output) : try await list(filter, session, now).output.text(output)
            try StandardOutput.write(table.marked(text))
        }
    }

    /// Lists every session at the same time, and writes what came of all of them.
    private func listFleet<Listed: ListedSession>(
        _ list: @escaping @Sendable (CommandSession) async throws(CommandFailure) -> (output: Listed, names: [String])
    ) async throws {
        try await Fleet.with(shared) { fleet in
            let listed = await fleet.each { session throws(CommandFailure) in
                defer { session.seat?.board.listed(session.seat?.name ?? "", of: fleet.sessions.count) }
                return try await list(session)
            }
            ListingCache(environment: shared.values.environment)?.write(listed.flatMap { $0.value?.names ?? [] }.unique)
            let results = fleet.told(fleet.merged(listed.map { $0.map(\.output) }) { $0.listed.account })
            try StandardOutput.write(table.marked(""))
            try FleetListOutput(results: results).write(output, to: StandardOutput.write)
            try results.checkFailures()
        }
    }

    private func list(
        _ filter: FilterExpression?, _ session: CommandSession, _ now: Int64
    ) async throws(CommandFailure) -> (output: ListOutput, names: [String]) {
        let chosen = configurations + configuration
        let inventory = try await session.inventory(of: filter?.needs.contains(.associations) ?? false ? [] : chosen)
        let rows = try inventory.rows(of: try inventory.chosen(chosen), filter, now: now)
        if let filter, rows.isEmpty { session.say("no associations match --filter '\(filter.description.terminalSafe)'.") }
        let result = ListOutput(listed: await session.listed(inventory), configurations: rows, now: now)
        return (result, inventory.listed.map { inventory.entries[Int($0)].configuration.name })
    }

    private func listUncovered(
        _ filter: FilterExpression?, _ session: CommandSession, _ now: Int64
    ) async throws(CommandFailure) -> UncoveredOutput {
        let inventory = try await session.inventory()
        let projects: [ResourceNumber]
        do throws(FilterGap) {
            projects = try inventory.uncoveredProjects(filter, now: now)
        } catch {
            throw CommandFailure(error)
        }
        return UncoveredOutput(listed: await session.listed(inventory), projects: projects, now: now)
    }
}
