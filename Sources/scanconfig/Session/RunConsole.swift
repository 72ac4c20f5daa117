import AWSClient
import InspectorCore
import Runtime
import Terminal
import TextSafety

/// Follows a run on the command line: shows progress on standard error, and stops the run at signals.
struct RunConsole: Sendable {
    let session: CommandSession
    var options = RunOptions()
    /// Whether the run sends nothing, and verifies only.
    var verifiesOnly = false
    /// What it shares with the runs beside it; nil where it is the only one.
    var desk: RunDesk?

    /// Starts the run of a plan and follows it to its end.
    func carryOut(_ plan: Plan) async throws(CommandFailure) -> RunEnd {
        let starter = RunStarter(environment: session.environment, options: options)
        return try await follow { inspector throws(JournalError) in
            try await starter.start(plan, inspector: inspector) { session.say($0) }
        }
    }

    /// Follows the run that `start` starts to its end.
    func follow(_ start: (Inspector) async throws(JournalError) -> RunHandle) async throws(CommandFailure) -> RunEnd {
        let desk = desk ?? RunDesk()
        let handle: RunHandle
        do throws(JournalError) {
            handle = try await start(session.inspector)
        } catch {
            throw CommandFailure(error)
        }
        let phase = RunPhase(isListing: verifiesOnly)
        desk.take(handle, phase)
        let report = try await follow(handle, desk.question, phase)
        return RunEnd(
            report: report, signal: self.desk == nil ? await desk.end() : nil, stateDirOption: session.stateDirOption,
            verifiesOnly: verifiesOnly)
    }

    private func follow(_ handle: RunHandle, _ question: SignInQuestion, _ phase: RunPhase) async throws(CommandFailure) -> RunReport {
        var progress = RunProgressLine(session.progressStyle)
        var troubles = TroubleLines(session: session)
        let patience = session.patience
        defer { patience.end() }
        for await event in handle.events {
            switch event {
            case .progress(let now):
                if let trouble = now.trouble { troubles.tell(trouble.words, trouble.problem ?? "silence", &progress) }
                if !question.isOpen { show(now, in: phase, &progress) }
            case .verifying(let verification):
                phase.isListing = true
                if let words = verification.problemWords { troubles.tell(words, verification.problemKey ?? words, &progress) }
                session.seat?.board.verifies(session.seat?.name ?? "", true)
                progress.say(verification.words, phase: phase.verifyingWords(verification))
                patience.wait("verifying", verification.words + options.waitingWords)
            case .sending(let stage):
                phase.isListing = false
                session.seat?.board.verifies(session.seat?.name ?? "", false)
                phase.stage = stage
                patience.end()
                if let stage, stage.targets + stage.heldBack > 0 { troubles.say("\(stage.words).", &progress) }
            case .paused(let pause):
                progress.end()
                patience.end()
                question.ask(pause, of: handle, in: session)
            case .finished(let report):
                progress.end()
                session.seat?.board.verifies(session.seat?.name ?? "", false)
                question.close(handle)
                return report
            case .started, .outcomes, .resumed: break
            }
        }
        throw CommandFailure(.other, "The run ended without a report; scanconfig runs shows its journal.")
    }

    /// Shows how far the run is; where it verifies, only among several sessions: alone, the listings are shown.
    private func show(_ now: RunProgress, in phase: RunPhase, _ progress: inout RunProgressLine) {
        if let seat = session.seat {
            seat.board.show(now, of: seat.name)
        } else if !phase.isListing {
            progress.show(now, in: phase.stage)
        }
    }
}

/// Whether a run is listing or sending, as its events and the handling of signals share it.
final class RunPhase: Sendable {
    private let listing: Locked<Bool>
    private let currentStage = Locked<RunStage?>(nil)

    init(isListing: Bool) { listing = Locked(isListing) }

    var isListing: Bool {
        get { listing.withLock { $0 } }
        set { listing.withLock { $0 = newValue } }
    }

    /// The stage of a move that it is in.
    var stage: RunStage? {
        get { currentStage.withLock { $0 } }
        set { currentStage.withLock { $0 = newValue } }
    }

