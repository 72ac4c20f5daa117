/// What `--from` names, looked up: associations, and the account and region they were planned for, when the input says so.
package struct PlanInput: Hashable, Sendable {
    /// The associations in the input's order; the same one may be there more than once.
    package var associations: [Association]
    /// What a move associates first: the associations of projects that are named above.
    package var covers: [Association] = []
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

    /// Reads an input that needs no look-up, all or nothing: it names projects by their ids, and configurations by their ARNs.
    package static func read(
        _ bytes: [UInt8], name: String, for action: RunAction = .disassociate, configurations: [String] = [], context: PlanInputContext
    ) throws(PlanInputError) -> PlanInput {
        try InputReader.read(bytes, name: name, for: action).input(in: Inventory(), configurations: configurations, context: context)
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

extension InputTable {
    /// Throws what is wrong with the input whatever the account has.
    ///
    /// - Parameter hasConfigurations: Whether configurations are named beside the input, for all of its rows.
    package func check(hasConfigurations: Bool, context: PlanInputContext) throws(PlanInputError) {
        try problems(hasConfigurations ? .given : .absent, context).check(name)
    }

    /// What is said beside an input of the configurations that its rows go with.
    enum GivenConfigurations {
        /// Some, for all rows: none has its own.
        case given
        /// None: each row has its own.
        case absent
        /// What rows mean that have none of their own.
        case fallback
    }

    /// The problems of rows; throws what is wrong with the input as a whole.
    func problems(_ given: GivenConfigurations, _ context: PlanInputContext) throws(PlanInputError) -> PlanInputProblems {
        if let mismatch = context.mismatch(account: account, region: region) {
            throw PlanInputError(input: name, problems: [PlanInputProblem(line: 0, reason: "this plan is for \(mismatch)")])
        }
        if let other = sections.first(where: { !$0.isEmpty && context.mismatch(account: $0.account, region: $0.region) != nil }) {
            let whose = context.mismatch(account: other.account, region: other.region) ?? ""
            let reason = "this is of several sessions, here for \(whose): give the --profile and --region of each"
            throw PlanInputError(input: name, problems: [PlanInputProblem(line: other.line, reason: reason)])
        }
        if isEmpty, problems.isEmpty {
            let reason =
                covers.isEmpty ? "it names no project" : "it names only what is associated first, and nothing to disassociate after that"
            throw PlanInputError(input: name, problems: [PlanInputProblem(line: 0, reason: reason)])
        }
        if given == .given, let own = configurations.first {
            let reason =
                "this names its own configuration, as --configuration does: omit --configuration"
                + (titles.isEmpty ? "" : ", or the column")
            throw PlanInputError(input: name, problems: [problem(own.line, own.column, reason)])
        }
        var found = PlanInputProblems()
        for arn in configurations where arn.text.hasPrefix("arn:") { found.checkArn(arn, in: self, context) }
        if given == .absent { found.addMissing(in: self) }
        found.merge(foreignRegions(context))
        var all = problems
        all.merge(found)
        return all
    }

    /// Looks everything up that the input spells, all or nothing.
    ///
    /// - Parameters:
    ///   - inventory: What is listed; names are looked up where all of them are known.
    ///   - configurations: ARNs for the rows that name none; each goes with each of them.
    ///   - context: The account and region of this session, which the input has to fit.
    package func input(
        in inventory: Inventory, configurations given: [String], context: PlanInputContext
    ) throws(PlanInputError) -> PlanInput {
        var problems = try problems(given.isEmpty ? .absent : .given, context)
        var unknown = PlanInputProblems()
        let lookup = InputLookup(self, in: inventory)
        var input = PlanInput(associations: [], account: account, region: region)
        input.associations.reserveCapacity(rows.count)
        input.leftOut = leftOut
        for row in rows where !given.isEmpty || row.configuration >= 0 {
            lookup.append(row, given, to: &input.associations, &unknown)
        }
        for row in notAssociated { lookup.append(row, given, to: &input.notAssociated, &unknown) }
        if isWholeMove {
            let moved = Set(input.associations.lazy.map(\.resource))
            for row in covers { lookup.append(row, [], to: &input.covers, &unknown) }
            input.covers.removeAll { !moved.contains($0.resource) }
        }
        problems.merge(unknown)
        problems.merge(lookup.disagreements(context))
        try problems.check(name)
        return input
    }
}
