import TextSafety

extension InputTable {
    /// What the input names in each of several sessions: a row belongs to the session of its ARN's account and region, and one of a document
    /// of several sessions, or of one account and region, to the session that the document names. An organization's configuration belongs to
    /// the one session there is in its region. Throws what belongs to none.
    ///
    /// - Returns: A table for each of the sessions, in their order; empty ones name nothing. Of sessions of one account and region the first
    ///   one has the rows.
    package func parts(for sessions: [PlanInputContext]) throws(PlanInputError) -> [InputTable] {
        var placing = InputPlacing(self, sessions)
        placing.placeAll()
        try placing.problems.check(name)
        var parts = placing.parts.map(only)
        let first = parts.firstIndex { !$0.isEmpty } ?? 0
        if parts.indices.contains(first) { parts[first].leftOut = leftOut }
        return parts
    }

    /// Whether it names nothing for a session.
    package var namesNothing: Bool { isEmpty && !isWholeMove }
}

/// Finds the session of each row.
private struct InputPlacing {
    private let table: InputTable
    private let sessions: [PlanInputContext]
    /// The session of each configuration that the input spells, or why there is none.
    private let homes: [Home]
    private(set) var parts: [InputPlaces]
    private(set) var problems = PlanInputProblems()
    private var refused: Set<Int32> = []
    private var unnamed: (line: Int, count: Int)?

    private enum Home {
        case session(Int)
        case nowhere(String)
    }

    init(_ table: InputTable, _ sessions: [PlanInputContext]) {
        (self.table, self.sessions) = (table, sessions)
        parts = sessions.map { _ in InputPlaces() }
        homes = table.configurations.map { Self.home(of: $0.text, sessions) }
    }

    mutating func placeAll() {
        place(table.rows, \.rows) { $0.rows }
        place(table.covers, \.covers) { $0.covers }
        place(table.notAssociated, \.notAssociated) { $0.notAssociated }
        if let unnamed {
            let others = unnamed.count > 1 ? ", nor on \((unnamed.count - 1).counted("more row"))" : ""
            problems.add(
                unnamed.line,
                "no scan configuration is named here\(others): among several sessions each row needs its ARN, which tells the account and "
                    + "region")
        }
    }

    private mutating func place(
        _ rows: [InputTable.Row], _ kind: WritableKeyPath<InputPlaces, [Int]>, _ stretch: (InputSection) -> Range<Int>
    ) {
        var sections = table.sections.filter { !stretch($0).isEmpty }[...]
        for (place, row) in rows.enumerated() {
            while let first = sections.first, stretch(first).upperBound <= place { sections = sections.dropFirst() }
            let section = sections.first.flatMap { stretch($0).contains(place) ? $0 : nil }
            let (account, region) = (section?.account ?? table.account, section?.region ?? table.region)
            switch said(account, region) ?? agreed(home(of: row), account, region) {
            case .session(let number): parts[number][keyPath: kind].append(place)
            case .nowhere(let reason): refuse(row, section, reason)
            case nil: unnamed = (unnamed?.line ?? Int(row.line), (unnamed?.count ?? 0) + 1)
            }
        }
    }

    /// Notes each configuration once; of a document, its first row.
    private mutating func refuse(_ row: InputTable.Row, _ section: InputSection?, _ reason: String) {
        if let section, section.account != nil {
            if refused.insert(-2 - Int32(clamping: section.line)).inserted { problems.add(section.line, reason) }
        } else if refused.insert(row.configuration).inserted {
            guard row.configuration >= 0 else { return problems.add(Int(row.line), reason) }
            let spelling = table.configurations[Int(row.configuration)]
            problems.add(table.problem(spelling.line, spelling.column, reason))
        }
    }

    private func home(of row: InputTable.Row) -> Home? { row.configuration < 0 ? nil : homes[Int(row.configuration)] }

    /// The session of a row, unless its document says another account or region.
    private func agreed(_ home: Home?, _ account: String?, _ region: String?) -> Home? {
        guard case .session(let number)? = home else { return home }
        let own = sessions[number]
        if let account, account != own.account {
            return .nowhere("this is for account \(account), and its scan configuration is of account \(own.account ?? "unknown")")
        }
        if let region, region != own.region {
            return .nowhere("this is for region \(region), and its scan configuration is of region \(own.region ?? "unknown")")
        }
        return home
    }

    /// The session that a document says it is of; nothing where it does not say.
    private func said(_ account: String?, _ region: String?) -> Home? {
        guard let account, let region else { return nil }
        return Self.home(account, region, sessions, of: "this")
    }

    private static func home(of text: String, _ sessions: [PlanInputContext]) -> Home {
        guard text.hasPrefix("arn:"), let region = Identifiers.region(ofArn: text) else {
            return .nowhere("\(text.quoted) is no ARN, and among several sessions only an ARN tells the account and region")
        }
        return home(Identifiers.account(ofArn: text), region, sessions, of: text.quoted(upTo: 200))
    }

    private static func home(_ account: String?, _ region: String, _ sessions: [PlanInputContext], of what: String) -> Home {
        let fitting = sessions.indices.filter { place in
            sessions[place].region == region && sessions[place].account != nil && (account == nil || sessions[place].account == account)
        }
        let accounts = Set(fitting.map { sessions[$0].account })
        if accounts.count > 1 {
            return .nowhere("\(what) is an organization's, and several accounts are open in \(region): name one profile")
        }
        if let first = fitting.first { return .session(first) }
        let owner = account.map { "account \($0), region \(region)" } ?? "region \(region)"
        return .nowhere("\(what) is of \(owner), and no session is; give its --profile and --region too")
    }
}
