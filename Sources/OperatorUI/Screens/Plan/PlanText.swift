import InspectorCore
import Terminal
import TextSafety

/// A plan in lines: what and how much, warnings first, where, who, what it does to coverage, then every target by configuration.
struct PlanText {
    let screen: PlanScreen
    /// The lines above the first configuration.
    let head: [PlanLine]
    /// The lines below the last target.
    let tail: [PlanLine]
    /// Where account and region stand.
    let identityLines: Range<Int>
    private let page: Page

    /// The plan's text.
    init(_ screen: PlanScreen, _ page: Page, in session: Session) {
        (self.screen, self.page) = (screen, page)
        let head = PlanHead(screen, page, in: session)
        let (introduction, numbers) = (head.introduction, head.coverage + head.configurations)
        let column = max(page.columns / 2, 4 + (numbers.lazy.map(\.line.displayWidth).max() ?? 0))
        let isWide =
            page.columns >= Self.wide && !page.isHeard && page.columns - column >= Self.leastPlace && numbers.contains { $0.item != nil }
        let place = isWide ? PlanHead(screen, Page(columns: page.columns - column), in: session) : head
        identityLines = introduction.count..<introduction.count + place.identity.count
        let lines = place.identity + place.scope
        let middle = isWide ? Self.beside(numbers, lines, at: column) : lines.map { PlanLine(line: $0) } + numbers
        self.head = introduction.map { PlanLine(line: $0) } + middle + head.choice
        tail = head.parts
    }

    /// In so many columns, where it is sent to stands beside the numbers.
    fileprivate static let wide = Display.twoPaneColumns - 1
    /// The fewest cells that where it is sent to is told in.
    private static let leastPlace = 50

    /// Two blocks side by side; the left one ends in an empty line.
    private static func beside(_ left: [PlanLine], _ right: [Line], at column: Int) -> [PlanLine] {
        (0..<max(left.count, right.count + 1)).map { row in
            let start = row < left.count ? left[row] : PlanLine(line: .empty)
            guard row < right.count else { return start }
            return PlanLine(line: Line(start.line.padded(to: column).spans + right[row].spans), item: start.item)
        }
    }

    private var draft: PlanDraft { screen.draft }

    /// Everything; the lines of targets are made when they are seen.
    var text: LazyText {
        var text = LazyText(head.map(\.line))
        let columns = PlanColumns(screen, page)
        text.append(screen.rows.lineCount) { number in
            switch screen.rows.item(onLine: number) {
            case .heading(let group)?: columns.heading(of: draft.groups[group])
            case .target(let place)?: columns.line(of: place)
            case .number?, nil: .empty
            }
        }
        text.append(tail.map(\.line))
        appendAlreadyDone(to: &text, columns)
        return text
    }

    /// What a line stands for; nothing for words alone.
    func item(onLine line: Int) -> PlanItem? {
        if line < head.count { return head[max(0, line)].item }
        let below = line - head.count - screen.rows.lineCount
        return tail.indices.contains(below) ? tail[below].item : screen.rows.item(onLine: line - head.count)
    }

    /// The line of a target; nothing when it is not shown.
    func line(of place: Int) -> Int? { screen.rows.line(of: place).map { $0 + head.count } }

    /// What nothing is sent for, after everything else.
    private func appendAlreadyDone(to text: inout LazyText, _ columns: PlanColumns) {
        let done = draft.whole.alreadyDone
        guard !done.isEmpty else { return }
        let state =
            switch draft.whole.action {
            case .disassociate: "Not associated"
            case .associate: "Already associated"
            case .move: "Already as planned"
            }
        text.append([Line.empty, Line(" \(state), so nothing is sent  \(done.count.counted("association"))", .header)])
        text.append(done.count) { columns.line(of: done[$0]) }
    }
}

/// A line above the targets of a plan.
struct PlanLine {
    let line: Line
    /// What it stands for; nothing for words alone.
    var item: PlanItem?
}

/// How the targets of a plan stand in columns.
private struct PlanColumns {
    private let screen: PlanScreen
    private let page: Page
    private let (name, remark): (Column, Column)
    private let idWidth: Int

    init(_ screen: PlanScreen, _ page: Page) {
        (self.screen, self.page) = (screen, page)
        let room = page.columns - Self.gutter - 1
        let hasNotes = screen.draft.hasRemarks || screen.isMove
        let remarkWidth = hasNotes ? (page.columns >= PlanText.wide ? Self.wideRemark : 19) : 0
        let names = room - (remarkWidth == 0 ? 0 : remarkWidth + 1)
        let nameWidth = max(min(48, names), min(screen.longestName, names - Self.widestId - 1))
        idWidth = names - nameWidth - 1 >= Self.leastId ? names - nameWidth - 1 : 0
        name = Column(title: "", width: idWidth == 0 ? names : nameWidth, keepsEnd: true)
        remark = Column(title: "", width: remarkWidth)
    }

