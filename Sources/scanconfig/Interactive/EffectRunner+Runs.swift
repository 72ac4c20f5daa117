import AWSClient
import InspectorCore
import OperatorUI

extension EffectRunner {
    func start(_ plan: Plan) {
        report { starter, inspector throws(JournalError) in try await starter.start(plan, inspector: inspector) }
    }

    func resume(_ runId: String) {
        report { starter, inspector throws(JournalError) in try await starter.resume(runId, inspector: inspector) }
    }

    func listRuns() {
        do throws(JournalError) {
            mailbox.post(.runsListed(try connector.starter.store().list()))
        } catch {
            mailbox.post(Self.isNothingYet(error) ? .runsListed([]) : .runsUnavailable(problem("Reading earlier runs", error)))
        }
    }

    func openRun(_ runId: String, _ purpose: RunPurpose) {
        do throws(JournalError) {
            mailbox.post(.runOpened(try connector.starter.store().open(runId), purpose))
        } catch {
            mailbox.post(.runsUnavailable(problem("Reading run \(runId)", error)))
        }
    }

    /// Starts a run by `begin` and tells what it tells.
    private func report(_ begin: @escaping @Sendable (RunStarter, Inspector) async throws(JournalError) -> RunHandle) {
        guard let session else {
            return mailbox.post(.runRefused(Problem(context: "Starting the run", sentence: "There is no connection: r connects.")))
        }
        let inspector = Inspector(client: session.client(for: .inspector2))
        Task { [mailbox, connector] in
            do throws(JournalError) {
                let handle = try await begin(connector.starter, inspector)
                run = handle
                for await event in handle.events { mailbox.post(.runReported(event)) }
            } catch {
                mailbox.post(.runRefused(problem("Starting the run", error)))
            }
        }
    }

    private func problem(_ context: String, _ error: JournalError) -> Problem {
        Problem(context: context, sentence: error.sentence)
    }

    /// Without a folder there were no runs.
    private static func isNothingYet(_ error: JournalError) -> Bool {
        if case .noSuchRun = error { true } else { false }
    }
}
