extension JournalStore {
    /// The record of a new run, and what the operator should know about its folder. The run that it takes back, if any, is kept from
    /// everybody else until the record is closed, and then says so in its own journal.
    package func begin(_ plan: Plan, seed: UInt64) async throws(JournalError) -> (recorder: any RunRecorder, warning: String?) {
        let held = try await holdUndone(plan)
        do throws(JournalError) {
            let (journal, warning) = try await createWithWarning(plan, seed: seed)
            guard let held else { return (journal, warning) }
            return (UndoRecorder(journal, of: held), warning)
        } catch {
            await held?.close()
            throw error
        }
    }

    /// The record of a run that is taken up again, as ``resume(_:)`` does it; for one that takes another back as in ``begin(_:seed:)``.
    package func takeUp(_ runId: String) async throws(JournalError) -> (recorder: any RunRecorder, record: RunRecord) {
        let (journal, record) = try await resume(runId)
        do throws(JournalError) {
            guard let held = try await holdUndone(record.plan) else { return (journal, record) }
            let hasChanged = record.report.outcomes.contains(where: \.isDone)
            return (UndoRecorder(journal, of: held, hasChanged: hasChanged), record)
        } catch {
            await journal.close()
            throw error
        }
    }

    /// The journal of the run that the plan takes back. Where it is gone, nobody else can work on it.
    private func holdUndone(_ plan: Plan) async throws(JournalError) -> Journal? {
        guard let run = plan.undoes, try runIds().contains(run) else { return nil }
        return try await hold(run).journal
    }
}
