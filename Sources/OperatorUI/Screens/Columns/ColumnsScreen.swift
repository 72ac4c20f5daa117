import InspectorCore
import Terminal

/// The columns of lists of projects: which are shown, and which one the list below is sorted by.
struct ColumnsScreen: ListScreen {
    var list = List(ProjectColumn.allCases, sortedBy: Unsorted.asGiven)
    /// What the list below shows.
    let rows: ProjectLayout.Rows
    /// How the list below is to be sorted; nothing where it is no list of projects.
    private(set) var order: SortOrder<ProjectColumn>?

    init(_ rows: ProjectLayout.Rows, order: SortOrder<ProjectColumn>?) {
        (self.rows, self.order) = (rows, order)
    }

    var screen: Screen { .columns(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .list(.mark): availabilityOfChoice
        case .list(.clearMarks), .list(.columns): .enabled
        case .list(.sort), .list(.reverse): .when(order != nil, else: "Open a list of associations first: it is sorted from here.")
        case .move, .open, .back, .refresh, .copy, .export, .list, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    private var availabilityOfChoice: Availability {
        .when(list.current.map(ColumnChoice.offered.contains) ?? false, else: "This column is always shown.")
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): return move(motion, on: display)
        case .list(.mark): return toggle(in: &session, on: display)
        case .list(.clearMarks):
            session.columns = ColumnChoice()
            return [.inform("All columns are automatic again: they come and go with the width.")]
        case .list(.columns): return [.close]
        case .list(.sort): return sort()
        case .list(.reverse): return reverse()
        case .open, .back, .refresh, .copy, .export, .list, .run, .program: return performUsual(command, in: &session)
        }
    }

    /// Space: shows the column, or hides it.
    private mutating func toggle(in session: inout Session, on display: Display) -> [Action] {
        guard let column = list.current else { return [] }
        let isShown = layout(in: session, on: display).shows(column)
        session.columns[column] = !isShown
        if !isShown, !layout(in: session, on: display).shows(column) {
            return [.warn("\(column.title) does not fit: hide another column, or widen the terminal.")]
        }
        return []
    }

    /// s: sorts the list below by the column under the cursor.
    private mutating func sort() -> [Action] {
        guard let column = list.current else { return [] }
        let new = SortOrder(column)
        order = new
        return [.inform("Sorted by \(new.words). =: reverse.")]
    }

    private mutating func reverse() -> [Action] {
        order?.isReversed.toggle()
        return order.map { [.inform("Sorted by \($0.words).")] } ?? []
    }

    private func layout(in session: Session, on display: Display) -> ProjectLayout {
        ProjectLayout(
            rows, session, sortedBy: order?.column, width: (rows == .projects ? display.widePane : display.rightPane(isFocused: true)).width
        )
    }
}

extension ColumnsScreen {
    func view(in scene: Scene) -> ScreenView {
        let layout = layout(in: scene.session, on: scene.display)
        let lines =
            [Line("   COLUMN          SHOWN", .header)]
            + list.visibleRows(height: scene.display.listHeight).map { row in
                self.row(row, line(of: row, layout, scene), in: scene, barOver: list.rows[row].title)
            }
        var view = view(titled: "columns", lines, in: scene)
        view.hints =
            scene.hints(.list(.mark), as: "show or hide")
            + (order == nil ? [] : scene.hints(.list(.sort), as: "sort by it") + scene.hints(.list(.reverse)))
        view.hints += scene.hints(.list(.clearMarks), as: "all automatic") + scene.hints(.open, as: "close")
        return view
    }

    private func line(of row: Int, _ layout: ProjectLayout, _ scene: Scene) -> Line {
        let column = list.rows[row]
        let isShown = layout.shows(column)
        let arrow = order.flatMap { $0.column == column ? SortedColumn($0)?.arrow : nil } ?? ""
        let words = words(column, isShown, scene.session.columns)
        return Line([
            Span(" "), Span(isShown ? "● " : "  ", .marked), Span((column.title + arrow).padded(to: 16), isShown ? .text : .dim),
            Span(words.padded(to: 28), .dim), Span(scene.display.size.columns < 100 ? "" : column.meaning, .dim),
        ])
    }

    private func words(_ column: ProjectColumn, _ isShown: Bool, _ choice: ColumnChoice) -> String {
        if !ColumnChoice.offered.contains(column) { return "always" }
        switch choice[column] {
        case true?: return isShown ? "yes" : "yes, when it fits"
        case false?: return "no"
        case nil: return isShown ? "automatic" : "automatic, hidden now"
        }
    }
}
