import Glibc
import InspectorCore
import TextSafety

/// What is associated with a configuration, as the command line names it: projects, a filter, or a file.
struct AssociationRequest: Sendable {
    /// A name or ARN; absent where the file names its configurations.
    let configuration: String?
    let projects: [String]
    /// Of what the names select or the file holds, only the projects that this finds.
    let filter: FilterExpression?
    private(set) var input: InputTable?

    /// The same of other input.
    func with(_ input: InputTable?) -> AssociationRequest {
        var request = self
        request.input = input
        return request
    }

    /// Lists the account and makes the plan with its warnings.
    func draft(_ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        try input?.check(hasConfigurations: configuration != nil, region: session.region)
        let inventory = try await session.inventory(toleratesFailure: true)
        let account = await session.account(inventory)
        let named = try associations(inventory, PlanInputContext(account: account, region: session.region))
        let targets = inventory.planTargets(try found(among: named, inventory))
        let facts = PlanFacts(
            inventory: inventory, alreadyDone: inventory.present(among: targets.associations),
            account: account, region: session.region, caller: await session.caller(), now: Int64(time(nil)))
        return Planner(facts: facts).draft(.associate, targets: targets)
    }

    /// Why nothing is planned at all.
    var emptySentence: String {
        filter.map { "No projects match --filter '\($0.description.terminalSafe)'." } ?? "There is no project to associate."
    }

    private func associations(_ inventory: Inventory, _ context: PlanInputContext) throws(CommandFailure) -> [Association] {
        let arn = try configuration.map { name throws(CommandFailure) in try inventory.destination(name) }
        if let input { return try input.read(in: inventory, configurations: arn.map { [$0] } ?? [], context: context).associations }
        do {
            let resources = try TargetSelection(configurations: [], projects: projects).resources(in: inventory)
            return resources.compactMap { resource in arn.map { Association(scanConfigurationArn: $0, resource: resource) } }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Those whose projects the filter finds.
    private func found(among associations: [Association], _ inventory: Inventory) throws(CommandFailure) -> [Association] {
        guard let filter else { return associations }
        do {
            let projects = try filter.projects(among: associations.map(\.resource), of: inventory, now: Int64(time(nil)))
            let wanted = Set(projects)
            return associations.filter { wanted.contains($0.resource) }
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension InputTable {
    /// Throws, as a usage error, what is wrong with the input whatever the account has.
    func check(hasConfigurations: Bool, region: String) throws(CommandFailure) {
        do throws(PlanInputError) {
            try check(hasConfigurations: hasConfigurations, context: PlanInputContext(account: nil, region: region))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Looks everything up, all or nothing, and tells what to know of it. Throws usage errors.
    func read(
        in inventory: Inventory, configurations: [String], context: PlanInputContext
    ) throws(CommandFailure) -> PlanInput {
        let read: PlanInput
        do throws(PlanInputError) {
            read = try input(in: inventory, configurations: configurations, context: context)
        } catch {
            throw CommandFailure(error)
        }
        if isOnePage { StandardError.write("scanconfig: \(onePageSentence)\n") }
        if let reason = context.unknownAccount(for: read.account) {
            var failure = CommandFailure(.usage, "\(name): \(reason) Nothing was sent.")
            failure.refusesInput = true
            throw failure
        }
        return read
    }
}
