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

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        try await CommandSession.with(shared) { session in
            let inventory = try await session.inventory(of: configurations)
            let numbers = try inventory.chosen(configurations)
            let result = ListOutput(
                account: await session.account(inventory), region: session.region, inventory: inventory, configurations: numbers)
            try StandardOutput.write(result.text(output))
        }
    }
}
