import AWSClient
import InspectorCore
import TextSafety

/// What the operator selected on the command line: names, or a file.
struct PlanRequest: Sendable {
    let configurations: [String]
    let projects: [String]
    /// Of what the names select, only projects in more scan configurations than this.
    var inMoreThan: Int?
    let input: InputFile?

    /// Lists the account and makes the plan with its warnings.
    func draft(_ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        try checkInput(region: session.region)
        var inventory = try await session.inventory(toleratesFailure: input != nil)
        let account = await session.account(inventory)
        var named = try named(inventory, account: account, region: session.region)
        if named.isEmpty, input == nil {
            try await session.proveEmpty(configurations, &inventory)
            named = try self.named(inventory, account: account, region: session.region)
        }
        let done = await session.alreadyDone(.disassociate, named.targets, &inventory)
        let notAssociated = named.notAssociated.map(inventory.planTarget)
        let targets = named.targets + notAssociated
        let facts = PlanFacts(
            inventory: inventory, targets: targets, alreadyDone: done.union(named.notAssociated), account: account,
            region: session.region, caller: await session.caller())
        var draft = Planner(facts: facts).draft(.disassociate, targets: targets)
        if named.leftOut > 0 { draft.opening.insert(.resultsLeftOut(rows: named.leftOut, taken: named.targets.count), at: 0) }
        return draft
    }

    /// Checks the input as far as possible before the account is listed.
    private func checkInput(region: String) throws(CommandFailure) {
        guard let input else { return }
        do {
            let context = PlanInputContext(account: nil, region: region)
            _ = try PlanInput.read(input.bytes, name: input.name, configurations: configurations, context: context)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
    }

    /// The selection, resolved against the account.
    private struct Named {
        var targets: [PlanTarget]
        /// Associations that the input itself marks as not existing.
        var notAssociated: [Association] = []
        /// How many rows of the input need no change any more.
        var leftOut = 0

        var isEmpty: Bool { targets.isEmpty && notAssociated.isEmpty && leftOut == 0 }
    }

    private func named(_ inventory: Inventory, account: String?, region: String) throws(CommandFailure) -> Named {
        guard let input else { return Named(targets: try selected(inventory)) }
        let (arns, context) = (try arns(inventory), PlanInputContext(account: account, region: region))
        let read: PlanInput
        do {
            read = try PlanInput.read(input.bytes, name: input.name, configurations: arns, context: context)
        } catch {
            throw CommandFailure(.usage, error.sentence)
        }
        if let reason = context.unknownAccount(for: read.account) {
            throw CommandFailure(.usage, "\(input.name): \(reason) Nothing was sent.")
        }
        return Named(targets: read.associations.map(inventory.planTarget), notAssociated: read.notAssociated, leftOut: read.leftOut)
    }

    private func arns(_ inventory: Inventory) throws(CommandFailure) -> [String] {
        do {
            return try inventory.arns(of: configurations)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func selected(_ inventory: Inventory) throws(CommandFailure) -> [PlanTarget] {
        do {
            let selection = TargetSelection(configurations: configurations, projects: projects)
            return try selection.associations(in: inventory).filter { isWanted($0, inventory) }.map(inventory.planTarget)
                + selection.notAssociated(in: inventory).map(inventory.planTarget)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func isWanted(_ id: AssociationID, _ inventory: Inventory) -> Bool {
        inMoreThan.map { inventory.configurationCount(of: id.resource) > $0 } ?? true
    }
}
