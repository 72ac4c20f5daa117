import InspectorCore
import Terminal

extension State {
    /// Headings and rows of a list of associations.
    func projectLines(_ list: ProjectList) -> [Line] {
        let layout = projectLayout(list)
        var lines = [Column.headings(layout.columns + [Column(title: "STATUS", width: layout.statusWidth)], gutter: Self.gutter)]
        if list.rows.isEmpty { return lines + emptyProjects(list.scope) }
        let end = min(list.rows.count, list.viewport.top + listHeight)
        for row in list.viewport.top..<max(list.viewport.top, end) {
            lines.append(projectLine(list.rows[row], isCurrent: row == list.viewport.cursor, layout))
        }
        return lines
    }

    private struct ProjectLayout {
        var columns: [Column]
        var showsName: Bool
        var showsConfiguration: Bool
        var statusWidth: Int
    }

    /// Names get the room there is; ids are whole on wide terminals, or when there are no names.
    private func projectLayout(_ list: ProjectList) -> ProjectLayout {
        let showsConfiguration = list.scope == .all
        let showsName = !inventory.namesState.isFailed
        let isWide = size.columns >= 120
        var columns = [
            Column(title: "PROJECT ID", width: isWide || !showsName ? 44 : 17), Column(title: "IN", width: 2, isRightAligned: true),
        ]
        if showsConfiguration { columns.insert(Column(title: "CONFIGURATION", width: isWide ? 24 : 16), at: 0) }
        var taken = columns.reduce(Self.gutter) { $0 + $1.width + 1 }
        if showsName {
            let nameWidth = max(14, min(48, size.columns - taken - 1 - (failures.isEmpty ? 18 : 31)))
            columns.insert(Column(title: "PROJECT", width: nameWidth), at: 0)
            taken += nameWidth + 1
        }
        return ProjectLayout(
            columns: columns, showsName: showsName, showsConfiguration: showsConfiguration, statusWidth: max(0, size.columns - taken))
    }

    private func projectLine(_ id: AssociationID, isCurrent: Bool, _ layout: ProjectLayout) -> Line {
        let resource = inventory.resources.resources[Int(id.resource)]
        var cells = [resource.idText, inCount(id.resource)]
        if layout.showsConfiguration { cells.insert(inventory.entries[Int(id.configuration)].configuration.name.harmless, at: 0) }
        if layout.showsName { cells.insert(inventory.projectName(of: id.resource)?.harmless ?? "", at: 0) }
        let text = zip(layout.columns, cells).map { $0.cell($1) }.joined()
        let failure = failures[id]
        let isMarked = marks.contains(id)
        let style: Style = failure != nil ? .failed : isMarked ? .marked : .text
        let glyph = failure != nil ? "✗ " : isMarked ? "● " : "  "
        return Line([Span(isCurrent ? "▸" : " ", .cursor), Span(glyph + text, style), statusSpan(id, failure)])
    }

    private func inCount(_ resource: ResourceNumber) -> String {
        String(inventory.configurationCount(of: resource))
    }

    private func statusSpan(_ id: AssociationID, _ failure: Outcome?) -> Span {
        if let failure { return Span(failure.statusText, .failed) }
        if inventory.resources.resources[Int(id.resource)].projectId == nil { return Span("unknown kind", .warning) }
        let isLast = inventory.isComplete && inventory.configurationCount(of: id.resource) == 1
        return isLast ? Span("last configuration", .warning) : Span("")
    }

    private func emptyProjects(_ scope: ProjectList.Scope) -> [Line] {
        let state: ListingState =
            switch scope {
            case .all: inventory.isLoading ? .loading : .complete
            case .configuration(let number): inventory.entries[Int(number)].state
            }
        switch state {
        case .loading: return wrapped("Listing…", .dim)
        case .complete: return wrapped("No project is associated here.", .dim)
        case .failed(let error): return wrapped(error.sentence, .failed) + wrapped("r tries again.", .dim)
        }
    }
}

extension AssociationResource {
    /// The project's id, or the unknown member with its value.
    var idText: String {
        switch self {
        case .projectId(let id): id.harmless
        case .unknown(let member, let value): "\(member): \(value.text)".harmless
        }
    }
}

extension JSONValue {
    /// The value as it would stand in JSON, near enough to be recognized.
    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): value
        case .array(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.sorted { $0.key < $1.key }.map { "\($0): \($1.text)" }.joined(separator: ", ") + "}"
        }
    }
}

extension Outcome {
    /// "ACCESS_DENIED  Not allowed to…": the code, then the message.
    package var statusText: String {
        switch self {
        case .succeeded: "done"
        case .failed(let code, let message): "\(code.rawValue)  \(message ?? "")".harmless
        case .unresolved(let reason): "unresolved: \(reason.sentence)".harmless
        case .notSent(let reason): "not sent: \(reason.sentence)".harmless
        }
    }
}
