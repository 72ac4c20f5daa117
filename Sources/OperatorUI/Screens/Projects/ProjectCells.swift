import InspectorCore
import Terminal
import TextSafety

/// What the columns say of a project.
struct ProjectCells {
    /// The configuration's name, where the row is an association.
    var configuration = ""
    private let resource: ResourceNumber
    private let session: Session
    private let layout: ProjectLayout
    private let statuses: RowStatuses

    init(_ resource: ResourceNumber, in session: Session, _ layout: ProjectLayout, _ statuses: RowStatuses) {
        (self.resource, self.session, self.layout, self.statuses) = (resource, session, layout, statuses)
    }

    private var inventory: Inventory { session.account.inventory }

    /// The cells, those beside each other that look alike in one span. What failed looks alike in all of its row.
    func spans(_ style: Style, isFailed: Bool) -> [Span] {
        var spans: [Span] = []
        for (kind, column) in layout.columns {
            let (text, own) = content(of: kind)
            let cell = column.cell(text)
            let mark = cell.prefix(cell.lengthWithoutPadding)
            guard let own, !isFailed, !mark.isEmpty else {
                spans.append(cell, style)
                continue
            }
            let lead = mark.prefix { $0 == " " }
            spans.append(String(lead), style)
            spans.append(String(mark.dropFirst(lead.count)), own)
            spans.append(String(cell.dropFirst(mark.count)), style)
        }
        return spans
    }

    /// The text of a cell, and how it looks where that says something of its own.
    private func content(of kind: ProjectColumn) -> (String, Style?) {
        let facts = inventory.facts
        switch kind {
        case .name: return (inventory.projectName(of: resource)?.terminalSafe ?? (layout.shows(.id) ? "" : id), nil)
        case .configuration: return (configuration, nil)
        case .id: return (id, nil)
        case .count: return (String(inventory.configurationCount(of: resource)), statuses.isLast(resource) ? .warning : nil)
        case .lastScan: return (facts.scanTime(of: resource).age(at: session.now), nil)
        case .scan:
            let word = facts.scanWord(of: resource)
            return (word.word, word.meaning.style)
        case .provider: return (text(.provider), nil)
        case .visibility: return (text(.visibility), nil)
        case .account: return (text(.account), nil)
        case .status: return ("", nil)
        }
    }

    private var id: String { layout.idText(inventory.resources[resource]) }

    private func text(_ fact: ScanFact) -> String { inventory.facts.text(fact, of: resource)?.terminalSafe ?? "" }
}

extension ScanWord.Meaning {
    /// How a word of this meaning looks.
    var style: Style? {
        switch self {
        case .ok: .success
        case .failing: .warning
        case .waiting, .off: .dim
        case .unknown: nil
        }
    }
}

extension [Span] {
    fileprivate mutating func append(_ text: String, _ style: Style) {
        if text.isEmpty { return }
        if let last, last.style == style { self[count - 1] = Span(last.text + text, style) } else { append(Span(text, style)) }
    }
}

extension String {
    /// How many characters there are up to the last that is no space.
    fileprivate var lengthWithoutPadding: Int { count - reversed().prefix { $0 == " " }.count }
}
