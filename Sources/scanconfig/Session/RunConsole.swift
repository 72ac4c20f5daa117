import AWSClient
import Glibc
import InspectorCore
import Terminal

/// Follows a run on the command line: shows progress on standard error, and stops the run at signals.
struct RunConsole: Sendable {
    let session: CommandSession
    var options = RunOptions()

    /// Starts the run of a plan and follows it to its end.
    func carryOut(_ plan: Plan) async throws(CommandFailure) -> RunEnd {
        let starter = RunStarter(environment: session.environment, options: options)
        return try await follow { inspector throws(JournalError) in
            try await starter.start(plan, inspector: inspector) { StandardError.write("scanconfig: \($0)\n") }
        }
    }

    /// Follows the run that `start` starts to its end.
    func follow(_ start: (Inspector) async throws(JournalError) -> RunHandle) async throws(CommandFailure) -> RunEnd {
        // From before the run starts, so that no signal falls between its first call and their handling.
        let signals = Interruption.signals()
        let handle: RunHandle
        do throws(JournalError) {
            handle = try await start(session.inspector)
        } catch {
            throw CommandFailure(error)
        }
        let question = SignInQuestion(handle: handle)
        let interruptions = Task { await Self.stop(handle, question, at: signals) }
        let report = try await follow(handle, question)
        interruptions.cancel()
        return RunEnd(report: report, signal: await interruptions.value, stateDirOption: session.stateDirOption)
    }

    private func follow(_ handle: RunHandle, _ question: SignInQuestion) async throws(CommandFailure) -> RunReport {
        var progress = RunProgressLine()
        for await event in handle.events {
            switch event {
            case .progress(let now): if !question.isOpen { progress.show(now) }
            case .verifying(let verification): progress.say(verification.words)
            case .paused(let pause):
                progress.end()
                question.ask(pause)
            case .finished(let report):
                progress.end()
                question.close()
                return report
            case .started, .outcomes, .resumed, .sending: break
            }
        }
        throw CommandFailure(.other, "The run ended without a report; scanconfig runs shows its journal.")
    }

    /// Stops the run at the first signal, which it returns, and aborts it at the second. A window that closes sends two hang-ups, one
    /// from its terminal and one from its shell, so that a hang-up never aborts.
    private static func stop(_ handle: RunHandle, _ question: SignInQuestion, at signals: AsyncStream<Int32>) async -> Int32? {
        var first: Int32?
        for await signal in signals {
            if first == nil {
                StandardError.write("\nStopping: calls in progress will finish and be recorded. ^C again aborts the run.\n")
                question.stop()
            } else if signal != SIGHUP {
                handle.abort()
            }
            first = first ?? signal
        }
        return first
    }
}

extension VerificationProgress {
    /// What is being listed, or when the next listing begins.
    fileprivate var words: String {
        let configurations = configurations.counted("configuration")
        guard let nextListing else { return "Verifying: listing \(configurations)" }
        let listing = "\(configurations) will be listed again in \(nextListing.components.seconds) s (^C ends the wait)"
        return "Verifying: \(targets.counted("association")) not confirmed yet, \(listing)"
    }
}

/// How a run on the command line has ended.
struct RunEnd {
    let report: RunReport
    /// The first signal that asked to stop, if one did.
    let signal: Int32?
    /// The option, with a space before it, that a command needs to find the journal again; empty if it needs none.
    let stateDirOption: String

    /// Writes the report and throws the exit status. A signal that came when everything was done does not count.
    func conclude(_ output: OutputFormat) throws {
        try write(output)
        if !report.isComplete, report.isResumable {
            StandardError.write("Resume it with scanconfig resume \(report.runId)\(stateDirOption).\n")
        }
        if let signal, report.isResumable { throw ExitStatus(signal: signal) }
        if !report.isComplete { throw ExitStatus.partial }
    }

    private func write(_ output: OutputFormat) throws(CommandFailure) {
        do throws(CommandFailure) {
            try StandardOutput.write(RunOutput(report: report).text(output))
        } catch {
            throw CommandFailure(
                error.status, "\(error.message ?? "") The run has ended; scanconfig show \(report.runId)\(stateDirOption) reports it.")
        }
    }
}

extension RunReport {
    /// Whether some association was not sent or is unresolved.
    fileprivate var isResumable: Bool { outcomes.contains(where: \.isOpen) }
}
