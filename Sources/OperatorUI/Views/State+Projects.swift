import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Headings and rows of a list of associations.
    func projectLines(_ list: ProjectList, _ pane: Pane) -> [Line] {
        let layout = ProjectLayout(list, self, width: pane.width)
        var lines = [
            Column.headings(
                layout.columns + [Column(title: "STATUS", width: layout.statusWidth - 1)], gutter: ProjectLayout.gutter,
                sorted: SortedColumn(list.order))
        ]
        if list.rows.isEmpty { return lines + emptyProjects(list, pane.width) }
        let range = list.range
        for row in list.viewport.top..<max(list.viewport.top, min(list.rows.count, list.viewport.top + listHeight)) {
            let mark = RowMark(isCurrent: row == list.viewport.cursor, isInRange: range?.contains(row) ?? false)
            lines.append(projectLine(list.rows[row], mark, layout, pane))
        }
        return lines
    }

    private func projectLine(_ id: AssociationID, _ mark: RowMark, _ layout: ProjectLayout, _ pane: Pane) -> Line {
        let resource = inventory.resources[id.resource]
        var cells = [String(inventory.configurationCount(of: id.resource))]
        if layout.showsId { cells.insert(layout.idText(resource), at: 0) }
        if layout.showsConfiguration { cells.insert(inventory.entries[Int(id.configuration)].configuration.name.terminalSafe, at: 0) }
        if layout.showsName { cells.insert(inventory.projectName(of: id.resource)?.terminalSafe ?? "", at: 0) }
        let text = zip(layout.columns, cells).map { $0.cell($1) }.joined()
        let failure = failures[id]
        let isMarked = marks.contains(id)
        let isFailed = failure?.isFailure ?? false
        let style: Style = isFailed ? failure?.style ?? .failed : isMarked || mark.isInRange ? .marked : .text
        let glyphs = (mark.isInRange ? "+" : isMarked ? "●" : " ") + (isFailed ? "✗ " : failure != nil ? "- " : "  ")
        return Line([mark.cursor(pane), Span(glyphs + text, style), statusSpan(id, failure, layout)])
    }

    private func statusSpan(_ id: AssociationID, _ failure: Outcome?, _ layout: ProjectLayout) -> Span {
        let width = layout.statusWidth
        if let failure { return Span(failure.statusText, failure.style).clipped(to: width) }
        switch RowStatuses(inventory)[id.resource] {
        case .unknownKind: return Span(strangeness(of: id.resource), .warning).clipped(to: width)
        case .lastConfiguration: return Span(layout.lastText)
        case .blank: return Span("")
        }
    }

    /// What is said of a row that cannot be marked.
    private func strangeness(of resource: ResourceNumber) -> String {
        if case .unknown(let member, _) = inventory.resources[resource], !member.isEmpty { return "unknown kind" }
        return "matches no project"
    }
}

/// Which columns a list of associations has, and how wide they are.
struct ProjectLayout {
    let columns: [Column]
    let showsName: Bool
    let showsConfiguration: Bool
    /// Details have the id where there is no room for it beside names, configurations and the status.
    let showsId: Bool
    let statusWidth: Int
    /// Cells in front of a row: the cursor, the mark, the failure, a space.
    static let gutter = 4

    /// Names get the room there is, and what failed gets what the longest name leaves; ids are whole where there is much of it, or when there are no names.
    init(_ list: ProjectList, _ state: State, width: Int) {
        showsConfiguration = list.scope == .all
        showsName = !state.inventory.namesState.isFailed || state.inventory.resources.hasNames
        isNarrow = width < 80 && showsName
        let isWide = width >= 110
        let idWidth = isNarrow ? 10 : isWide || !showsName && width >= 80 ? 44 : 17
        showsId = !(isNarrow && showsConfiguration && (width < 70 || !state.failures.isEmpty))
        var columns = [Column(title: "IN", width: 2, isRightAligned: true)]
        if showsId { columns.insert(Column(title: "PROJECT ID", width: idWidth), at: 0) }
        if showsConfiguration { columns.insert(Column(title: "CONFIGURATION", width: isWide ? 24 : 16, keepsEnd: true), at: 0) }
        var taken = columns.reduce(Self.gutter) { $0 + $1.width + 1 }
        if showsName {
            let room = width - taken - 1
            let longest = min(48, state.inventory.resources.longestName)
            let nameWidth = state.failures.isEmpty ? max(22, min(48, room - 18)) : max(14, min(longest, room - 31))
            columns.insert(Column(title: "PROJECT", width: nameWidth, keepsEnd: true), at: 0)
            taken += nameWidth + 1
        }
        self.columns = columns
        statusWidth = max(1, width - taken)
    }

    private let isNarrow: Bool

    /// A resource's id; where there is little room, without the word that all of them begin with.
    func idText(_ resource: AssociationResource) -> String {
        isNarrow && resource.projectId != nil ? String(resource.idText.trimmingPrefix("project-")) : resource.idText
    }

    /// What is said of a project that is in no other configuration.
    var lastText: String {
        statusWidth >= 18 ? "last configuration" : "last".clipped(to: statusWidth)
    }
}

extension Span {
    /// The span in at most so many cells.
    fileprivate func clipped(to columns: Int) -> Span { Span(text.clipped(to: columns), style) }
}

extension AssociationResource {
    /// The project's id, or the unknown member with its value, as it may be drawn.
    var idText: String { words.terminalSafe }
}

extension Outcome {
    /// Why, without what a heading has already.
    var reasonText: String {
        switch self {
        case .succeeded: ""
        case .failed(_, let message): (message ?? "").terminalSafe
        case .notConfirmed(_, let asOf): "as of \(asOf)".terminalSafe
        case .unresolved(let reason): reason.sentence.terminalSafe
        case .notSent(.notDone(let detail)): detail.terminalSafe
        case .notSent(let reason): reason.sentence.terminalSafe
        }
    }

    /// "ACCESS_DENIED  Not allowed to…": the code, then the message; or what else became of it, and why.
    package var statusText: String {
        switch self {
        case .succeeded: "done"
        case .failed: "\(groupTitle)  \(reasonText)"
        case .notConfirmed: "\(groupTitle) \(reasonText)"
        case .unresolved, .notSent: "\(groupTitle): \(reasonText)"
        }
    }
}
