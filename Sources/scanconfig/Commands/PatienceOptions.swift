import AWSClient
import ArgumentParser
import InspectorCore

/// How long a run waits for listings to show what it did.
struct VerificationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Wait so long in all, between listings, until they show what a run did; 0 lists once. Default: SCANCONFIG_VERIFY_FOR, else 60.",
            valueName: "seconds"))
    var verifyFor: Int?

    /// Refuses times that make no sense.
    func validate() throws {
        if let verifyFor { try Self.range.check("--verify-for", verifyFor) }
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

/// How long a run waits: for listings, and for a service that answers nothing.
struct PatienceOptions: ParsableArguments {
    @OptionGroup var verification: VerificationOptions

    @Option(
        help: ArgumentHelp(
            "Send nothing more when no call brought progress for so long. Default: never at a terminal, 600 elsewhere.",
            valueName: "seconds"))
    var giveUpAfter: Int?

    /// Refuses times that make no sense.
    func validate() throws {
        if let giveUpAfter { try (1...86_400).check("--give-up-after", giveUpAfter) }
    }

    /// The options of a run.
    func values() throws(CommandFailure) -> RunOptions {
        let isAttended = StandardInput.isTerminal && StandardError.isTerminal
        let patience = giveUpAfter ?? (isAttended ? nil : 600)
        return RunOptions(
            verifyFor: try VerificationOptions.value(verification.verifyFor, .current()) ?? .seconds(60),
            giveUpAfter: patience.map { .seconds($0) })
    }
}

extension ClosedRange<Int> {
    fileprivate func check(_ option: String, _ seconds: Int) throws {
        guard !contains(seconds) else { return }
        throw ValidationError("\(option) is \(seconds), and takes \(words) seconds.")
    }

    fileprivate var words: String { "\(lowerBound) to \(upperBound.grouped)" }
}
