import AWSClient
import InspectorCore
import Terminal

/// Carries a plan out on the command line: progress on standard error, signals that stop.
struct RunConsole: Sendable {
    let session: CommandSession

    /// Starts a plan's run and follows it to its end.
    func carryOut(_ plan: Plan) async throws(CommandFailure) -> RunEnd {
        let starter = RunStarter(environment: session.environment)
        return try await follow { inspector throws(JournalError) in try await starter.start(plan, inspector: inspector) }
    }

    /// Follows the run that `start` begins to its end.
    func follow(_ start: (Inspector) async throws(JournalError) -> RunHandle) async throws(CommandFailure) -> RunEnd {
        let handle: RunHandle
        do throws(JournalError) {
            handle = try await start(session.inspector)
        } catch {
            throw CommandFailure(error)
        }
        let interruptions = Task { await Self.stop(handle) }
        let report = try await follow(handle)
        interruptions.cancel()
        return RunEnd(report: report, isInterrupted: await interruptions.value)
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

    /// Stops the run at the first signal, leaves it at the second; whether there was one.
    private static func stop(_ handle: RunHandle) async -> Bool {
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
        return isStopping
    }
}

/// How a run on the command line ended.
struct RunEnd {
    let report: RunReport
    let isInterrupted: Bool

    /// Writes the report, then ends the command with the status that fits.
    func conclude(_ output: OutputFormat) throws {
        StandardOutput.write(RunOutput(report: report).text(output))
        if !report.isComplete, report.isResumable { StandardError.write("scanconfig resume \(report.runId) takes it up again.\n") }
        if isInterrupted { throw ExitStatus.interrupted }
        if !report.isComplete { throw ExitStatus.partial }
    }
}

extension RunReport {
    /// Whether something was not sent, or is not known.
    fileprivate var isResumable: Bool {
        outcomes.contains {
            switch $0 {
            case .unresolved, .notSent: true
            case .succeeded, .failed: false
            }
        }
    }
}
