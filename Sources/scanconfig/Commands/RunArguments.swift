import AWSClient
import ArgumentParser
import InspectorCore

/// The option that says how long a run waits for listings to show what it did.
struct VerificationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Wait up to this long in total for listings to show what a run did; 0 lists once. Default: SCANCONFIG_VERIFY_FOR, else 60.",
            valueName: "seconds"))
    var verifyFor: Int?

    /// Refuses times below zero and above a day.
    func validate() throws {
        if let verifyFor { try Self.range.check("--verify-for", verifyFor) }
    }

    /// The waiting times of a session that sends nothing.
    func values() throws(CommandFailure) -> RunOptions {
        RunOptions(verifyFor: try Self.value(verifyFor, .current()) ?? .seconds(60))
    }

    /// The option's value, the environment's `SCANCONFIG_VERIFY_FOR`, or nothing.
    static func value(_ option: Int?, _ environment: Environment) throws(CommandFailure) -> Duration? {
        if let option { return .seconds(option) }
        guard let text = environment["SCANCONFIG_VERIFY_FOR"], !text.isEmpty else { return nil }
        guard let seconds = Int(text), range.contains(seconds) else {
            throw CommandFailure(.usage, "SCANCONFIG_VERIFY_FOR takes \(range.words) seconds.")
        }
        return .seconds(seconds)
    }

    private static let range = 0...86_400
}

/// The options that say how long a run waits: for listings, and for a service with which it makes no progress.
struct WaitingOptions: ParsableArguments {
    @OptionGroup var verification: VerificationOptions

    @Option(
        help: ArgumentHelp(
            "Stop sending when no call has made progress for this long. Default: never on a terminal, 600 elsewhere.",
            valueName: "seconds"))
    var giveUpAfter: Int?

    /// Refuses times below zero and above a day.
    func validate() throws {
        if let giveUpAfter { try (1...86_400).check("--give-up-after", giveUpAfter) }
    }

    /// The waiting times of a run; what is not given depends on whether someone is there to watch it.
    func values() throws(CommandFailure) -> RunOptions {
        let isAttended = StandardInput.isTerminal && StandardError.isTerminal
        let patience = giveUpAfter ?? (isAttended ? nil : 600)
        var options = try verification.values()
        options.giveUpAfter = patience.map { .seconds($0) }
        return options
    }
}

extension ClosedRange<Int> {
    fileprivate func check(_ option: String, _ seconds: Int) throws {
        guard !contains(seconds) else { return }
        throw ValidationError("\(option) is \(seconds), and takes \(words) seconds.")
    }

    fileprivate var words: String { "\(lowerBound) to \(upperBound.grouped)" }
}
