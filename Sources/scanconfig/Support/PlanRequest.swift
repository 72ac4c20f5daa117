import AWSClient
import InspectorCore

/// What the operator named on the command line, on its way to a plan.
struct PlanRequest: Sendable {
    let configurations: [String]
    let projects: [String]
    let input: InputFile?

    /// Lists the account and makes the plan with its warnings.
    func plan(_ session: CommandSession) async throws(CommandFailure) -> Plan {
        try checkInput(region: session.region)
        let inventory = try await session.inventory(toleratesFailure: input != nil)
        let account = await session.account(inventory)
        let targets = try targets(inventory, account: account, region: session.region)
        let facts = PlanFacts(
            inventory: inventory, targets: targets, account: account, region: session.region, caller: await session.caller())
        return Planner(facts: facts).plan(.disassociate, targets: targets)
    }

    /// Refuses an input that cannot be right before anything is listed for it.
    private func checkInput(region: String) throws(CommandFailure) {
        guard let input else { return }
        do {
            let context = PlanInputContext(account: nil, region: region)
            _ = try PlanInput.read(input.bytes, name: input.name, configurations: configurations, context: context)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
    }

    private func targets(_ inventory: Inventory, account: String?, region: String) throws(CommandFailure) -> [PlanTarget] {
        guard let input else { return try selected(inventory) }
        let context = PlanInputContext(account: account, region: region)
        let arns = try inventory.chosen(configurations).map { inventory.entries[Int($0)].configuration.scanConfigurationArn }
        let read: PlanInput
        do {
            read = try PlanInput.read(
                input.bytes, name: input.name, configurations: configurations.isEmpty ? [] : arns, context: context)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
        if let reason = context.unknownAccount(for: read.account) {
            throw CommandFailure(.usage, "\(input.name): \(reason) Nothing was sent.")
        }
        return read.associations.map(inventory.planTarget)
    }

    private func selected(_ inventory: Inventory) throws(CommandFailure) -> [PlanTarget] {
        do {
            let selection = TargetSelection(configurations: configurations, projects: projects)
            return try selection.associations(in: inventory).map(inventory.planTarget)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
    }
}
