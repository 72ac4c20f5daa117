package import InspectorCore
package import Terminal

/// Everything the operator's terminal shows or remembers; changed by ``update(_:_:)`` alone.
package struct State: Equatable, Sendable {
    /// The terminal's size in cells.
    package var size: TerminalSize
    /// Whose account this is.
    package var session: SessionIdentity
    /// Whether nothing may be sent that changes anything.
    package var isReadOnly: Bool
    /// How far the way to the service is.
    package var connection: Connection = .connecting
    /// The number of the newest connection or listing; results with an older one are dropped.
    package var generation = 0
    /// What is known of the account.
    package var inventory = Inventory()
    /// What the operator chose.
    package var marks = Marks()
    /// What did not succeed in the last runs, by association.
    package var failures: [AssociationID: Outcome] = [:]
    /// The screens, the one on top last; never empty.
    package var screens: [Screen] = [.configurations(ConfigurationList())]
    /// Whether something is being sent.
    package var activity: Activity = .idle
    /// Runs that ended in this session, the newest last.
    package var reports: [RunReport] = []
    /// The line above the key hints.
    package var notice: Notice?
    /// Errors of this session, the newest last.
    package var problems: [Problem] = []
    /// Whether rows changed since the lists were last computed.
    package var rowsAreStale = false

    /// The state before anything is known.
    package init(size: TerminalSize, session: SessionIdentity = SessionIdentity(), isReadOnly: Bool = false) {
        self.size = size
        self.session = session
        self.isReadOnly = isReadOnly
    }

    /// The screen on top.
    package var screen: Screen {
        get { screens[screens.count - 1] }
        set { screens[screens.count - 1] = newValue }
    }
}

/// Whose account this is, as far as known.
package struct SessionIdentity: Hashable, Sendable {
    /// Twelve digits.
    package var account: String?
    /// The region calls go to.
    package var region: String?
    /// The caller's ARN.
    package var caller: String?
    /// The profile in use.
    package var profile: String?
    /// A custom endpoint's URL.
    package var endpoint: String?

    /// An identity with just the parts given.
    package init(
        account: String? = nil, region: String? = nil, caller: String? = nil, profile: String? = nil, endpoint: String? = nil
    ) {
        self.account = account
        self.region = region
        self.caller = caller
        self.profile = profile
        self.endpoint = endpoint
    }

    /// The last part of the caller's ARN that names a role or user.
    package var callerName: String? {
        guard let caller, let resource = caller.split(separator: ":").last else { return nil }
        let parts = resource.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : String(resource)
    }
}

/// How far the way to the service is.
package enum Connection: Hashable, Sendable {
    /// Settings and credentials are being read.
    case connecting
    /// Calls can be made.
    case ready
    /// Nothing works until the operator does something.
    case failed(Problem)
}

/// Whether something is being sent.
package enum Activity: Hashable, Sendable {
    /// Nothing is being sent.
    case idle
    /// A run goes on.
    case running(RunState)

    /// The run that goes on.
    package var run: RunState? {
        if case .running(let run) = self { run } else { nil }
    }
}
