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
              scanconfig list --output json | jq '.configurations[] | {name, projects: (.associations | length)}'
            """)

    @Argument(help: ArgumentHelp("List only these configurations, given by name or ARN.", valueName: "configuration"))
    var configurations: [String] = []

    /// The option of `disassociate`, which means the same here.
    @Option(help: .hidden)
    var configuration: [String] = []

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        try await CommandSession.with(shared) { session in
            let chosen = configurations + configuration
            let inventory = try await session.inventory(of: chosen)
            let numbers = try inventory.chosen(chosen)
            let result = ListOutput(
                account: await session.account(inventory), region: session.region, inventory: inventory, configurations: numbers,
                now: Int64(Date().timeIntervalSince1970))
            try StandardOutput.write(result.text(output))
        }
    }
}
