import AWSClient
import InspectorCore
import Terminal

/// Carries a plan out on the command line: progress on standard error, signals that stop.
struct RunConsole: Sendable {
    let session: CommandSession

    /// Starts a plan's run and follows it to its end.
    func carryOut(_ plan: Plan) async throws(CommandFailure) -> RunReport {
        let starter = RunStarter(environment: session.environment)
        return try await follow { inspector throws(JournalError) in try await starter.start(plan, inspector: inspector) }
    }

    /// Follows the run that `start` begins to its end.
    func follow(_ start: (Inspector) async throws(JournalError) -> RunHandle) async throws(CommandFailure) -> RunReport {
        let handle: RunHandle
        do throws(JournalError) {
            handle = try await start(session.inspector)
        } catch {
            throw CommandFailure(error)
        }
        let interruptions = Task { await Self.stop(handle) }
        defer { interruptions.cancel() }
        return try await follow(handle)
    }

    private func follow(_ handle: RunHandle) async throws(CommandFailure) -> RunReport {
        var progress = RunProgressLine()
        for await event in handle.events {
            switch event {
            case .progress(let now): progress.show(now)
            case .verifying: progress.say("Listing the touched configurations again to verify")
            case .paused(.credentialsExpired(let sentence)):
                progress.end()
                try waitForOperator(sentence, handle)
            case .finished(let report):
                progress.end()
                return report
            case .started, .outcomes, .resumed: break
            }
        }
        throw CommandFailure(.other, "The run ended without a report; scanconfig runs shows its journal.")
    }

    /// Without anybody to ask, a run that waits stops.
    private func waitForOperator(_ sentence: String, _ handle: RunHandle) throws(CommandFailure) {
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            StandardError.write("scanconfig: \(sentence)\n")
            return handle.stop()
        }
        StandardError.write("\(sentence)\nSign in again in another window, then press Enter here. ")
        _ = readLine()
        handle.continueAfterPause()
    }

    private static func stop(_ handle: RunHandle) async {
        var isStopping = false
        for await _ in Interruption.signals() {
            if isStopping {
                handle.stopNow()
            } else {
                StandardError.write("\nStopping: calls under way end and are recorded. Again to leave at once.\n")
                handle.stop()
            }
            isStopping = true
        }
    }
}
