import InspectorCore
import Terminal
import TextSafety

/// A list whose rows stand for associations: of one each, or of all that a configuration has. What can be marked, filtered and sorted.
protocol AssociationListScreen: ListScreen {
    /// What a filter of this list chooses from.
    func filterPlace(in session: Session) -> FilterPlace
    /// Computes rows anew.
    mutating func recompute(_ part: ListPart, in session: Session, on display: Display)
    /// The columns that the list can be sorted by now: those that tell its rows apart. Of those that are not shown, only with `alsoHidden`.
    func sortColumns(alsoHidden: Bool, in session: Session, on display: Display) -> [Key]
    /// Every association that the rows shown stand for, or those of a range of rows.
    func associations(inRows range: ClosedRange<Int>?, in session: Session) -> AssociationRows
    /// Those marks that the list would show without its filter, and does not show.
    func hiddenMarks(in session: Session) -> Marks
    /// The rows on which something failed, ascending.
    func failedRows(in session: Session) -> [Int]
    /// Marks or unmarks what the cursor is on, and steps down.
    mutating func markCurrent(in session: inout Session, on display: Display) -> [Action]
    /// The columns to choose from here, and the order that a choice there changes.
    func columnsScreen(in session: Session, on display: Display) -> ColumnsScreen
    /// What is marked and hidden, for the line above the key hints; nothing when nothing is marked.
    func markWords(in session: Session, isShort: Bool) -> String?
    /// Why a range cannot start here.
    var rangeRefusal: String? { get }
    /// Why nothing here can be marked, where there is no row.
    var emptyReason: String { get }
    /// The ARN of the configuration that rows of an import mean which name none; without it they mean every one of their project.
    func importConfiguration(in session: Session) -> String?
    /// Goes to the other of two panes.
    mutating func goToOtherPane(in session: inout Session, on display: Display) -> [Action]
}

/// Which of a list's rows are computed anew.
enum ListPart: Hashable {
    /// All rows and their order.
    case everything
    /// Those that are shown.
    case shown
    /// Those that are shown, some of which a narrower filter takes away.
    case narrowed
}

/// What lists of projects do that have no rule of their own.
extension AssociationListScreen {
    func rowAvailability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .open: .when(list.current != nil, else: "There is no row to open.")
        case .list(let command): availability(of: command, in: session, on: display)
        case .copy: .when(list.current != nil, else: "There is no row to copy from.")
        case .export: .when(!list.rows.isEmpty, else: "There is nothing to export.")
        case .move, .back, .refresh, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    mutating func performOnRows(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): move(motion, on: display)
        case .back: widen(in: session, on: display) ? [] : [.close]
        case .list(let command): perform(command, in: &session, on: display)
        case .open, .refresh, .copy, .export, .run, .program: performUsual(command, in: &session)
        }
    }
}

extension AssociationListScreen {
    /// Applies the filter at every letter; Enter keeps one without a mistake, Esc clears it. Any other prompt is for a file name.
    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed(let prompt) where prompt.purpose == .filter:
            setFilter(Filter(prompt.text, in: filterPlace(in: session), after: list.filter.expression), in: session, on: display)
        case .cancelled(let prompt) where prompt.purpose == .filter: setFilter(Filter(), in: session, on: display)
        case .accepted(let prompt) where prompt.purpose == .filter:
            guard list.filter.mistake == nil else { return [.warn("Correct the filter, or clear it with Esc.")] }
            session.filterHistory.add(prompt.text)
            list.anchorCursor(keepsOld: true)
            return [.prompt(nil)]
        case .accepted(let prompt) where prompt.isSort:
            return [.prompt(nil)] + sort(byLetter: prompt.text, in: &session, on: display)
        case .changed(let prompt) where prompt.isSort, .cancelled(let prompt) where prompt.isSort: return []
        case .accepted(let prompt) where prompt.isImport: return importMarks(from: prompt.text, in: &session)
        case .changed(let prompt) where prompt.isImport: return []
        case .cancelled(let prompt) where prompt.isImport: return [.inform("Nothing was marked.")]
        case .changed, .cancelled, .accepted: return Export.typed(input)
        }
        return []
    }

    func importConfiguration(in session: Session) -> String? { nil }

    /// i and a name: reads the file, whose rows without a configuration mean this list's; no name stands for the last session's marks.
    private func importMarks(from path: String, in session: inout Session) -> [Action] {
        if path.trimmed.isEmpty {
            guard let kept = session.keptMarks, !kept.isEmpty else { return [.warn("Type the name of a file; Tab completes it.")] }
            return [.prompt(nil), .notice(session.takeKeptMarks()), .marksChanged]
        }
        let number = session.account.imports.begin(importConfiguration(in: session))
        return [.prompt(nil), .inform("Reading \(path.terminalSafe) …"), .effect(.readMarks(number: number, path: path))]
    }

    private mutating func setFilter(_ new: Filter, in session: Session, on display: Display) {
        let part: ListPart = new.narrows(list.filter) ? .narrowed : .shown
        list.setFilter(new)
        recompute(part, in: session, on: display)
    }

    /// The texts that Tab may make of a filter.
    func completions(of text: String, in session: Session) -> [String] {
        FilterCompletion(in: filterPlace(in: session), values: session.account.knownValues).candidates(for: text)
    }

    /// Esc: drops a range, then a filter; says whether there was one.
    mutating func widen(in session: Session, on display: Display) -> Bool {
        if list.dropRange() { return true }
        if list.filter.text.isEmpty { return false }
        setFilter(Filter(), in: session, on: display)
        return true
    }

    /// What is possible with rows.
    func availability(of command: ListCommand, in session: Session, on display: Display) -> Availability {
        switch command {
        case .mark, .markAll, .invert, .range:
            if let reason = Self.markingRefusal(session) { return .disabled(reason) }
            return .when(!list.rows.isEmpty, else: emptyReason)
        case .clearMarks:
            if let reason = Self.markingRefusal(session) { return .disabled(reason) }
            return .when(!session.account.marks.isEmpty || !session.account.clearedMarks.isEmpty, else: "Nothing is marked.")
        case .importMarks: return .unless(Self.markingRefusal(session) ?? session.importRefusal)
        case .filter, .sort, .sortBy, .sortLeft, .sortRight, .reverse, .columns, .onlyMarked: return .enabled
        case .nextFailed, .previousFailed: return .when(session.account.failures.hasFailures, else: "Nothing failed.")
        case .otherPane: return .when(display.hasTwoPanes, else: "Two panes need 120 columns. Use Enter and Esc instead.")
        case .associate: return associatingAvailability(in: session)
        case .plan:
            if let reason = session.planningRefusal { return .disabled(reason) }
            return .when(!session.account.marks.isEmpty, else: "Nothing is marked: \(session.key(.list(.mark))) marks a row.")
        }
    }

    /// Why no mark can change now; nothing when marks can.
    static func markingRefusal(_ session: Session) -> String? {
        session.run == nil ? nil : "Marks cannot change while a run is in progress. \(session.key(.program(.stop))) stops it."
    }
}
