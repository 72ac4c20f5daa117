import InspectorCore
import TextSafety

extension CommandSession {
    /// Lists the account to the last page, showing progress. With `names`, only those configurations' associations are listed.
    ///
    /// - Parameter toleratesFailure: Whether an incomplete listing is reported and used; otherwise it is thrown.
    func inventory(of names: [String] = [], toleratesFailure: Bool = false) async throws(CommandFailure) -> Inventory {
        var inventory = Inventory()
        inventory.origin = origin
        var progress = ListingProgress(progressStyle, say: say)
        let loader = InventoryLoader(inspector: inspector)
        try await loader.load(
            where: { $0.mayBe(oneOf: names) }
        ) { event throws(CommandFailure) in
            inventory.apply(event)
            progress.show(inventory)
            if let error = progress.failure(event) {
                guard toleratesFailure else { throw CommandFailure(error) }
                say("the listing is not complete. \(error.sentence)")
            }
        }
        progress.end(with: inventory)
        if seat == nil { ListingCache(environment: environment)?.write(inventory) }
        if case .failed(let error) = inventory.coverageState {
            let what = inventory.facts.isEmpty ? "names and scan states could not" : "not all names and scan states could"
            say("\(what) be listed. \(error.sentence)")
        }
        if seat != nil {
            let account = await account(inventory)
            inventory.origin?.account = account
        }
        return inventory
    }

    /// What was listed, with its account and region.
    func listed(_ inventory: Inventory) async -> ListedAccount {
        ListedAccount(account: await account(inventory), region: region, profile: seat?.profile, inventory: inventory)
    }

    /// Those of a plan's targets that are already as its run would make them.
    ///
    /// One listing proves that an association exists. That it does not takes two complete listings in a row that agree, so those
    /// configurations are listed again, and `inventory` then holds the result.
    func alreadyDone(_ plan: Plan, _ inventory: inout Inventory) async -> Set<Association> {
        let made = plan.targets.indices.lazy.filter { plan.change(at: $0) == .associate }.map(plan.targets.association)
        let dissolved = plan.targets.indices.lazy.filter { plan.change(at: $0) == .disassociate }.map(plan.targets.association)
        return await gone(among: dissolved, &inventory).union(inventory.present(among: made))
    }

    /// Those of the associations that do not exist, as two listings in a row agree.
    func gone(among associations: some Sequence<Association>, _ inventory: inout Inventory) async -> Set<Association> {
        await gone(inventory.absent(among: associations), &inventory)
    }

    /// The same of a plan's targets.
    func gone(among targets: PlanTargets, _ inventory: inout Inventory) async -> Set<Association> {
        await gone(inventory.absent(among: targets), &inventory)
    }

    private func gone(_ absent: Set<Association>, _ inventory: inout Inventory) async -> Set<Association> {
        if absent.isEmpty { return [] }
        await listAgain(Set(absent.map(\.scanConfigurationArn)).sorted(), &inventory)
        return inventory.absent(among: absent)
    }

    /// Lists configurations again of which nothing was found, all of them when none is named. Throws when the listings do not prove that.
    func proveEmpty(_ names: [String], _ inventory: inout Inventory) async throws(CommandFailure) {
        let numbers = try inventory.chosen(names)
        await listAgain(numbers.map { inventory.entries[Int($0)].configuration.scanConfigurationArn }, &inventory)
        guard numbers.allSatisfy(inventory.provesAbsence) else {
            throw CommandFailure(
                .other, "Nothing is associated there as far as listed, but the listings do not prove that. Nothing was sent.")
        }
    }

    private func listAgain(_ arns: [String], _ inventory: inout Inventory) async {
        inventory.beginRefresh(of: arns)
        var (progress, listed) = (ListingProgress(progressStyle, say: say), inventory)
        await InventoryLoader(inspector: inspector).load(again: arns) { event in
            if event != .finished { listed.apply(event) }
            progress.show(listed)
            guard let error = progress.failure(event) else { return }
            say("the second listing is not complete. \(error.sentence)")
        }
        progress.end()
        inventory = listed
    }
}

extension Inventory {
    /// The configurations with their associations that a filter finds, or all of them. Throws when the filter stands on a listing that is
    /// not complete.
    func rows(
        of configurations: [ConfigurationNumber], _ filter: FilterExpression?, now: Int64
    ) throws(CommandFailure) -> [ListedConfiguration] {
        do {
            return try list(configurations, filter, now: now)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The ARN of the one listed configuration that projects are to be associated with.
    func destination(_ name: String) throws(CommandFailure) -> String {
        let numbers = try chosen([name])
        guard let number = numbers.first, isNamed(name, number) else {
            throw CommandFailure(.usage, "'\(name.terminalSafe)' is a pattern, and one configuration is meant here: give its name or ARN.")
        }
        return entries[Int(number)].configuration.scanConfigurationArn
    }

    private func isNamed(_ name: String, _ number: ConfigurationNumber) -> Bool {
        let configuration = entries[Int(number)].configuration
        return [configuration.name, configuration.scanConfigurationArn].contains(name)
    }

    /// The configurations with these names or ARNs. Throws a usage error for a name that no configuration has, unless the listing failed.
    func chosen(_ names: [String]) throws(CommandFailure) -> [ConfigurationNumber] {
        do {
            return try resolve(configurations: names)
        } catch {
            if case .failed(let failure) = configurationsState { throw CommandFailure(failure) }
            throw CommandFailure(error)
        }
    }
}
