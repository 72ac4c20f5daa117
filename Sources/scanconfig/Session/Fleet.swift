import AWSClient
import InspectorCore

/// Several sessions that a command works in side by side: each has its own credentials, limiter and account, and none waits for another.
struct Fleet: Sendable {
    /// The sessions, in the order given.
    let sessions: [CommandSession]
    /// Where they tell the operator what they do.
    let board: FleetBoard

    /// Opens the sessions that the options name, runs `body`, and closes them even when `body` throws. A profile that there is not, or
    /// without a region, is a mistake of the command line: it throws before any call is made.
    static func with(_ shared: SharedOptions, _ names: [SessionName]? = nil, _ body: (Fleet) async throws -> Void) async throws {
        let environment = shared.values.environment
        let connector = try Connector(options: shared.values, environment: environment, prompt: PromptInTurn(TerminalMFAPrompt()))
        let board = FleetBoard(ProgressStyle(shared.progress, environment))
        var sessions: [CommandSession] = []
        var credentials: [String?: Task<Void, Never>] = [:]
        do {
            for name in names ?? shared.sessionNames(environment) {
                let session = try await CommandSession.open(connector, shared, at: name, board, after: credentials[name.profile])
                sessions.append(session)
                credentials[name.profile] = credentials[name.profile] ?? Task { await session.loadCredentials() }
            }
            try await body(Fleet(sessions: sessions, board: board))
        } catch {
            for session in sessions { await session.end() }
            throw error
        }
        for session in sessions { await session.end() }
    }

    /// Does the work in every session at the same time. What fails in one holds up no other.
    func each<Value: Sendable>(
        _ work: @escaping @Sendable (CommandSession) async throws(CommandFailure) -> Value
    ) async -> [FleetResult<Value>] {
        await mapped(sessions.map { FleetResult(session: $0, result: .success(())) }) { session, _ throws(CommandFailure) in
            try await work(session)
        }
    }

    /// Does the work with every value at the same time, each in its session; what has failed already stays so.
    func mapped<Item: Sendable, Value: Sendable>(
        _ items: [FleetResult<Item>], _ work: @escaping @Sendable (CommandSession, Item) async throws(CommandFailure) -> Value
    ) async -> [FleetResult<Value>] {
        await withTaskGroup(of: (Int, FleetResult<Value>).self) { group in
            for (place, item) in items.enumerated() {
                group.addTask {
                    await item.session.seat?.turn?.value
                    do throws(CommandFailure) {
                        return (
                            place, FleetResult(session: item.session, result: .success(try await work(item.session, item.result.get())))
                        )
                    } catch {
                        return (place, FleetResult(session: item.session, result: .failure(error)))
                    }
                }
            }
            var results: [(Int, FleetResult<Value>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

/// What came of the work in one session.
struct FleetResult<Value: Sendable>: Sendable {
    let session: CommandSession
    var result: Result<Value, CommandFailure>

    /// The value; nil when there is none.
    var value: Value? { try? result.get() }

    /// Why there is no value; nil when there is one.
    var failure: CommandFailure? {
        switch result {
        case .success: nil
        case .failure(let failure): failure
        }
    }

    /// The same session with what was made of its value.
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> FleetResult<Other> {
        FleetResult<Other>(session: session, result: result.map(transform))
    }

    /// The session in a document of all.
    var entry: FleetEntry<Value> {
        switch result {
        case .success(let value): .document(value)
        case .failure(let failure):
            .failed(profile: session.seat?.profile, region: session.region, error: failure.message ?? "It was interrupted.")
        }
    }
}

/// Asks for the codes of MFA devices one after the other: there is one terminal.
actor PromptInTurn: MFAPrompt {
    private let prompt: any MFAPrompt
    private var last: Task<Result<String, CredentialError>, Never>?

    /// Asks by `prompt`.
    init(_ prompt: any MFAPrompt) { self.prompt = prompt }

    func code(for serial: String, profile: String) async throws(CredentialError) -> String {
        let task = Task { [prompt, last] in
            _ = await last?.value
            do throws(CredentialError) {
                return Result<String, CredentialError>.success(try await prompt.code(for: serial, profile: profile))
            } catch {
                return .failure(error)
            }
        }
        last = task
        return try await task.value.get()
    }
}
