import ArgumentParser
import InspectorCore

/// How long a run waits for listings, and for a service that answers nothing.
struct PatienceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Wait so long in all, between listings, until they show what the run did; 0 lists once.", valueName: "seconds"))
    var verifyFor = 60

    @Option(
        help: ArgumentHelp(
            "Send nothing more when no call brought progress for so long. Default: never at a terminal, 600 elsewhere.",
            valueName: "seconds"))
    var giveUpAfter: Int?

    /// Refuses times that make no sense.
    func validate() throws {
        try Self.check("--verify-for", verifyFor, 0...86_400)
        if let giveUpAfter { try Self.check("--give-up-after", giveUpAfter, 1...86_400) }
    }

    private static func check(_ option: String, _ seconds: Int, _ range: ClosedRange<Int>) throws {
        guard !range.contains(seconds) else { return }
        throw ValidationError("\(option) is \(seconds), and takes \(range.lowerBound) to \(range.upperBound.grouped) seconds.")
    }

    /// The options of a run.
    var values: RunOptions {
        let isAttended = StandardInput.isTerminal && StandardError.isTerminal
        return RunOptions(
            verifyFor: .seconds(verifyFor), giveUpAfter: (giveUpAfter ?? (isAttended ? nil : 600)).map { .seconds($0) })
    }
}
