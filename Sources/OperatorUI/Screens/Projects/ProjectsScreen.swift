import InspectorCore
import Terminal

/// The associations of one configuration, or of all.
struct ProjectsScreen: AssociationListScreen {
    /// Which associations are listed.
    let scope: AssociationScope
    /// The associations.
    var list = List(AssociationRows(), sortedBy: ProjectColumn.name)
    /// The associations of the scope by project, as last computed.
    @Cached private var groups: ProjectGroups? = nil

    var screen: Screen { .projects(self) }

    func filterPlace(in session: Session) -> FilterPlace { session.isFleet ? .associationsOfSessions : .associations }

    func importConfiguration(in session: Session) -> String? {
        guard case .configuration(let number) = scope else { return nil }
        return session.account.inventory.entries[Int(number)].configuration.scanConfigurationArn
    }

    /// The associations of a scope, the cursor on the first.
    init(_ scope: AssociationScope, in session: inout Session, on display: Display) {
        self.scope = scope
        if case .view(.scanFailing) = scope { list.order = SortOrder(.scan) }
        if case .view(.notScanned) = scope { list.order = SortOrder(.lastScan) }
        list.setFilter(Filter(session.preferences.filter, in: filterPlace(in: session)))
        session.account.updateRankings()
        session.account.updateViews(now: session.now)
        recompute(.everything, in: session, on: display)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .rowsChanged: recompute(.everything, in: session, on: display)
        case .marksChanged: if list.isNarrowed, session.account.marks.isEmpty { list.hiddenMarks = 0 }
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .uncovered(by: .columns(let chooser)): if let order = chooser.order { sort(by: order, in: &session, on: display) }
        case .frameDue, .uncovered, .event: break
        }
        return []
    }

    /// Computes rows anew; the cursor stays on its association. A filter that only narrows is looked up among the rows that are shown.
    mutating func recompute(_ part: ListPart, in session: Session, on display: Display) {
        let all = part == .everything ? sorted(session) : list.all
        guard list.isNarrowed else {
            list.hiddenMarks = 0
            return list.show(all, of: all, height: display.listHeight)
        }
        let rows = chosen(among: part == .narrowed ? list.rows : all, session, on: display)
        let marked = scope.markCount(in: session)
        list.hiddenMarks = marked == 0 ? 0 : marked - rows.count(where: session.account.marks.contains)
        list.show(rows, of: all, height: display.listHeight)
    }

    func hiddenMarks(in session: Session) -> Marks {
        guard list.hiddenMarks > 0 else { return Marks() }
        var marks = scope.marks(in: session)
        marks.remove(MarkableRows(list.rows, in: session.account.inventory))
        return marks
    }

    private mutating func sorted(_ session: Session) -> AssociationRows {
        if groups?.revision != session.account.inventory.revision { groups = scope.groups(in: session) }
        if list.order.column == .configuration || !session.account.inventory.isLoading {
            groups?.prepareConfigurations(session.account.index.ranking)
        }
        return groups.map { RowOrder(session.account, $0).rows(by: list.order) } ?? AssociationRows()
    }

    private func chosen(among candidates: AssociationRows, _ session: Session, on display: Display) -> AssociationRows {
        let marked = list.showsMarkedOnly ? candidates.filter { session.account.marks.contains($1) } : candidates
        let columns = layout(in: session, width: display.rightPane(isFocused: true).width).columns.map(\.kind)
        return RowMatcher(
            list.filter, session.account, columns: columns, seesConfigurations: scope.hasSeveralConfigurations, now: session.now
        ).rows(among: marked)
    }
}

extension AssociationScope {
    /// Its associations by project.
    func groups(in session: Session) -> ProjectGroups {
        let inventory = session.account.inventory
        switch self {
        case .all: return ProjectGroups(inventory, configurations: inventory.listed)
        case .configuration(let number): return ProjectGroups(inventory, configurations: [number])
        case .view(let view):
            let projects = session.account.members(of: view, now: session.now).projects
            return ProjectGroups(inventory, configurations: inventory.listed, projects: projects)
        }
    }

    /// Those of its associations that are marked.
    fileprivate func marks(in session: Session) -> Marks {
        switch self {
        case .all: session.account.shownMarks
        case .configuration(let number): session.account.marks.only(number)
        case .view(let view): session.account.marks.only(session.account.members(of: view, now: session.now).projects)
        }
    }

    /// How many of its associations are marked.
    fileprivate func markCount(in session: Session) -> Int {
        switch self {
        case .all: session.account.inventory.listed.reduce(0) { $0 + session.account.marks.count(in: $1) }
        case .configuration(let number): session.account.marks.count(in: number)
        case .view(let view): session.account.marks.count(of: session.account.members(of: view, now: session.now).projects)
        }
    }
}
