import AWSClient
import InspectorCore
import TextSafety

/// The program's exit statuses: those of AWS CLI version 2, and 1 for a run that is done in part.
enum ExitStatus: Int32, Error {
    case success = 0
    /// Some target failed, is unresolved or was not sent.
    case partial = 1
    /// A terminal that hung up ended the program: 128 and the number of SIGHUP, as for the signals below.
    case hungUp = 129
    /// SIGINT ended the program, or a question was not answered with what it asks for.
    case interrupted = 130
    /// SIGQUIT ended the program.
    case quit = 131
    /// SIGTERM ended the program.
    case terminated = 143
    /// The arguments or the input are invalid.
    case usage = 252
    /// The credentials or the settings are at fault.
    case configuration = 253
    /// The service answered with an error.
    case service = 254
    case other = 255
}

/// Ends a command with this status and, usually, a sentence for the operator.
struct CommandFailure: Error {
    var status: ExitStatus
    var message: String?
    /// Whether what was named is not there: among several sessions, another one may have it.
    var fitsNothing = false
    /// Whether a row of the input is refused, and with it all of the input.
    var refusesInput = false

    init(_ status: ExitStatus, _ message: String?) {
        self.status = status
        self.message = message
    }

    /// A usage error: the selection fits nothing here.
    init(fitsNothing message: String) {
        self.init(.usage, message)
        fitsNothing = true
    }

    /// A usage error: the input is refused.
    init(_ error: PlanInputError) {
        self.init(.usage, error.sentence)
        refusesInput = true
    }

    init(_ error: ConnectionError) {
        switch error {
        case .settings: self.init(.configuration, error.sentence)
        case .simulator: self.init(.other, error.sentence)
        case .folder(let error): self.init(error)
        }
    }

    init(_ error: ListingError) {
        self.init(ExitStatus(error), error.sentence)
    }

    init(_ error: SelectionError) {
        self.init(error.listing.map { ExitStatus($0) } ?? .usage, error.sentence)
        fitsNothing = error.fitsNothing
    }

    init(_ error: FilterGap) {
        self.init(error.error.map { ExitStatus($0) } ?? .usage, error.sentence)
    }

    init(_ error: CallError) {
        self.init(ExitStatus(error), error.sentence)
    }

    init(_ error: JournalError) {
        switch error {
        case .noSuchRun, .noName, .ambiguous, .copy: self.init(.usage, error.sentence)
        case .notUTF8: self.init(.configuration, error.sentence)
        case .folder, .file, .locked, .corrupt, .newer, .distrusted, .misnamed, .noStateFolder: self.init(.other, error.sentence)
        }
    }
}

extension ExitStatus {
    /// The status that a shell shows for a signal: 128 and the signal's number.
    init(signal: Int32) {
        self = ExitStatus(rawValue: 128 + signal) ?? .interrupted
    }

    /// An invalid request of a listing counts as the service's error: it was made from what the service answered before.
    init(_ error: ListingError) {
        switch error {
        case .call(let call), .stalled(_, let call):
            if case .invalidRequest = call.cause { self = .service } else { self.init(call) }
        case .repeatedToken, .endless, .unmatchedRows: self = .service
        }
    }

    init(_ error: CallError) {
        switch error.cause {
        case .credentials(.invalidParameter): self = .usage
        case .transport(let error) where error.kind == .settings: self = .configuration
        case .settings, .credentials: self = .configuration
        case .service, .unexpectedResponse: self = .service
        case .cancelled: self = .interrupted
        case .invalidRequest: self = .usage
        case .transport: self = .other
        }
    }
}

extension ExitStatus {
    /// What each status means, in the order of their numbers.
    static let meanings: [(status: ExitStatus, words: String)] = [
        (.success, "everything was done"), (.partial, "some association failed, is unresolved or was not sent"),
        (.hungUp, "the terminal hung up"),
        (.interrupted, "interrupted (^C), or the plan was not confirmed"), (.quit, "ended by SIGQUIT"),
        (.terminated, "ended by SIGTERM"), (.usage, "invalid arguments or input; nothing was sent"),
        (.configuration, "a problem with credentials or settings"),
        (.service, "the service answered with an error"), (.other, "any other error"),
    ]

    /// The meanings as help shows them, a line each.
    static var help: String {
        meanings.map { status, words in
            let number = String(status.rawValue)
            return "  " + number + String(repeating: " ", count: 5 - number.count) + words
        }.joined(separator: "\n")
    }
}
