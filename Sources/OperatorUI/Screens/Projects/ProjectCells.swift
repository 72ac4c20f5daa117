import InspectorCore
import Terminal
import TextSafety

/// What the columns say of a project.
struct ProjectCells {
    /// The configuration's name, where the row is an association.
    var configuration = ""
    /// What the list's filter looks for: of a text that is cut, the part that has it is shown.
    var emphasis: [Emphasis] = []
    private let resource: ResourceNumber
    private let session: Session
    private let layout: ProjectLayout
    private let statuses: RowStatuses

    init(_ resource: ResourceNumber, in session: Session, _ layout: ProjectLayout, _ statuses: RowStatuses) {
        (self.resource, self.session, self.layout, self.statuses) = (resource, session, layout, statuses)
    }

    private var inventory: Inventory { session.account.inventory }

    /// The cells of so many columns, those beside each other that look alike in one span; the name looks as given.
    func spans(_ nameStyle: Style, columns: Int = .max) -> [Span] {
        var spans: [Span] = []
        for (place, (kind, column)) in layout.columns.prefix(columns).enumerated() {
            let (text, own) = content(of: kind)
            let cell = column.cell(text, showing: emphasis.filter { $0.column == nil || $0.column == kind })
            let style = place == 0 ? nameStyle : own
            let mark = cell.prefix(cell.lengthWithoutPadding)
            let lead = mark.prefix { $0 == " " }
            spans.append(String(lead), .text)
            spans.append(String(mark.dropFirst(lead.count)), style)
            spans.append(String(cell.dropFirst(mark.count)), .text)
        }
        return spans
    }

    /// The name, or the id in its place.
    var name: String { layout.columns.first.map { content(of: $0.kind).text } ?? "" }

    /// The text of a cell, and how it looks: what is the same on most rows stands back.
    private func content(of kind: ProjectColumn) -> (text: String, style: Style) {
        let facts = inventory.facts
        switch kind {
        case .name: return (inventory.projectName(of: resource)?.terminalSafe ?? (layout.shows(.id) ? "" : id), .text)
        case .configuration: return (configuration, .text)
        case .id: return (id, .dim)
        case .count: return (String(inventory.configurationCount(of: resource)), statuses.isLast(resource) ? .warning : .text)
        case .lastScan: return (facts.scanTime(of: resource).age(at: session.now), .text)
        case .scan:
            let word = facts.scanWord(of: resource)
            return (word.word, word.meaning.style)
        case .provider: return (text(.provider), .dim)
        case .visibility: return (text(.visibility), .dim)
        case .account: return (text(.account), .dim)
        case .status: return ("", .text)
        }
    }

    private var id: String { inventory.resources[resource].shortID }

    private func text(_ fact: ScanFact) -> String { inventory.facts.text(fact, of: resource)?.terminalSafe ?? "" }
}

extension ScanWord.Meaning {
    /// How a word of this meaning looks.
    var style: Style {
        switch self {
        case .failing: .warning
        case .ok, .waiting, .off: .dim
        case .unknown: .text
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
