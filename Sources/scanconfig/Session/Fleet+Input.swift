import InspectorCore
import TextSafety

extension Fleet {
    /// Does the work in every session at the same time; with an input, in those sessions that some of its rows belong to, each with its own
    /// rows. Throws, before anything is listed, when a row belongs to none.
    ///
    /// - Parameter hasConfigurations: Whether configurations are named beside the input, which then names none.
    func each<Value: Sendable>(
        dividing input: InputTable?, hasConfigurations: Bool = false,
        _ work: @escaping @Sendable (CommandSession, InputTable?) async throws(CommandFailure) -> Value
    ) async throws(CommandFailure) -> [FleetResult<Value>] {
        guard let input else { return await each { session throws(CommandFailure) in try await work(session, nil) } }
        if hasConfigurations {
            throw CommandFailure(
                .usage,
                "Among several sessions --from and --configuration cannot be combined: each row needs the ARN of its configuration, which tells "
                    + "the account and region. Nothing was sent.")
        }
        let results = await mapped(try await parts(of: input)) { session, part throws(CommandFailure) in try await work(session, part) }
        let refused = results.filter { $0.failure?.refusesInput ?? false }
        if refused.isEmpty { return results }
        _ = told(refused)
        throw CommandFailure(.usage, "\(input.name.terminalSafe) is taken whole or not at all: nothing was sent in any session.")
    }

    /// The sessions that rows of the input belong to, each with its rows, and those whose account could not be found out.
    private func parts(of input: InputTable) async throws(CommandFailure) -> [FleetResult<InputTable>] {
        let accounts = await each { session throws(CommandFailure) in try await session.account() }
        let places = accounts.map { PlanInputContext(account: $0.value ?? nil, region: $0.session.region) }
        let parts: [InputTable]
        do throws(PlanInputError) {
            try input.check(hasConfigurations: false, context: PlanInputContext(account: nil, region: nil))
            parts = try input.parts(for: places)
        } catch {
            _ = told(accounts)
            throw CommandFailure(error)
        }
        return zip(accounts, parts).compactMap { account, part in
            if let failure = account.failure { return FleetResult(session: account.session, result: .failure(failure)) }
            if !part.namesNothing { return FleetResult(session: account.session, result: .success(part)) }
            account.session.say("nothing in \(input.name.terminalSafe) is about this session.")
            return nil
        }
    }
}
