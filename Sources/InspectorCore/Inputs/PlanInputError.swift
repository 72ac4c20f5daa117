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
    /// What is wrong there, without a full stop.
    package var reason: String

    /// A problem on a line.
    package init(line: Int, reason: String) {
        self.line = line
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

    mutating func add(_ line: Int, _ reason: String) {
        if shown.count < Self.limit {
            shown.append(PlanInputProblem(line: line, reason: reason))
        } else {
            left += 1
        }
    }

    /// The value of what was looked up; notes why there is none.
    mutating func value<Value>(of found: InputLookup.Found<Value>, _ line: Int) -> Value? {
        switch found {
        case .found(let value): return value
        case .problem(let reason):
            add(line, reason)
            return nil
        }
    }

    mutating func checkArn(_ arn: String, line: Int, _ session: PlanInputContext) {
        if !Identifiers.isScanConfigurationArn(arn) {
            add(line, "\(arn.quoted) is not the ARN of a code security scan configuration")
        } else if let region = session.region, Identifiers.region(ofArn: arn) != region {
            add(line, "\(arn.quoted) is not of this session's region \(region)")
        } else if let account = session.account, let owner = Identifiers.account(ofArn: arn), owner != account {
            add(line, "\(arn.quoted) belongs to account \(owner), and this session's account is \(account)")
        }
    }

    /// Notes once that rows name no configuration.
    mutating func addMissing(_ rows: some Sequence<InputTable.Row>) {
        var (first, count) = (0, 0)
        for row in rows {
            if count == 0 { first = Int(row.line) }
            count += 1
        }
        guard count > 0 else { return }
        let others = count > 1 ? ", nor on \((count - 1).counted("more row"))" : ""
        add(first, "no scan configuration is named here\(others): add --configuration NAME, or a column scanConfigurationArn")
    }

    /// The first problems of both, by line.
    mutating func merge(_ other: PlanInputProblems) {
        let all = (shown + other.shown).sorted { $0.line < $1.line }
        left += other.left + max(0, all.count - Self.limit)
        shown = Array(all.prefix(Self.limit))
    }

    /// Throws when there are any.
    func check(_ input: String) throws(PlanInputError) {
        if !isEmpty { throw PlanInputError(input: input, problems: shown.sorted { $0.line < $1.line }, left: left) }
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
        if found != wanted { throw refusal(of: "these are results", found, wanted: wanted, line: line) }
    }

    /// The problem with what belongs to another action; `these` are its first words.
    static func refusal(of these: String, _ found: RunAction, wanted: RunAction, line: Int) -> PlanInputProblem {
        PlanInputProblem(
            line: line, reason: "\(these) of \(found.article) run, and only those of \(wanted.article) run are taken here")
    }
}

extension RunAction {
    /// "a disassociate".
    fileprivate var article: String { (self == .associate ? "an " : "a ") + rawValue }
}
