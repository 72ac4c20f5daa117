import Glibc
import InspectorCore
import TextSafety

/// What is associated with one configuration, as the command line names it: projects, a filter, or a file.
struct AssociationRequest: Sendable {
    let configuration: String
    let projects: [String]
    var filter: FilterExpression?
    let input: InputFile?

    /// Lists the account and makes the plan with its warnings.
    func draft(_ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        let inventory = try await session.inventory(toleratesFailure: true)
        let arn = try inventory.destination(configuration)
        let targets = try resources(inventory, arn, account: await session.account(inventory), region: session.region)
            .map { inventory.planTarget(Association(scanConfigurationArn: arn, resource: $0)) }
        let facts = PlanFacts(
            inventory: inventory, targets: targets, alreadyDone: inventory.present(among: targets.lazy.map(\.association)),
            account: await session.account(inventory), region: session.region, caller: await session.caller(), now: Int64(time(nil)))
        return Planner(facts: facts).draft(.associate, targets: targets)
    }

    private func resources(
        _ inventory: Inventory, _ arn: String, account: String?, region: String
    ) throws(CommandFailure) -> [AssociationResource] {
        let named = try input.map { input throws(CommandFailure) in try read(input, arn, account, region) } ?? selected(inventory)
        guard let filter else { return named }
        do {
            return try filter.projects(among: named, of: inventory, now: Int64(time(nil)))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The projects that are named; with a filter alone, all of the account.
    private func selected(_ inventory: Inventory) throws(CommandFailure) -> [AssociationResource] {
        do {
            return try TargetSelection(configurations: [], projects: projects).resources(in: inventory)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func read(
        _ input: InputFile, _ arn: String, _ account: String?, _ region: String
    ) throws(CommandFailure) -> [AssociationResource] {
        do {
            let context = PlanInputContext(account: account, region: region)
            return try PlanInput.read(input.bytes, name: input.name, configurations: [arn], context: context).associations.map(\.resource)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
    }
}
