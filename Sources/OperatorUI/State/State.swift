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
    /// The number of the newest connection.
    var connectionGeneration = 0
    /// The account as the service confirmed it.
    var verifiedAccount: String?
    /// What is known of the account.
    package var inventory = Inventory()
    /// Listings that start over because a run of ours changed what they list.
    var overlapped = OverlappedListings()
    /// What the listing that goes on waits for, when nothing has come for a while.
    var listingWait: ListingWait?
    /// What the operator chose.
    package var marks = Marks()
    /// What did not succeed in the last runs, by association.
    package var failures = Failures()
    /// What filters and orders need of the projects.
    package var index = ProjectIndex()
    /// The screens, the one on top last; never empty.
    package var screens: [Screen] = [.configurations(ConfigurationList())]
    /// Whether something is being sent.
    package var activity: Activity = .idle
    /// Runs that ended in this session, the newest last.
    package var runs: [FinishedRun] = []
    /// The projects shown beside the configurations on a wide terminal.
    package var preview: ProjectList?
    /// The number of the rest that the projects beside wait for: they follow when the cursor stays, not at every step.
    var awaitedRest: Int?
    /// The number of the newest rest.
    var restNumber = 0
    /// The list of everything, kept while the cursor is on single configurations, until rows change.
    var parked: ProjectList?
    /// What is being typed.
    package var entry: Entry?
    /// Whether the confirmation on top can be answered yet.
    package internal(set) var arming = Arming()
    /// The profile and region the operator chose instead of those at the start.
    package var choice = ConnectionChoice()
    /// The line above the key hints.
    package var notice: Notice? {
        didSet { noticeNumber += 1 }
    }
    /// Grows whenever a notice is given or taken away.
    var noticeNumber = 0
    /// Runs that were interrupted before this session, the newest first, until the operator has seen them among the earlier runs.
    package var interruptedRuns: [RunSummary] = []
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
