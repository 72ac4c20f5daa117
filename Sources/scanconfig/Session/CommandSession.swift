import AWSClient
import InspectorCore
import Glibc
import TextSafety

/// The session with the service that a command works in.
struct CommandSession: Sendable {
    let aws: AWSSession
    let environment: Environment
    /// How progress is shown.
    let progressStyle: ProgressStyle
    /// Its place among several sessions; nil where it is the only one.
    let seat: FleetSeat?
    private let known: Task<SessionAccount?, Never>

    /// Opens a session, runs `body`, and closes the session even when `body` throws.
    static func with(_ shared: SharedOptions, _ body: (CommandSession) async throws -> Void) async throws {
        try checkOneSession(shared)
        try await with(shared, at: SessionName(), body)
    }

    /// Throws where several sessions are meant.
    static func checkOneSession(_ shared: SharedOptions) throws(CommandFailure) {
        if shared.isFleet {
            throw CommandFailure(.usage, "This command works in one account and region: give one --profile and one --region.")
        }
    }

    /// The same with the profile and region of `name`, which replace those of the command line.
    static func with(_ shared: SharedOptions, at name: SessionName, _ body: (CommandSession) async throws -> Void) async throws {
        let connector = try Connector(options: shared.values, environment: shared.values.environment, prompt: TerminalMFAPrompt())
        let session = try await open(connector, shared, at: name)
        do {
            try await body(session)
        } catch {
            await session.end()
            throw error
        }
        await session.end()
    }

    /// Opens a session; `board` is that of the fleet which it belongs to, and `turn` see ``FleetSeat/turn``.
    static func open(
        _ connector: Connector, _ shared: SharedOptions, at name: SessionName = SessionName(), _ board: FleetBoard? = nil,
        after turn: Task<Void, Never>? = nil
    ) async throws(CommandFailure) -> CommandSession {
        let aws: AWSSession
        do throws(ConnectionError) {
            aws = try await connector.open(profile: name.profile, region: name.region)
        } catch {
            throw CommandFailure(error)
        }
        let seat = board.map { FleetSeat(profile: name.profile, region: aws.settings.region, board: $0, turn: turn) }
        return CommandSession(
            aws: aws, environment: connector.environment,
            progressStyle: seat == nil ? ProgressStyle(shared.progress, connector.environment) : .none, seat: seat,
            known: Task {
                await turn?.value
                return await aws.account()
            })
    }

    /// Finds the credentials that it signs with; what is wrong with them, calls tell.
    func loadCredentials() async { _ = try? await aws.gate.credentials() }

    /// Tells the operator a sentence; among several sessions, with the session's name.
    func say(_ sentence: String) {
        guard let seat else { return StandardError.write("scanconfig: \(sentence)\n") }
        seat.board.write("scanconfig: \(seat.name): \(sentence)\n")
    }

    /// Writes text of its own, which names the session where that has to be told.
    func write(_ text: String) {
        guard let seat else { return StandardError.write(text) }
        seat.board.write(text)
    }

    /// What it waits for, told after a while.
    var patience: PatienceLine {
        guard let seat else { return PatienceLine() }
        return PatienceLine { text in
            if !StandardError.isTerminal {
                seat.board.write(text.replacing("scanconfig: ", with: "scanconfig: \(seat.name): ", maxReplacements: 1))
            }
        }
    }

    /// Tells what the session has to say at last, and closes it.
    func end() async {
        for sentence in [aws.clock.sentence, await aws.gate.takeNotice()] {
            if let sentence { say(sentence) }
        }
        await aws.shutdown()
    }

    /// The option `--state-dir` with a space before it, if this command was given one; for sentences that suggest a command.
    var stateDirOption: String { RunStarter(environment: environment).stateDirOption }

    var region: String { aws.settings.region }

    /// Where it lists from.
    var origin: InventoryOrigin { InventoryOrigin(profile: seat?.profile ?? aws.settings.profile, region: region) }

    var inspector: Inspector { Inspector(client: aws.client(for: .inspector2)) }

    /// The account, from STS or else from the ARNs of the configurations listed.
    func account(_ inventory: Inventory) async -> String? {
        await knownAccount()?.number ?? inventory.account
    }

    /// The account, from STS or else from one page of configurations.
    func account() async throws(CommandFailure) -> String? {
        if let account = await knownAccount()?.number { return account }
        do {
            let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize)
            return page.configurations?.lazy.compactMap { Identifiers.account(ofArn: $0.scanConfigurationArn) }.first
        } catch {
            throw CommandFailure(ListingError.call(error))
        }
    }

    /// The caller's ARN, when STS could be asked.
    func caller() async -> String? {
        await knownAccount()?.caller
    }

    /// What STS says of the credentials.
    private func knownAccount() async -> SessionAccount? {
        let patience = patience
        patience.wait("account", "Waiting for STS to say whose credentials these are.")
        defer { patience.end() }
        return await known.value
    }

    /// Throws when the plan is for another account or region.
    func check(_ plan: Plan) async throws(CommandFailure) {
        let context = PlanInputContext(account: try await account(), region: region)
        if let mismatch = plan.mismatch(context) { throw CommandFailure(.usage, "\(mismatch) Nothing was sent.") }
    }

    /// A recorded plan with the warnings that apply to the account now.
    func informed(_ plan: Plan) async throws(CommandFailure) -> PlanDraft {
        try await draft(plan, try await inventory(toleratesFailure: true), isOpen: true)
    }

    /// A recorded plan as ``informed(_:)`` returns it, without the targets that need no change any more. Targets in `unconfirmed` stay,
    /// because what the listing shows of them may be outdated.
    func pending(_ plan: Plan, unconfirmed: Set<Association>) async throws(CommandFailure) -> PlanDraft {
        var inventory = try await inventory(toleratesFailure: true)
        let done = await alreadyDone(plan, &inventory).subtracting(unconfirmed)
        return try await draft(plan, inventory, alreadyDone: done)
    }

    private func draft(
        _ plan: Plan, _ inventory: Inventory, alreadyDone: Set<Association> = [], isOpen: Bool = false
    ) async throws(CommandFailure) -> PlanDraft {
        var facts = PlanFacts(
            inventory: inventory, alreadyDone: alreadyDone, account: await account(inventory) ?? plan.account,
            region: region, caller: await caller(), now: Int64(time(nil)))
        facts.splitAlreadyDone(of: plan.action, plan.targets)
        if isOpen { facts.countAsBefore(plan.targets, of: plan.action, in: inventory) }
        var draft = Planner(facts: facts).draft(
            plan.action, targets: plan.targets, undoing: plan.undoes, retrying: plan.retries)
        draft.closing += plan.warnings
        return draft
    }
}
