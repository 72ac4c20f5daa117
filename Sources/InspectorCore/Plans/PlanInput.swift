import TextSafety

/// What `--from` names: associations, and the account and region they were planned for, when the input says so.
package struct PlanInput: Hashable, Sendable {
    /// The associations in the input's order; the same one may be there more than once.
    package var associations: [Association]
    /// The account of a `--dry-run` document.
    package var account: String?
    /// The region of a `--dry-run` document.
    package var region: String?
    /// What a `--dry-run` document says is not associated, so that nothing is to be sent for it.
    package var notAssociated: [Association] = []
    /// Rows of a run's results that succeeded, or for which nothing was to be done; they are not among the associations.
    package var leftOut = 0

    /// An input of these associations, none of which is checked.
    package init(associations: [Association], account: String? = nil, region: String? = nil) {
        self.associations = associations
        self.account = account
        self.region = region
    }

    /// Reads an input, all or nothing.
    ///
    /// Three forms are distinguished by their first line: the API's own JSON (also the AWS CLI's `--cli-input-json` file
    /// and a `--dry-run` document), CSV with the columns `scanConfigurationArn` and `projectId`, or one project id a line. Of a run's
    /// results, in either format, it takes what did not succeed; the results of a run that associates are refused.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, with or without a byte order mark; lines end with LF or CRLF.
    ///   - name: What the input is called in errors: a path, or `standard input`.
    ///   - configurations: ARNs for bare project ids; each id goes with each of them. The other forms refuse them.
    ///   - context: The account and region of this session, which the input has to fit.
    package static func read(
        _ bytes: [UInt8], name: String, configurations: [String] = [], context: PlanInputContext
    ) throws(PlanInputError) -> PlanInput {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw PlanInputError(input: name, problems: [PlanInputProblem(line: badLine(bytes), reason: "this is not UTF-8 text")])
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        var problems = PlanInputProblems(context)
        let form = form(of: text)
        if form.namesConfigurations, !configurations.isEmpty {
            problems.add(1, "the file names its own configurations; omit --configuration")
        }
        let input =
            switch form {
            case .json: readJSON(bytes, &problems)
            case .csv: readCSV(text, &problems)
            case .identifiers: readIdentifiers(text, configurations, &problems)
            case .nothing: PlanInput(associations: [])
            }
        if let mismatch = context.mismatch(account: input.account, region: input.region) {
            throw PlanInputError(input: name, problems: [PlanInputProblem(line: 1, reason: "this plan is for \(mismatch)")])
        }
        if input.namesNothing, problems.isEmpty {
            throw PlanInputError(
                input: name, problems: [PlanInputProblem(line: 0, reason: text.isEmpty ? "it is empty" : "it names no association at all")])
        }
        if !problems.isEmpty { throw PlanInputError(input: name, problems: problems.shown, left: problems.left) }
        return input
    }

    private var namesNothing: Bool { associations.isEmpty && notAssociated.isEmpty && leftOut == 0 }

    private enum Form {
        case json, csv, identifiers, nothing

        var namesConfigurations: Bool { self == .json || self == .csv }
    }

    private static func form(of text: String) -> Form {
        guard let line = text.split(whereSeparator: \.isNewline).lazy.map({ $0.trimmed }).first(where: { !$0.isEmpty && $0.first != "#" })
        else { return .nothing }
        if line.first == "{" || line.first == "[" { return .json }
        return line.contains(",") || CSVColumns.names.contains(line.filter { $0 != "\"" }) ? .csv : .identifiers
    }

    private static func badLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}

/// The session that an input has to fit; what is absent is not checked.
package struct PlanInputContext: Hashable, Sendable {
    /// The session's account, twelve digits; nil is not checked.
    package var account: String?
    /// The session's region; nil is not checked.
    package var region: String?

    /// A session's account and region.
    package init(account: String?, region: String?) {
        self.account = account
        self.region = region
    }
}

extension PlanInput {
    /// One project id a line; blank lines and what follows a `#` do not count.
    static func readIdentifiers(_ text: String, _ configurations: [String], _ problems: inout PlanInputProblems) -> PlanInput {
        var associations: [Association] = []
        if configurations.isEmpty { problems.add(1, "bare project ids need --configuration to say where they are associated") }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let id = line.prefix { $0 != "#" }.trimmed
            guard !id.isEmpty else { continue }
            problems.checkProject(id, line: index + 1)
            associations += configurations.map { Association(scanConfigurationArn: $0, resource: .projectId(id)) }
        }
        return PlanInput(associations: associations)
    }
}
