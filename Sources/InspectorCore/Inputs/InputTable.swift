import TextSafety

/// What an input names, as it was read: rows of spellings, which ``input(in:configurations:context:)`` looks up.
///
/// A row takes 32 bytes, so that a million of them take 32 MB.
package struct InputTable: Hashable, Sendable {
    /// A text of the input and the line on which it stands first.
    struct Spelling: Hashable, Sendable {
        let text: String
        let line: Int
        /// The place of its column among ``titles``; in JSON the byte of the line, from 1; -1 where there is neither.
        var column: Int32 = -1
    }

    /// One project, and the configuration that the row names beside it.
    struct Row: Hashable, Sendable {
        let project: Project
        let line: Int32
        /// The place of its configuration among ``configurations``; -1 when the row names none.
        let configuration: Int32
        /// The place of its column among ``titles``; in JSON the byte of the line, from 1; -1 where there is neither.
        let column: Int32
    }

    /// A project as it is spelled.
    enum Project: Hashable, Sendable {
        case id(PackedProject)
        /// The place of a repository's name among ``names``.
        case name(UInt32)
    }

    /// Where a row belongs.
    enum Part { case rows, covers, notAssociated }

    /// What the input is called in errors: a path, or `standard input`.
    package let name: String
    /// What is to be done with what it names; a plan or results of anything else are refused.
    package let action: RunAction
    /// The account of one of our documents.
    package var account: String?
    /// The region of one of our documents.
    package var region: String?
    /// Rows of a run's results that need nothing any more; they are not among the rows.
    package var leftOut = 0
    /// Whether the input is one page of a listing, and says that there are more.
    package var isOnePage = false
    private(set) var rows: [Row] = []
    /// What a move associates first, as its plan or results say.
    private(set) var covers: [Row] = []
    /// What a `--dry-run` document says is not associated.
    private(set) var notAssociated: [Row] = []
    private(set) var configurations: [Spelling] = []
    private(set) var names: [Spelling] = []
    /// What rows say beside that.
    private(set) var details = InputDetailRows()
    /// The titles of a table's columns; none where there is no table.
    var titles: [String] = []
    /// The parts of a document of several sessions, in its order; none of any other input.
    private(set) var sections: [InputSection] = []
    /// Whether it is JSON.
    var isJSON = false
    private(set) var problems = PlanInputProblems()
    /// Whether a problem concerns the input as a whole.
    private(set) var isRefused = false
    private var numbers: [String: Int32] = [:]
    private var last: (text: String, number: Int32) = ("", -1)

    /// An input of which nothing was read yet.
    init(name: String, for action: RunAction) { (self.name, self.action) = (name, action) }

    /// Whether it names nothing at all.
    var isEmpty: Bool { rows.isEmpty && notAssociated.isEmpty && leftOut == 0 }

    /// Whether it says itself where projects move.
    package var isWholeMove: Bool { !covers.isEmpty }

    /// Whether some row names its own configuration.
    var namesConfigurations: Bool { !configurations.isEmpty }

    package static func == (left: InputTable, right: InputTable) -> Bool {
        left.name == right.name && left.rows == right.rows && left.covers == right.covers && left.notAssociated == right.notAssociated
            && left.configurations == right.configurations && left.names == right.names && left.problems == right.problems
            && left.account == right.account && left.region == right.region && left.leftOut == right.leftOut
            && left.isOnePage == right.isOnePage && left.details == right.details && left.titles == right.titles
            && left.sections == right.sections
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(rows)
    }

    /// A value and the place of its column among the titles; in JSON the byte of the line, from 1; -1 where there is neither.
    struct Cell {
        let value: InputValue
        var column: Int32 = -1

        static let blank = Cell(value: .blank)
    }

    /// Takes a row in: a project, the configuration beside it, and what else it says.
    mutating func add(
        _ project: Cell, _ configuration: Cell, _ details: InputDetails = .none, line: Int, to part: Part = .rows
    ) {
        guard let name = self.project(project, line) else { return }
        guard let number = number(configuration, line) else { return }
        let row = Row(project: name, line: Int32(clamping: line), configuration: number, column: project.column)
        switch part {
        case .rows:
            self.details.add(details, row: rows.count)
            rows.append(row)
        case .covers: covers.append(row)
        case .notAssociated: notAssociated.append(row)
        }
    }

    /// Takes in what one of our documents says of its account and region.
    mutating func take(account: String?, region: String?, line: Int) {
        if let first = self.account, let account, first != account { return refuse(Self.mix("accounts", first, account, line)) }
        if let first = self.region, let region, first != region { return refuse(Self.mix("regions", first, region, line)) }
        (self.account, self.region) = (account ?? self.account, region ?? self.region)
    }

    /// Ends the part of one session of a document of several; what comes next is of another account or region.
    ///
    /// - Parameter start: Where its rows began.
    mutating func endSection(line: Int, from start: InputSection.Start) {
        sections.append(InputSection(account: account, region: region, line: line, start: start, end: place))
        (account, region) = (nil, nil)
    }

    /// Where rows that come next stand.
    var place: InputSection.Start {
        InputSection.Start(rows: rows.count, covers: covers.count, notAssociated: notAssociated.count)
    }

    /// A table of some of the rows, with the configurations that these name.
    func only(_ places: InputPlaces) -> InputTable {
        var part = InputTable(name: name, for: action)
        (part.titles, part.isJSON, part.isOnePage, part.names) = (titles, isJSON, isOnePage, names)
        var numbers: [Int32: Int32] = [:]
        func renumbered(_ row: Row) -> Row {
            guard row.configuration >= 0 else { return row }
            if numbers[row.configuration] == nil {
                numbers[row.configuration] = Int32(clamping: part.configurations.count)
                part.configurations.append(configurations[Int(row.configuration)])
            }
            return Row(project: row.project, line: row.line, configuration: numbers[row.configuration] ?? -1, column: row.column)
        }
        part.rows = places.rows.map { renumbered(rows[$0]) }
        part.covers = places.covers.map { renumbered(covers[$0]) }
        part.notAssociated = places.notAssociated.map { renumbered(notAssociated[$0]) }
        part.details = details.only(places.rows)
        return part
    }

    private static func mix(_ what: String, _ first: String, _ second: String, _ line: Int) -> PlanInputProblem {
        PlanInputProblem(line: line, reason: "this is for two \(what), \(first) and \(second): give a file for each")
    }

    /// The title of a column; nothing where there is no table.
    func title(_ column: Int32) -> String? { titles.indices.contains(Int(column)) ? titles[Int(column)] : nil }

    /// The byte of the line on which something stands in JSON; nothing in other texts.
    func position(_ column: Int32) -> Int? { isJSON && column > 0 ? Int(column) : nil }

    /// What is wrong with a value of a row.
    func problem(_ line: Int, _ column: Int32, _ reason: String) -> PlanInputProblem {
        PlanInputProblem(line: line, column: title(column), position: position(column), reason: reason)
    }

    /// A project's name; nothing for one that is named by its id.
    func name(_ project: Project) -> String? {
        if case .name(let place) = project { names[Int(place)].text } else { nil }
    }

    /// Notes a problem of a row.
    mutating func note(_ line: Int, column: Int32 = -1, _ reason: String) { problems.add(problem(line, column, reason)) }

    /// Notes a problem of the input as a whole: nothing of it is taken.
    mutating func refuse(_ problem: PlanInputProblem) {
        isRefused = true
        problems.add(problem)
    }

    private mutating func project(_ cell: Cell, _ line: Int) -> Project? {
        let (value, column) = (cell.value, cell.column)
        switch value {
        case .project(let project): return .id(project)
        case .text(let text):
            if let reason = text.reasonItIsNoName {
                note(line, column: column, reason)
                return nil
            }
            names.append(Spelling(text: text, line: line, column: column))
            return .name(UInt32(clamping: names.count - 1))
        case .blank:
            note(line, column: column, "this row names no project: a project ID (project- and a UUID) or a repository's name is missing")
        case .arn: note(line, column: column, "\(value.quoted) is the ARN of no project: give the project ID (project- and a UUID)")
        case .unreadable: note(line, column: column, "\(value.quoted) is not UTF-8 text: save the file as UTF-8")
        }
        return nil
    }

    /// The place of a configuration, -1 for none; nothing when it cannot be one.
    private mutating func number(_ cell: Cell, _ line: Int) -> Int32? {
        let (value, column) = (cell.value, cell.column)
        switch value {
        case .blank: return -1
        case .arn(let text), .text(let text): return number(of: text, line, column)
        case .project:
            note(line, column: column, "\(value.quoted) is a project ID where the ARN or name of a scan configuration is expected")
        case .unreadable: note(line, column: column, "\(value.quoted) is not UTF-8 text: save the file as UTF-8")
        }
        return nil
    }

    /// Neighbours mostly have the same configuration.
    private mutating func number(of text: String, _ line: Int, _ column: Int32) -> Int32 {
        if last.number >= 0, last.text == text { return last.number }
        let number = numbers[text] ?? Int32(clamping: configurations.count)
        if Int(number) == configurations.count {
            numbers[text] = number
            configurations.append(Spelling(text: text, line: line, column: column))
        }
        last = (text, number)
        return number
    }
}

extension String {
    /// Why a text that stands where a project should is certainly not a repository's name: an id is in it, whole or without its beginning.
    var reasonItIsNoName: String? {
        let length = utf8.count
        if length == 36, let project = PackedProject(PackedProject.prefix + lowercased()) {
            return "\(quoted) is a UUID alone: a project ID is \(project.id)"
        }
        guard length > 44, let start = utf8.firstRange(of: PackedProject.prefix.utf8) else { return nil }
        guard let project = PackedProject(String(self[start.lowerBound...].prefix(44))) else { return nil }
        return "\(quoted) has more in it than the project ID \(project.id): give one ID, and nothing else"
    }
}
