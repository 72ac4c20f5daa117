internal import TextSafety

/// Why an input was refused as a whole.
package struct PlanInputError: Error, Hashable, Sendable {
    /// A path, or `standard input`.
    package var input: String
    /// The first problems, in the order of their lines.
    package var problems: [PlanInputProblem]
    /// How many more there are.
    package var left: Int

    /// An error with its problems.
    package init(input: String, problems: [PlanInputProblem], left: Int = 0) {
        self.input = input
        self.problems = problems
        self.left = left
    }
}

/// One problem of an input.
package struct PlanInputProblem: Error, Hashable, Sendable {
    /// The line of the input, from 1; 0 for the input as a whole.
    package var line: Int
    /// The title of the table's column; nothing where there is none, or the whole row is concerned.
    package var column: String?
    /// The byte of the line, from 1; nothing where it is not known, or a table's column tells.
    package var position: Int?
    /// What is wrong there, without a full stop.
    package var reason: String

    /// A problem on a line.
    package init(line: Int, column: String? = nil, position: Int? = nil, reason: String) {
        (self.line, self.column, self.position) = (line, column, position)
        self.reason = reason
    }
}

/// Collects problems up to a number that a person reads.
struct PlanInputProblems: Hashable, Sendable {
    private static let limit = 20
    private(set) var shown: [PlanInputProblem] = []
    private(set) var left = 0

    var isEmpty: Bool { shown.isEmpty }

    /// How many there are.
    var count: Int { shown.count + left }

    mutating func add(_ line: Int, _ reason: String) { add(PlanInputProblem(line: line, reason: reason)) }

    mutating func add(_ problem: PlanInputProblem) {
        if shown.count < Self.limit { shown.append(problem) } else { left += 1 }
    }

    /// Checks the configuration's ARN where it stands first.
    mutating func checkArn(_ arn: InputTable.Spelling, in table: InputTable, _ session: PlanInputContext) {
        let text = arn.text
        let reason: String? =
            if !Identifiers.isScanConfigurationArn(text) {
                "is not the ARN of a code security scan configuration"
            } else if let region = session.region, Identifiers.region(ofArn: text) != region {
                "is not in this session's region \(region)"
            } else if let account = session.account, let owner = Identifiers.account(ofArn: text), owner != account {
                "belongs to account \(owner), and this session's account is \(account)"
            } else {
                nil
            }
        if let reason { add(table.problem(arn.line, arn.column, "\(text.quoted(upTo: 200)) \(reason)")) }
    }

    /// Notes once that rows name no configuration.
    mutating func addMissing(in table: InputTable) {
        let rows = table.rows.lazy.filter { $0.configuration < 0 }
        guard let first = rows.first else { return }
        let count = rows.count
        let others = count > 1 ? ", nor on \((count - 1).counted("more row"))" : ""
        let name = table.name(first.project).map { " beside \($0.quoted)" } ?? ""
        let column =
            table.isJSON
            ? "the member scanConfigurationArn"
            : table.titles.isEmpty ? "a header with the columns projectId and scanConfigurationArn" : "a column scanConfigurationArn"
        let reason = "no scan configuration is named here\(name)\(others): add --configuration NAME, or \(column)"
        add(PlanInputProblem(line: Int(first.line), position: table.position(first.column), reason: reason))
    }

    /// The first problems of both, by line.
    mutating func merge(_ other: PlanInputProblems) {
        let all = (shown + other.shown).sorted { ($0.line, $0.position ?? 0) < ($1.line, $1.position ?? 0) }
        left += other.left + max(0, all.count - Self.limit)
        shown = Array(all.prefix(Self.limit))
    }

    /// Throws when there are any.
    func check(_ input: String) throws(PlanInputError) {
        if !isEmpty {
            throw PlanInputError(
                input: input, problems: shown.sorted { ($0.line, $0.position ?? 0) < ($1.line, $1.position ?? 0) }, left: left)
        }
    }
}

/// Tells whether a plan or results belong to the command that reads them: what another action left open is not to be done by this one.
enum ResultsAction {
    /// Passes for results of a run with the `wanted` action, and says of others what they are.
    static func check(_ action: String?, wanted: RunAction, line: Int) throws(PlanInputProblem) {
        guard let action else {
            throw PlanInputProblem(
                line: line,
                reason: "these are results of an earlier version, which do not say what the run did; scanconfig show RUN writes them anew")
        }
        guard let found = RunAction(rawValue: action) else {
            throw PlanInputProblem(line: line, reason: "the action \(action.quoted) is not known")
        }
        if found != wanted { throw refusal(of: "these are results", found, wanted: wanted, line: line, takes: "them") }
    }

    /// The problem with what belongs to another action; `these` are its first words.
    static func refusal(
        of these: String, _ found: RunAction, wanted: RunAction, line: Int, takes them: String = "it"
    ) -> PlanInputProblem {
        PlanInputProblem(
            line: line,
            reason: "\(these) of \(found.article) run, and only those of \(wanted.article) run are taken here: scanconfig "
                + "\(found.rawValue) --from takes \(them)")
    }
}

extension RunAction {
    /// "a disassociate".
    fileprivate var article: String { (self == .associate ? "an " : "a ") + rawValue }
}