    /// The cursor's column, the glyph, and a space before each.
    private static let gutter = 4
    /// Room for more than one remark, or one and that the target is left out.
    private static let wideRemark = 34
    /// How long a project's id is without the word that all of them begin with; in less room than the second number there is none, and names
    /// have it.
    private static let (widestId, leastId) = (36, 20)

    /// A configuration and how many associations follow; the count stays in sight whatever the name.
    func heading(of group: DraftGroup) -> Line {
        let first = screen.draft.whole.targets[group.places.lowerBound]
        let place = screen.part(of: group.places.lowerBound).map { "\($0.name): " } ?? ""
        let name = (place + (first.configurationName ?? group.scanConfigurationArn)).terminalSafe
        let count = group.words + screen.suffix(of: group)
        return Line(" \(name.clippedInMiddle(to: max(10, page.columns - count.displayWidth - 4)))  \(count)", .header)
    }

    /// A target of the plan, with what a warning says about it, or that it is left out.
    func line(of place: Int) -> Line {
        let (draft, target) = (screen.draft, screen.draft.whole.targets[place])
        let (isOut, remarks) = (draft.leftOut.contains(place), draft.remarks(on: place))
        let style: Style = isOut ? .dim : .text
        let glyph = Span(isOut ? " - " : remarks.isEmpty ? "   " : " ! ", isOut ? .dim : .warning)
        return Line([Span(" "), glyph, cell(of: target, style)] + notes(on: place, isOut, remarks) + [id(of: target)])
            .emphasizing(screen.find.emphasis)
    }

    /// The way of a project in a move, and what a warning says about the target; of one that is left out, that it is.
    private func notes(on place: Int, _ isOut: Bool, _ remarks: [TargetRemark]) -> [Span] {
        if remark.width == 0 { return [] }
        let shown = isOut && remark.width < Self.wideRemark ? [] : remarks.map(\.words)
        let words = ((isOut ? ["left out"] : []) + shown).joined(separator: ", ")
        let way = isOut ? "" : way(of: place)
        let rest = Column(title: "", width: remark.width - way.displayWidth - 2)
        if way.isEmpty { return [Span(remark.cell(words), isOut ? .dim : .warning)] }
        return rest.width > 0 ? [Span(way + "  ", .dim), Span(rest.cell(words), .warning)] : [Span(remark.cell(way), .dim)]
    }

    /// Where a move takes the project of a target: "→ default-scan", or where it comes from, "← payments-nightly".
    private func way(of place: Int) -> String {
        guard screen.isMove else { return "" }
        let draft = screen.draft
        let partners = draft.cover(of: place).map { [$0] } ?? draft.origins(of: place)
        let names = partners.map { $0.configurationName ?? $0.association.scanConfigurationArn }
        if names.isEmpty { return "" }
        return (draft.whole.change(of: draft.whole.targets[place]) == .associate ? "← " : "→ ")
            + names.joined(separator: ", ").terminalSafe.clippedInMiddle(to: remark.width - 2)
    }

    /// A target that nothing is sent for.
    func line(of target: PlanTarget) -> Line { Line([Span("    "), cell(of: target, .text), id(of: target)]) }

    /// The name; the id in its place where there is none, or where only that has what is looked for and no column shows it.
    private func cell(of target: PlanTarget, _ style: Style) -> Span {
        let id = target.association.resource.shortID
        guard let projectName = target.projectName?.terminalSafe else {
            return Span(name.cell(idWidth == 0 ? id : "", showing: screen.find.emphasis), style)
        }
        let isOnlyInID = idWidth == 0 && id.isFound(screen.find.emphasis) && !projectName.isFound(screen.find.emphasis)
        return Span(name.cell(isOnlyInID ? "\(projectName) \(id)" : projectName, showing: screen.find.emphasis), style)
    }

    private func id(of target: PlanTarget) -> Span {
        if idWidth == 0 { return Span("") }
        let cell = Column(title: "", width: idWidth, keepsEnd: true).cell(
            target.association.resource.shortID, showing: screen.find.emphasis)
        return Span(String(cell.trimmingTrailingSpaces), .dim)
    }
}

extension PlanScreen {
    /// Whether projects are associated first, and then disassociated.
    var isMove: Bool { draft.whole.action == .move }

    /// Which of the two things a move does with a configuration's associations, behind how many they are.
    func suffix(of group: DraftGroup) -> String {
        guard isMove else { return "" }
        return switch group.change {
        case .associate: ", associated first"
        case .disassociate: ", then disassociated"
        }
    }
}

extension DraftGroup {
    /// "59 of 180 associations": how many of them are sent.
    var words: String {
        count == places.count ? count.counted("association") : "\(count.grouped) of \(places.count.counted("association"))"
    }
}
