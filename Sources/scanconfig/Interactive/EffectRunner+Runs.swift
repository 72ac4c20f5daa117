import AWSClient
import InspectorCore
import OperatorUI
import Runtime
import TextSafety

extension EffectRunner {
    /// Starts runs of several sessions; a group ties their journals.
    func start(_ runs: [PlannedRun]) {
        let group = RunGroup.newId(seed: UInt64.random(in: .min ... .max), runs: runs.count)
        for run in runs {
            var plan = run.plan
            plan.group = group
            start(plan, at: run.session)
        }
    }

    func start(_ plan: Plan, at key: SessionKey) {
        report(at: key) { [mailbox] starter, inspector, control throws(JournalError) in
            try await starter.start(plan, inspector: inspector, control: control) {
                mailbox.post(.journalWarned(Problem(context: "Writing the journal", sentence: $0)))
            }
        }
    }

    func resume(_ runId: String, at key: SessionKey) {
        report(at: key) { starter, inspector, control throws(JournalError) in
            try await starter.resume(runId, inspector: inspector, control: control)
        }
    }

    func verify(_ runId: String, at key: SessionKey) {
        report("Verifying the run", at: key) { starter, inspector, control throws(JournalError) in
            try await starter.verify(runId, inspector: inspector, control: control)
        }
    }

    func findInterruptedRuns() {
        Task {
            guard let runs = await Self.interruptedRuns(connector.starter) else { return }
            mailbox.post(.interruptedRunsFound(runs))
        }
    }

    func findMarks(_ account: String, _ region: String) {
        Task {
            guard let file = MarkFile(environment: connector.environment) else { return }
            mailbox.post(.marksFound(await Self.marks(file, account, region)))
        }
    }

    @DiskActor
    private static func marks(_ file: MarkFile, _ account: String, _ region: String) -> KeptMarks {
        file.read(account: account, region: region)
    }

    func listRuns() {
        Task { mailbox.post(await Self.runs(connector.starter)) }
    }

    func openRun(_ runId: String, _ purpose: RunPurpose) {
        Task { mailbox.post(await Self.run(runId, purpose, connector.starter)) }
    }

    /// Reads all journals: half a second for each hundred thousand targets.
    @DiskActor
    private static func runs(_ starter: RunStarter) -> Event {
        do throws(JournalError) {
            return .runsListed(try starter.store().list())
        } catch {
            return isNothingYet(error) ? .runsListed([]) : .runsUnavailable(problem("Reading earlier runs", error))
        }
    }

    /// The interrupted runs; `nil` when journals cannot be read, which is reported only when the list of runs is opened.
    @DiskActor
    private static func interruptedRuns(_ starter: RunStarter) -> [RunSummary]? {
        try? starter.store().interrupted()
    }

    @DiskActor
    private static func run(_ runId: String, _ purpose: RunPurpose, _ starter: RunStarter) -> Event {
        do throws(JournalError) {
            return .runOpened(try starter.store().open(runId), purpose)
        } catch {
            return .runsUnavailable(problem("Reading run \(runId)", error))
        }
    }

    /// Starts a run with `begin` and posts its events. It can be stopped from now on, even while its journal is being created.
    private func report(
        _ context: String = "Starting the run", at key: SessionKey,
        _ begin: @escaping @Sendable (RunStarter, Inspector, RunControl) async throws(JournalError) -> RunHandle
    ) {
        guard let session = session(key) else {
            return mailbox.post(.runRefused(Problem(context: context, sentence: "There is no connection: r connects."), at: key))
        }
        let inspector = Inspector(client: session.client(for: .inspector2))
        let (control, reportSession) = (RunControl(), reporter(of: session, at: key))
        runs[key] = control
        Task { [mailbox, connector] in
            do throws(JournalError) {
                let handle = try await begin(connector.starter, inspector, control)
                for await event in handle.events { mailbox.post(.runReported(event, at: key)) }
                await reportSession()
            } catch {
                mailbox.post(.runRefused(Self.problem(context, error), at: key))
            }
        }
    }

    private nonisolated static func problem(_ context: String, _ error: JournalError) -> Problem {
        Problem(context: context, sentence: error.sentence)
    }

    /// Whether there is no folder yet, and so there were no runs.
    private nonisolated static func isNothingYet(_ error: JournalError) -> Bool {
        if case .noSuchRun = error { true } else { false }
    }
}
