import InspectorCore

extension NewestRun {
    /// The run that a command without a run's name means, of the session's account and region. Without an account there is none.
    init(
        _ session: CommandSession, _ starter: RunStarter,
        _ find: (JournalStore, _ account: String, _ region: String) throws(JournalError) -> NewestRun
    ) async throws(CommandFailure) {
        guard let account = try await session.account() else {
            throw CommandFailure(
                .usage, "The account of this session is not known: neither STS nor a configuration told it. Name the run you mean.")
        }
        do throws(JournalError) {
            self = try find(try starter.store(), account, session.region)
        } catch {
            throw CommandFailure(error)
        }
    }
}
