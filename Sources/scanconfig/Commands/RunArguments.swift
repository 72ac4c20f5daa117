import ArgumentParser
import AWSClient
import InspectorCore

/// The option that says how long a run waits for listings to show what it did.
struct VerificationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Wait up to this long in total for listings to show what a run did; 0 lists once. "
                + "Default: SCANCONFIG_VERIFY_FOR, else the configuration file, else 60.",
            valueName: "seconds"))
    var verifyFor: Int?

    @OptionGroup var file: ConfigurationOptions

    /// Refuses times below zero and above a day.
    func validate() throws {
        if let verifyFor { try Self.range.check("--verify-for", verifyFor) }
    }

    /// The waiting times of a session that sends nothing.
    func values() throws(CommandFailure) -> RunOptions {
        let configuration = try file.configuration(.current)
        return RunOptions(verifyFor: try Self.value(verifyFor, .current, configuration) ?? .seconds(Self.usual))
    }

    /// The option's value, the environment's `SCANCONFIG_VERIFY_FOR`, what the configuration file says, or nothing.
    static func value(
        _ option: Int?, _ environment: Environment, _ configuration: UserConfiguration?
    ) throws(CommandFailure) -> Duration? {
        if let option { return .seconds(option) }
        guard let text = environment["SCANCONFIG_VERIFY_FOR"] else { return configuration?.verifyFor.map { .seconds($0) } }
        guard let seconds = Int(text), range.contains(seconds) else {
            throw CommandFailure(.usage, "SCANCONFIG_VERIFY_FOR takes \(range.words) seconds.")
        }
        return .seconds(seconds)
    }

    /// The seconds that are possible.
    static let range = 0...86_400
    /// The seconds that a run waits when nobody says otherwise.
    static let usual = 60
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
        throw ValidationError("\(option) takes \(words) seconds, not \(seconds).")
    }

    /// "0 to 86,400"
    var words: String { "\(lowerBound) to \(upperBound.grouped)" }
}

/// A run read from its journal.
struct RecordedRun {
    let record: RunRecord

    init(_ record: RunRecord) { self.record = record }

    init(_ name: String, _ starter: RunStarter) throws(CommandFailure) {
        do throws(JournalError) {
            let store = try starter.store()
            record = try store.open(try store.runId(named: name))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Throws when the journal is damaged, so that nothing is built on it. `refusal` is the first half of the sentence.
    func checkTrust(_ refusal: String) throws(CommandFailure) {
        if let reason = record.distrust { throw CommandFailure(.other, "\(refusal): in the journal \(record.journal) \(reason).") }
    }
}

extension NewestRun {
    /// The run that a command without a run id means, of the session's account and region. Throws when the account is unknown.
    init(
        _ session: CommandSession, _ starter: RunStarter,
        _ find: (JournalStore, _ account: String, _ region: String) throws(JournalError) -> NewestRun
    ) async throws(CommandFailure) {
        guard let account = try await session.account() else {
            throw CommandFailure(
                .usage, "The account of this session is not known: neither STS nor a configuration named it. Give the ID of the run.")
        }
        do throws(JournalError) {
            self = try find(try starter.store(), account, session.region)
        } catch {
            throw CommandFailure(error)
        }
    }
}
