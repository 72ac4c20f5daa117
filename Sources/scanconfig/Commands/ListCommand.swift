import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig list`.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List scan configurations and the projects associated with each, to the last page.",
        discussion: """
            Examples:
              scanconfig list
              scanconfig list payments-nightly --output csv
              scanconfig list --output json | jq '.configurations[] | {name, projects: (.associations | length)}'
            """)

    @Argument(help: ArgumentHelp("Only these configurations, by name or ARN.", valueName: "configuration"))
    var configurations: [String] = []

    /// For who knows the option from `disassociate`: it means the same here.
    @Option(help: .hidden)
    var configuration: [String] = []

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        try await CommandSession.with(shared) { session in
            let chosen = configurations + configuration
            let inventory = try await session.inventory(of: chosen)
            let numbers = try inventory.chosen(chosen)
            let result = ListOutput(
                account: await session.account(inventory), region: session.region, inventory: inventory, configurations: numbers)
            try StandardOutput.write(result.text(output))
        }
    }
}
