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

    /// One line a problem, and that nothing was sent.
    package var sentence: String {
        let lines = problems.map { "\(input), line \($0.line): \($0.reason)" }
        let more = left > 0 ? ["and \(left.counted("problem")) more"] : []
        return (lines + more + ["Nothing was sent; nothing is unless all of the input is valid."]).joined(separator: "\n")
    }
}

/// One problem of an input.
package struct PlanInputProblem: Error, Hashable, Sendable {
    /// Counts from 1.
    package var line: Int
    /// What is wrong there.
    package var reason: String

    /// A problem.
    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}

/// Collects problems up to a number that a person reads.
struct PlanInputProblems {
    private static let limit = 20
    /// The session's region and account, which every ARN has to be of.
    let session: PlanInputContext
    private(set) var shown: [PlanInputProblem] = []
    private(set) var left = 0

    init(_ session: PlanInputContext) {
        self.session = session
    }

    var isEmpty: Bool { shown.isEmpty }

    mutating func add(_ line: Int, _ reason: String) {
        if shown.count < Self.limit {
            shown.append(PlanInputProblem(line: line, reason: reason))
        } else {
            left += 1
        }
    }

    mutating func checkArn(_ arn: String, line: Int) {
        if !Identifiers.isScanConfigurationArn(arn) {
            add(line, "\(arn.quoted) is not the ARN of a code security scan configuration")
        } else if let region = session.region, Identifiers.region(ofArn: arn) != region {
            add(line, "\(arn.quoted) is not of this session's region \(region)")
        } else if let account = session.account, let owner = Identifiers.account(ofArn: arn), owner != account {
            add(line, "\(arn.quoted) belongs to account \(owner), and this session's account is \(account)")
        }
    }

    mutating func checkProject(_ id: String, line: Int) {
        if !Identifiers.isProjectId(id) {
            add(line, "\(id.quoted) is not a project id (project- and a UUID in lower case)")
        }
    }
}

extension StringProtocol {
    /// The text without spaces and tabs around it.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}