    /// What a listing is for, the same words as long as it is for the same.
    func verifyingWords(_ verification: VerificationProgress) -> String {
        if let stage { return "\(stage.change.verifyingWords)." }
        if verification.targets == 0 { return "Listing \(verification.configurations.counted("configuration"))." }
        return "Verifying \(verification.targets.counted("association"))."
    }

    /// What a first signal does now.
    var stoppingWords: String {
        if isListing, stage?.change == .associate { return "Ending the move: nothing is disassociated. A resume goes on from here." }
        return isListing
            ? "Ending verification: outcomes that are not confirmed yet stay as they are."
            : "Stopping: calls in progress will finish and be recorded. ^C again aborts the run."
    }
}

/// Tells what stands in a run's way, each problem once in a row.
private struct TroubleLines {
    let session: CommandSession
    private var last = ""

    init(session: CommandSession) { self.session = session }

    mutating func tell(_ words: String, _ problem: String, _ progress: inout RunProgressLine) {
        guard problem != last else { return }
        last = problem
        say(words, &progress)
    }

    func say(_ words: String, _ progress: inout RunProgressLine) {
        progress.end()
        session.say(words)
    }
}

extension RunOptions {
    /// How long verification may take, behind what it does now.
    fileprivate var waitingWords: String {
        verifyFor > .zero ? ". It waits up to \(Int(verifyFor.components.seconds).grouped) s in all (--verify-for)." : "."
    }
}

extension VerificationProgress {
    /// What is being listed, or when the next listing begins.
    fileprivate var words: String {
        guard let seconds = secondsToNextListing else { return "Verifying: listing \(configurations.counted("configuration"))" }
        return "Verifying: \(targets.counted("association")) not confirmed yet, next listing in \(seconds) s (^C ends the wait)"
    }
}

/// How a run on the command line has ended.
struct RunEnd {
    let report: RunReport
    /// The first signal that asked to stop, if one did.
    let signal: Int32?
    /// The option, with a space before it, that a command needs to find the journal again; empty if it needs none.
    let stateDirOption: String
    /// Whether nothing was sent, and the run only verified.
    var verifiesOnly = false

    /// The end of a plan that leaves nothing to do.
    init(nothingSent plan: Plan) {
        self.init(report: RunReport(nothingSent: plan), signal: nil, stateDirOption: "")
    }

    init(report: RunReport, signal: Int32?, stateDirOption: String, verifiesOnly: Bool = false) {
        (self.report, self.signal, self.stateDirOption, self.verifiesOnly) = (report, signal, stateDirOption, verifiesOnly)
    }

    /// Writes the report and throws the exit status. A signal that came when everything was done does not count.
    func conclude(_ output: OutputFormat, _ table: TableOptions) throws {
        try write(output, table)
        if report.isResumable {
            StandardError.write("Resume it with scanconfig resume \(report.runId)\(stateDirOption).\n")
        }
        if let words = report.heldBackWords { StandardError.write("\(words.terminalSafe)\n") }
        if !report.listingWords.isEmpty {
            StandardError.write("\(report.listingWords.dropFirst()) scanconfig verify \(report.runId)\(stateDirOption) lists again.\n")
        }
        if let loss = report.lossWords { StandardError.write("scanconfig: \(loss)\n") }
        if let signal, report.outcomes.contains(where: \.isOpen) { throw ExitStatus(signal: signal) }
        if let status = status { throw status }
    }

    /// What is to be told by the exit status; nil where all was done, and confirmed where that is what the command is for. An answer of the
    /// service counts without a listing, but not where the credentials were another account's by then.
    var status: ExitStatus? {
        if !report.isComplete { return .partial }
        guard report.isUnconfirmed else { return nil }
        return report.credentialsProblem != nil ? .configuration : verifiesOnly ? .partial : nil
    }

    private func write(_ output: OutputFormat, _ table: TableOptions) throws(CommandFailure) {
        do throws(CommandFailure) {
            try StandardOutput.write(table.marked(RunOutput(report: report).text(output)))
        } catch {
            throw CommandFailure(
                error.status, "\(error.message ?? "") The run has ended; scanconfig show \(report.runId)\(stateDirOption) reports it.")
        }
    }
}
