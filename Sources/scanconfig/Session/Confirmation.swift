import AWSClient
import Dispatch
import Glibc
import InspectorCore
import Runtime
import Terminal
import TextSafety

/// The question that has to be answered before a command sends a plan.
struct Confirmation {
    /// What has to be typed, and what it is the number of.
    let count: Int
    let countWords: String
    /// What is read first: the plan, or, where the answer is given, its warnings.
    let plan: String
    let warnings: String
    let isGiven: Bool

    /// Returns when the operator has typed the number of associations; any other answer throws.
    func ask() async throws(CommandFailure) {
        if isGiven { return StandardError.write(warnings) }
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(
                .usage,
                "Not a terminal: cannot ask for confirmation. Give --yes to send the plan, or --dry-run to see it. Nothing was sent.")
        }
        StandardError.write(plan)
        let question = "Type \(count.grouped), \(countWords), to send; anything else sends nothing: "
        guard let answer = await TypedLine.answer(to: question), count.isTyped(as: answer) else {
            throw CommandFailure(.interrupted, "Nothing was sent.")
        }
    }
}

extension Confirmation {
    /// The question about one plan.
    init(draft: PlanDraft, isGiven: Bool) {
        self.init(
            count: draft.count, countWords: draft.countWords, plan: isGiven ? "" : PlanOutput(draft).text(.table),
            warnings: isGiven ? draft.plan.warningLines : "", isGiven: isGiven)
    }
}

/// The question that has to be answered before a run is resumed that has been undone.
struct UndoneRunQuestion {
    let record: RunRecord
    let isAnswered: Bool

    /// Returns when the run has not been undone, or the operator has typed yes; any other answer throws. It is said in any case.
    func ask() async throws(CommandFailure) {
        guard let undo = record.undoneBy else { return }
        let fact = "Run \(record.runId) was undone by run \(undo)."
        if isAnswered { return StandardError.write("\(fact)\n") }
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(
                .usage, "\(fact) Give --yes to resume it anyway, or --dry-run to see what is left. Nothing was sent.")
        }
        StandardError.write("\(fact)\n")
        let question = "Type yes to send what is left anyway; anything else sends nothing: "
        guard await TypedLine.answer(to: question) == "yes" else { throw CommandFailure(.interrupted, "Nothing was sent.") }
    }
}

/// Lines that the operator types on a terminal.
enum TypedLine {
    /// How long what a question is about has been on the terminal before the question is asked.
    private static let readingTime: Duration = .milliseconds(500)

    /// Asks a question that confirms something, and returns the line typed after it; `nil` at the end of input. What was typed before the
    /// question was written is thrown away, so that no answer counts that was typed ahead. Standard input has to be a terminal.
    static func answer(to question: String) async -> String? {
        try? await EventLoopClock().sleep(for: readingTime)
        StandardError.replaceLine(with: question)
        tcflush(STDIN_FILENO, TCIFLUSH)
        return await next(from: STDIN_FILENO)
    }

    /// The next line, without its end; `nil` at the end of input.
    static func next(from terminal: Int32) async -> String? {
        await OwnThread.run { line(from: terminal) }
    }

    /// Reads without the C library's buffers, for whose locks the end of the program would wait.
    private static func line(from terminal: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
    }
}

/// Asks for the code of an MFA device on the controlling terminal, even if standard input and output are redirected; without a terminal the
/// first line of standard input is the code, unless the command reads its targets there.
struct TerminalMFAPrompt: MFAPrompt {
    func code(for serial: String, profile: String) async throws(CredentialError) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return try await codeFromStandardInput(for: serial, profile: profile) }
        defer { close(terminal) }
        let question = "MFA code of \(serial.terminalSafe) for profile \(profile.terminalSafe): "
        _ = question.withCString { write(terminal, $0, strlen($0)) }
        let code = await TypedLine.next(from: terminal)?.filter { !$0.isWhitespace } ?? ""
        guard !code.isEmpty else { throw .mfaCancelled(profile: profile, serial: serial) }
        return code
    }

    private func codeFromStandardInput(for serial: String, profile: String) async throws(CredentialError) -> String {
        let isTaken = CommandLine.arguments.contains { $0.hasSuffix("=-") || Self.standardInput.contains($0) }
        guard !isTaken else { throw .mfaUnavailable(profile: profile, serial: serial) }
        StandardError.write(
            "scanconfig: There is no terminal to ask on: the MFA code of \(serial.terminalSafe) for profile \(profile.terminalSafe) is read "
                + "from standard input, where it may be shown.\n")
        let code = await TypedLine.next(from: STDIN_FILENO)?.filter { !$0.isWhitespace } ?? ""
        guard !code.isEmpty else { throw .mfaUnavailable(profile: profile, serial: serial) }
        return code
    }

    private static let standardInput: Set<String> = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]
}

/// Runs work that blocks, such as waiting for a person. Tasks share few threads, and none of those may block.
enum OwnThread {
    /// Runs the work on a thread of its own.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "scanconfig").async { continuation.resume(returning: work()) }
        }
    }
}
