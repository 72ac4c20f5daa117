import AWSClient
import InspectorCore
import TextSafety

/// What the commands share: a session with the service, and a listing with progress.
struct CommandSession: Sendable {
    let aws: AWSSession
    let environment: Environment
    private let known: Task<SessionAccount?, Never>

    /// Opens a session, runs `body`, and closes the session whatever happens.
    static func with(_ shared: SharedOptions, _ body: (CommandSession) async throws -> Void) async throws {
        let environment = shared.values.environment
        let connector = try Connector(options: shared.values, environment: environment, prompt: TerminalMFAPrompt())
        let aws: AWSSession
        do throws(ConnectionError) {
            aws = try await connector.open()
        } catch {
            throw CommandFailure(error)
        }
        let session = CommandSession(aws: aws, environment: environment, known: Task { await aws.account() })
        do {
            try await body(session)
        } catch {
            await session.end()
            throw error
        }
        await session.end()
    }

    private func end() async {
        for sentence in [aws.clock.sentence, await aws.gate.takeRemark()] {
            if let sentence { StandardError.write("scanconfig: \(sentence)\n") }
        }
        await aws.shutdown()
    }

    /// The option that names the state folder, with a space before it, when this command was given one.
    var journalPlace: String {
        guard let folder = environment[JournalFolder.variable], folder != AWSClient.Environment.current()[JournalFolder.variable] else {
            return ""
        }
        return " --state-dir '\(folder.replacing("'", with: #"'\''"#))'"
    }

    var region: String { aws.settings.region }

    var inspector: Inspector { Inspector(client: aws.client(for: .inspector2)) }

    /// The account: STS knows it, else the configurations' ARNs tell.
    func account(_ inventory: Inventory) async -> String? {
        await known.value?.number ?? inventory.account
    }

    /// The account without a whole listing: STS knows it, else a configuration's ARN tells.
    func account() async throws(CommandFailure) -> String? {
        if let account = await known.value?.number { return account }
        do {
            let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize)
            return page.configurations?.lazy.compactMap { Identifiers.account(ofArn: $0.scanConfigurationArn) }.first
        } catch {
            throw CommandFailure(ListingError.call(error))
        }
    }

    /// The caller's ARN, when STS could be asked.
    func caller() async -> String? {
        await known.value?.caller
    }

    /// Refuses a plan for another account or region.
    func check(_ plan: Plan) async throws(CommandFailure) {
        let context = PlanInputContext(account: try await account(), region: region)
        if let mismatch = plan.mismatch(context) { throw CommandFailure(.usage, "\(mismatch) Nothing was sent.") }
    }

    /// A recorded plan with the warnings that the account gives rise to now.
    func informed(_ plan: Plan) async throws(CommandFailure) -> Plan {
        try await planned(plan, try await inventory(toleratesFailure: true), alreadyDone: [])
    }

    /// A recorded plan as ``informed(_:)`` gives it, without the targets that are already as it would make them. Those that are
    /// `unconfirmed` stay: what the listing shows of them may be old.
    func pending(_ plan: Plan, unconfirmed: Set<Association>) async throws(CommandFailure) -> Plan {
        var inventory = try await inventory(toleratesFailure: true)
        let done = await settled(plan.action, plan.targets, &inventory).subtracting(unconfirmed)
        return try await planned(plan, inventory, alreadyDone: done)
    }

    private func planned(_ plan: Plan, _ inventory: Inventory, alreadyDone: Set<Association>) async throws(CommandFailure) -> Plan {
        let facts = PlanFacts(
            inventory: inventory, targets: plan.targets, alreadyDone: alreadyDone, account: await account(inventory) ?? plan.account,
            region: region, caller: await caller())
        var planned = Planner(facts: facts).plan(plan.action, targets: plan.targets)
        planned.warnings += plan.warnings
        planned.undoes = plan.undoes
        return planned
    }

    /// Lists the account to the last page; with `names`, the associations of those configurations only.
    ///
    /// - Parameter toleratesFailure: Whether an incomplete listing is said and then good enough.
    func inventory(of names: [String] = [], toleratesFailure: Bool = false) async throws(CommandFailure) -> Inventory {
        var inventory = Inventory()
        var progress = ListingProgress()
        let wanted = Set(names)
        let loader = InventoryLoader(inspector: inspector)
        try await loader.load(
            where: { wanted.isEmpty || wanted.contains($0.name) || wanted.contains($0.scanConfigurationArn) }
        ) { event throws(CommandFailure) in
            inventory.apply(event)
            progress.show(inventory)
            if let error = progress.failure(event) {
                guard toleratesFailure else { throw CommandFailure(error) }
                StandardError.write("scanconfig: the listing is not complete. \(error.sentence)\n")
            }
        }
        progress.end()
        if case .failed(let error) = inventory.namesState {
            let shown = inventory.resources.hasNames ? "not all names are known" : "projects are shown by id"
            StandardError.write("scanconfig: \(shown). \(error.sentence)\n")
        }
        return inventory
    }
}

extension Inventory {
    /// The configurations named, or bad usage; where they could not be listed, that is what is wrong.
    func chosen(_ names: [String]) throws(CommandFailure) -> [ConfigurationNumber] {
        do {
            return try resolve(configurations: names)
        } catch {
            if case .failed(let failure) = configurationsState { throw CommandFailure(failure) }
            throw CommandFailure(error)
        }
    }
}
