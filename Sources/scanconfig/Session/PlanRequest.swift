import AWSClient
import Glibc
import InspectorCore
import TextSafety

/// What the operator selected on the command line: names, or a file.
struct PlanRequest: Sendable {
    let configurations: [String]
    let projects: [String]
    /// Of what the names select, only projects in more scan configurations than this.
    var inMoreThan: Int?
    /// Of what the names select or the file holds, only what this finds.
    var filter: FilterExpression?
    /// Where the projects are associated first, by name or ARN, and which of them.
    var destination: (name: String, covering: MoveDestination.Covering)?
    let input: InputTable?

    /// Lists the account and makes the plan with its warnings.
    func draft(_ session: CommandSession) async throws(CommandFailure) -> PlanDraft {
        try input?.check(hasConfigurations: !configurations.isEmpty, region: session.region)
        var inventory = try await session.inventory(toleratesFailure: input != nil)
        let account = await session.account(inventory)
        var named = try named(inventory, account: account, region: session.region)
        if named.isEmpty, input == nil, filter == nil {
            try await session.proveEmpty(configurations, &inventory)
            named = try self.named(inventory, account: account, region: session.region)
        }
        let done = await session.gone(among: named.targets, &inventory)
        let targets = named.notAssociated.isEmpty ? named.targets : named.targets + named.notAssociated.map(inventory.planTarget)
        let facts = PlanFacts(
            inventory: inventory, alreadyDone: done.union(named.notAssociated), account: account,
            region: session.region, caller: await session.caller(), now: Int64(time(nil)))
        var draft = try draft(targets, covers: named.covers, inventory, facts)
        if named.leftOut > 0 { draft.opening.insert(.resultsLeftOut(rows: named.leftOut, taken: named.targets.count), at: 0) }
        return draft
    }

    /// The plan of a disassociation, or of a move where projects are associated first: with the destination, or as the file says.
    private func draft(
        _ targets: PlanTargets, covers: [Association], _ inventory: Inventory, _ facts: PlanFacts
    ) throws(CommandFailure) -> PlanDraft {
        var facts = facts
        if let destination {
            let place = MoveDestination(
                scanConfigurationArn: try inventory.destination(destination.name), covering: destination.covering)
            facts.present = inventory.present(among: place.associations(with: targets))
            return Planner(facts: facts).draft(moving: targets, to: place)
        }
        if covers.isEmpty { return Planner(facts: facts).draft(.disassociate, targets: targets) }
        facts.present = inventory.present(among: covers)
        return Planner(facts: facts).draft(moving: targets, after: covers.map(inventory.planTarget))
    }

    /// The selection, resolved against the account.
    private struct Named {
        var targets: PlanTargets
        /// Associations that the input itself marks as not existing.
        var notAssociated: [Association] = []
        /// What the input says a move associates first.
        var covers: [Association] = []
        /// How many rows of the input need no change any more.
        var leftOut = 0

        var isEmpty: Bool { targets.isEmpty && notAssociated.isEmpty && leftOut == 0 }
    }

    private func named(_ inventory: Inventory, account: String?, region: String) throws(CommandFailure) -> Named {
        guard let input else { return Named(targets: try selected(inventory)) }
        let context = PlanInputContext(account: account, region: region)
        let read = try input.read(in: inventory, configurations: try arns(inventory), context: context)
        let found = try found(among: read.associations, inventory)
        return Named(
            targets: inventory.planTargets(found), notAssociated: read.notAssociated, covers: read.covers, leftOut: read.leftOut)
    }

    private func arns(_ inventory: Inventory) throws(CommandFailure) -> [String] {
        do {
            return try inventory.arns(of: configurations)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func selected(_ inventory: Inventory) throws(CommandFailure) -> PlanTargets {
        let selection = TargetSelection(configurations: configurations, projects: projects)
        let (chosen, missing): ([AssociationID], [Association])
        do {
            (chosen, missing) = (try selection.associations(in: inventory), try selection.notAssociated(in: inventory))
        } catch {
            throw CommandFailure(error)
        }
        let found = try found(among: chosen.filter { isWanted($0, inventory) }, inventory).map(inventory.association)
        return inventory.planTargets(found + missing)
    }

    /// Those that the filter finds.
    private func found(among ids: [AssociationID], _ inventory: Inventory) throws(CommandFailure) -> [AssociationID] {
        guard let filter else { return ids }
        do {
            return try filter.rows(among: ids, of: inventory, now: Int64(time(nil)))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Those that the filter finds. What is not associated, and so needs nothing, stays, and so is said of it.
    private func found(among associations: [Association], _ inventory: Inventory) throws(CommandFailure) -> [Association] {
        if filter == nil { return associations }
        let existing = associations.compactMap(inventory.id).filter(inventory.contains)
        let hidden = Set(existing).subtracting(try found(among: existing, inventory))
        if !hidden.isEmpty { StandardError.write("scanconfig: --filter leaves out \(hidden.count.counted("association")) of the file.\n") }
        return associations.filter { !(inventory.id(of: $0).map(hidden.contains) ?? false) }
    }

    private func isWanted(_ id: AssociationID, _ inventory: Inventory) -> Bool {
        inMoreThan.map { inventory.configurationCount(of: id.resource) > $0 } ?? true
    }
}
