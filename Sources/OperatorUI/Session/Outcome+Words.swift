import InspectorCore
import Terminal
import TextSafety

extension Outcome {
    /// Whether the target was sent and is not known to have succeeded.
    var isFailure: Bool {
        switch self {
        case .succeeded, .notSent: false
        case .failed, .notConfirmed, .unresolved: true
        }
    }

    /// Whether the target was sent and no answer says what became of it.
    var isInDoubt: Bool {
        if case .unresolved = self { true } else { false }
    }

    /// What results are grouped by, as it may be drawn.
    var groupTitle: String { title.terminalSafe }

    /// What an operator can do, and whether sending the target again makes sense.
    var advice: StatusAdvice { StatusAdvice(self) }

    /// Whether it makes sense to send the target again: it failed in a way that may pass, is in doubt, or was not sent.
    var isWorthSending: Bool {
        switch self {
        case .succeeded, .notConfirmed: false
        case .failed: advice.isRetryable
        case .unresolved, .notSent: true
        }
    }

    /// What the outcome looks like in a list.
    var style: Style {
        switch self {
        case .succeeded: .success
        case .failed, .unresolved: .failed
        case .notConfirmed, .notSent: .warning
        }
    }

    /// Why, without what a heading has already, as it may be drawn.
    var reasonText: String { reason.terminalSafe }

    /// "ACCESS_DENIED  Not allowed to…", as it may be drawn.
    var statusText: String { words.terminalSafe }
}

extension AssociationResource {
    /// The project's id, or the unknown member with its value, as it may be drawn.
    var idText: String { words.terminalSafe }
}
