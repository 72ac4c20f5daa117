import AWSClient
import InspectorCore
import TextSafety

/// The program's exit statuses: AWS CLI version 2's, and 1 for a run that is done in part.
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
    /// Bad usage or input.
    case usage = 252
    /// Credentials or configuration.
    case configuration = 253
    /// The service answered with an error.
    case service = 254
    case other = 255
}

/// A command's end with a sentence for the operator.
struct CommandFailure: Error {
    var status: ExitStatus
    var message: String?

    init(_ status: ExitStatus, _ message: String?) {
        self.status = status
        self.message = message
    }

    init(_ error: ConnectionError) {
        switch error {
        case .settings: self.init(.configuration, error.sentence)
        case .simulator: self.init(.other, error.sentence)
        }
    }

    init(_ error: ListingError) {
        self.init(ExitStatus(error), error.sentence)
    }

    init(_ error: SelectionError) {
        self.init(error.listing.map { ExitStatus($0) } ?? .usage, error.sentence)
    }

    init(_ error: CallError) {
        self.init(ExitStatus(error), error.sentence)
    }

    init(_ error: JournalError) {
        switch error {
        case .noSuchRun, .noName, .ambiguous, .copy: self.init(.usage, error.sentence)
        case .notUTF8: self.init(.configuration, error.sentence)
        case .folder, .file, .locked, .corrupt, .newer, .distrusted, .noStateFolder: self.init(.other, error.sentence)
        }
    }
}

extension ExitStatus {
    /// The status that a shell shows for a signal: 128 and the signal's number.
    init(signal: Int32) {
        self = ExitStatus(rawValue: 128 + signal) ?? .interrupted
    }

    /// A request of a listing is made of what the service answered before: that it cannot be sent is not the operator's doing.
    init(_ error: ListingError) {
        switch error {
        case .call(let call), .stalled(_, let call):
            if case .invalidRequest = call.cause { self = .service } else { self.init(call) }
        case .repeatedToken, .endless, .unmatchedNames: self = .service
        }
    }

    init(_ error: CallError) {
        switch error.cause {
        case .settings, .credentials: self = .configuration
        case .service, .unexpectedResponse: self = .service
        case .cancelled: self = .interrupted
        case .invalidRequest: self = .usage
        case .transport: self = .other
        }
    }
}
