import InspectorCore
import Terminal

/// The account's configurations. The row above them stands for all, and those above it for questions about the account. On a wide terminal
/// their associations are shown beside.
struct ConfigurationsScreen: AssociationListScreen {
    /// The configurations.
    var list = List([ConfigurationNumber](), sortedBy: ConfigurationColumn.service, headRows: HeadRow.all.count)
    /// The associations beside; nothing while they are a screen of their own, or the terminal is narrow.
    private(set) var preview: ProjectsScreen?
    /// The list of everything, kept while the cursor is on single configurations, until rows change.
    @Cached private(set) var parked: ProjectsScreen? = nil

    var screen: Screen { .configurations(self) }

    /// The list with the cursor on the row for all.
    init() {
        list.move(to: list.headRows - 1, height: .max)
    }

    /// The row above the configurations under the cursor; nothing on a configuration.
    var headRow: HeadRow? { headRow(at: list.viewport.cursor) }

    /// The row above the configurations at this place.
    func headRow(at row: Int) -> HeadRow? {
        HeadRow.all.suffix(list.headRows).dropFirst(row).first.flatMap { row < list.headRows ? $0 : nil }
    }

    func filterPlace(in session: Session) -> FilterPlace { session.isFleet ? .configurationsOfSessions : .configurations }

    /// What the row under the cursor stands for.
    var scope: AssociationScope { list.current.map(AssociationScope.configuration) ?? headRow?.scope ?? .all }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .rowsChanged:
            parked = nil
            recompute(.everything, in: session, on: display)
            preview?.recompute(.everything, in: session, on: display)
        case .frameDue:
            // As long as the cursor is on a view, that stays: it is never put on something else that a key would then be about.
            let isOnView = list.viewport.cursor < list.headRows - 1
            let isLow = display.listHeight < Self.leastHeightForViews && !isOnView
            list.setHeadRows(isLow ? 1 : HeadRow.all.count, height: display.listHeight)
            if display.rest.isResting { updatePreview(in: &session, on: display) }
        case .marksChanged: recomputeForMarks(in: session, on: display)
        case .uncovered(by: .projects(let closed)):
            preview = display.hasTwoPanes ? closed : nil
            recomputeForMarks(in: session, on: display)
        case .uncovered: break
        case .event(.resized):
            list.scrollToCursor(height: display.listHeight)
            preview?.list.scrollToCursor(height: display.listHeight)
        case .event: break
        }
        return []
    }

    /// On fewer lines the configurations have the room of the questions.
    private static let leastHeightForViews = 12

    /// Computes the rows anew; the cursor stays on its configuration.
    mutating func recompute(_ part: ListPart, in session: Session, on display: Display) {
        let all = session.account.inventory.configurations(by: list.order, session)
        let rows = list.isNarrowed ? all.filter { isShown($0, session) } : all
        list.hiddenMarks =
            list.isNarrowed ? session.account.shownMarks.count - rows.reduce(0) { $0 + session.account.marks.count(in: $1) } : 0
        list.show(rows, of: all, height: display.listHeight)
    }

    private func isShown(_ number: ConfigurationNumber, _ session: Session) -> Bool {
        if list.showsMarkedOnly, session.account.marks.count(in: number) == 0 { return false }
        return list.filter.expression.includes(number, in: session.account)
    }
}

extension ConfigurationsScreen {
    /// Computes the lists again where marks decide what they show, in which order, or how many marks they hide.
    private mutating func recomputeForMarks(in session: Session, on display: Display) {
        if list.isNarrowed || list.order.column == .marked { recompute(.everything, in: session, on: display) }
        recomputePreviewForMarks(in: session, on: display)
    }

    /// Computes the list beside again where marks decide what it shows, or how many it hides.
    mutating func recomputePreviewForMarks(in session: Session, on display: Display) {
        if preview?.list.isNarrowed ?? false { preview?.recompute(.shown, in: session, on: display) }
    }

    /// Whether the pane beside shows something else than what the cursor is on.
    private func isPreviewBehind(_ display: Display) -> Bool { display.hasTwoPanes && preview?.scope != scope }

    /// The pane beside waits for a pause: drawn at every step of the cursor it would cost more than all else (3 kB at 160x50).
    func isBehind(on display: Display) -> Bool { list.isBehind || isPreviewBehind(display) && preview != nil }

    /// Shows beside what the cursor is on.
    private mutating func updatePreview(in session: inout Session, on display: Display) {
        guard isPreviewBehind(display) else { return }
        if preview?.scope == .all { parked = preview }
        preview = scope == .all && parked != nil ? parked : ProjectsScreen(scope, in: &session, on: display)
        recomputePreviewForMarks(in: session, on: display)
    }

    /// The associations of the row under the cursor as a screen of its own, as they were left beside.
    mutating func takePreview(in session: inout Session, on display: Display) -> ProjectsScreen {
        defer { preview = nil }
        guard var kept = preview, kept.scope == scope else { return ProjectsScreen(scope, in: &session, on: display) }
        if kept.list.isNarrowed { kept.recompute(.shown, in: session, on: display) }
        return kept
    }
}

/// A row above the configurations.
enum HeadRow: Hashable, Sendable {
    /// A question about the account.
    case view(CoverageView)
    /// All configurations.
    case everything

    /// The rows from top to bottom.
    static let all = AccountViews.all.map(Self.view) + [.everything]

    /// What is listed beside.
    var scope: AssociationScope {
        switch self {
        case .view(let view): .view(view)
        case .everything: .all
        }
    }
}

/// What configurations are sorted by.
enum ConfigurationColumn: SortColumn {
    /// As the service lists them.
    case service
    /// The name.
    case name
    /// How many associations there are, the most first.
    case associations
    /// How many of them are marked, the most first.
    case marked
    /// How many of them failed, the most first.
    case failures

    var title: String {
        switch self {
        case .service: "the service's order"
        case .name: "CONFIGURATION"
        case .associations: "ASSOC"
        case .marked: "MARKED"
        case .failures: "failures"
        }
    }

    var letter: Character {
        switch self {
        case .service: "o"
        case .name: "c"
        case .associations: "a"
        case .marked: "m"
        case .failures: "f"
        }
    }

    var isAscending: Bool? {
        switch self {
        case .service, .failures: nil
        case .name: true
        case .associations, .marked: false
        }
    }
}

extension Inventory {
    /// The listed configurations in an order.
    fileprivate func configurations(by order: SortOrder<ConfigurationColumn>, _ session: Session) -> [ConfigurationNumber] {
        let rows =
            switch order.column {
            case .service: listed
            case .name: listed.map { (entries[Int($0)].configuration.name.lowercased(), $0) }.sorted { $0 < $1 }.map(\.1)
            case .associations: Self.most(listed) { entries[Int($0)].associations.count }
            case .marked: Self.most(listed) { session.account.marks.count(in: $0) }
            case .failures: Self.most(listed) { session.account.failures.count(in: $0) }
            }
        return order.isReversed ? rows.reversed() : rows
    }

    private static func most(_ numbers: [ConfigurationNumber], _ count: (ConfigurationNumber) -> Int) -> [ConfigurationNumber] {
        numbers.enumerated().map { (-count($1), $0, $1) }.sorted { $0 < $1 }.map(\.2)
    }
}
