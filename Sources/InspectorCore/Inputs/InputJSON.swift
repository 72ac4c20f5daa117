internal import JSON
import TextSafety

/// Makes rows of JSON: a document of the API, of the AWS CLI or of ours, an array, or values one after the other (JSON Lines).
///
/// What an object is shows by its members, so that any of them may be in any of these.
struct InputJSON {
    private var table: InputTable
    /// What rows inside an object get from it: the configuration of a listing.
    private var configuration = InputValue.blank

    /// Reads all values of the text into the table.
    static func read(_ bytes: [UInt8], into table: inout InputTable) {
        var reading = InputJSON(table: table)
        do throws(JSONError) {
            try JSONReader.read(bytes, tolerating: []) { json throws(JSONError) in
                // All of it has to be JSON before anything is looked for in it.
                var values = json
                repeat { try values.skip() } while values.kind != nil
                repeat { try reading.read(&json) } while json.kind != nil && !reading.table.isRefused
                json = values
            }
        } catch {
            reading.table.refuse(error.inputProblem)
        }
        table = reading.table
    }

    private mutating func read(_ json: inout JSONReader) throws(JSONError) {
        switch json.kind {
        case .object: try readObject(&json)
        case .array: try readArray(&json)
        case .string:
            let place = json.position
            LineValues(place, [InputValue(try json.string())]).add(to: &table)
        case .number, .boolean, .null, nil:
            let place = json.position
            table.note(place.line, column: place.byte, "this is \(json.kind?.words ?? "no value"), and names no project")
            try json.skip()
        }
    }

    /// An array: of strings, of objects, or of arrays that are a row each.
    private mutating func readArray(_ json: inout JSONReader) throws(JSONError) {
        let place = json.position
        var (strings, places, others): ([InputValue], [JSONPosition], Int) = ([], [], 0)
        try json.array { json throws(JSONError) in
            switch json.kind {
            case .string:
                places.append(json.position)
                strings.append(InputValue(try json.string()))
            case .null: try json.skip()
            case .object, .array, .number, .boolean, nil:
                others += 1
                try read(&json)
            }
        }
        if strings.isEmpty { return }
        if others == 0, isRow(strings) {
            LineValues(place, strings).add(to: &table)
        } else {
            for (value, place) in zip(strings, places) { LineValues(place, [value]).add(to: &table) }
        }
    }

    /// Whether the strings belong together: an id or ARN with what is known of it.
    private func isRow(_ strings: [InputValue]) -> Bool {
        strings.contains { if case .arn = $0 { true } else { false } }
            || strings.count { if case .project = $0 { true } else { false } } == 1
                && strings.contains { if case .text = $0 { true } else { false } }
    }
}

extension InputJSON {
    private static let lists = ["associations", "projects", "coveredResources", "configurations"]
    /// Members that make an object more than a row.
    private static let documentMembers: Set<String> = [
        "disassociateConfigurationRequests", "associateConfigurationRequests", "successfulAssociations", "failedAssociations",
        "unresolvedAssociations", "notSentAssociations", "notAssociated", "alreadyAssociated", "action", "account", "region", "nextToken",
        "event", "targets", "sessions",
        "associations", "projects", "coveredResources", "configurations",
    ]

    private mutating func readObject(_ json: inout JSONReader) throws(JSONError) {
        let place = json.position
        let line = place.line
        var (members, row): ([String: JSONReader], InputRowMembers) = ([:], InputRowMembers())
        try json.object { json, name throws(JSONError) in
            let text = name.string
            if Self.documentMembers.contains(text) { members[text] = json } else { try row.read(&json, text) }
        }
        if members.isEmpty { return add(row, place) }
        if let (first, second) = Self.kinds(of: members) {
            table.refuse(
                PlanInputProblem(
                    line: line, reason: "this has both \(first) and \(second), and which are meant cannot be told: leave one out"))
        } else if let sessions = members["sessions"] {
            try readSessions(sessions)
        } else if let action = Self.action(ofPlan: members) {
            try readPlan(members, action, line)
        } else if members["successfulAssociations"] != nil || members["failedAssociations"] != nil {
            try readPlace(members, line)
            try readResults(members, line)
        } else if members["event"] != nil {
            table.refuse(
                PlanInputProblem(line: line, reason: "this is a run's journal: scanconfig show RUN --output json prints its results"))
        } else if hasList(members) {
            try readListing(members, row, line)
        } else {
            for (name, column) in [("account", InputColumn.account), ("region", .region)] {
                if var json = members[name], json.kind == .string { row.details.take(InputValue(try json.string()), of: column) }
            }
            add(row, place)
        }
    }

    /// The first members of two kinds, each of which makes an object a document of its own.
    private static func kinds(of members: [String: JSONReader]) -> (String, String)? {
        let kinds = [
            // A move has both lists of requests.
            ["disassociateConfigurationRequests", "associateConfigurationRequests"],
            ["successfulAssociations", "failedAssociations", "unresolvedAssociations", "notSentAssociations"], ["event"], ["sessions"],
            lists,
        ]
        let found = kinds.compactMap { names in names.first { members[$0] != nil } }
        return found.count > 1 ? (found[0], found[1]) : nil
    }

    /// What a command printed of several sessions: a document for each, or why there is none.
    private mutating func readSessions(_ list: JSONReader) throws(JSONError) {
        var list = list
        try list.array { json throws(JSONError) in
            guard json.kind == .object else { return try read(&json) }
            let (line, start) = (json.position.line, table.place)
            if try Self.isFailed(json) { return try json.skip() }
            try readObject(&json)
            table.endSection(line: line, from: start)
        }
    }

    /// Whether a session's document says only what went wrong there.
    private static func isFailed(_ json: JSONReader) throws(JSONError) -> Bool {
        var (json, isFailed) = (json, false)
        try json.object { json, name throws(JSONError) in
            if case "error" = name { isFailed = true }
            try json.skip()
        }
        return isFailed
    }

    private func hasList(_ members: [String: JSONReader]) -> Bool {
        Self.lists.contains { name in
            var list = members[name]
            return list?.kind == .array
        }
    }

    /// The account and region that one of our documents is for.
    private mutating func readPlace(_ members: [String: JSONReader], _ line: Int) throws(JSONError) {
        var (account, region) = (members["account"], members["region"])
        table.take(account: try account?.string(), region: try region?.string(), line: line)
    }

    /// A listing, of ours or of the CLI: what is in it belongs to the configuration that the object names.
    private mutating func readListing(_ members: [String: JSONReader], _ row: InputRowMembers, _ line: Int) throws(JSONError) {
        try readPlace(members, line)
        if members["nextToken"] != nil { table.isOnePage = true }
        let outer = configuration
        if row.configuration != .blank { configuration = row.configuration }
        for name in Self.lists {
            var list = members[name]
            if list?.kind == .array { try list?.array { json throws(JSONError) in try read(&json) } }
        }
        configuration = outer
    }
}

extension InputJSON {
    /// What a plan would do, by the lists that it has; nothing for what is no plan.
    private static func action(ofPlan members: [String: JSONReader]) -> RunAction? {
        switch (members["associateConfigurationRequests"] != nil, members["disassociateConfigurationRequests"] != nil) {
        case (true, true): .move
        case (true, false): .associate
        case (false, true): .disassociate
        case (false, false): nil
        }
    }

    /// A plan, of ours or as the AWS CLI takes it. What it says is associated already is listed again.
    private mutating func readPlan(_ members: [String: JSONReader], _ action: RunAction, _ line: Int) throws(JSONError) {
        if action != table.action {
            return table.refuse(ResultsAction.refusal(of: "this is a plan", action, wanted: table.action, line: line))
        }
        try readPlace(members, line)
        for name in ["associateConfigurationRequests", "alreadyAssociated"] {
            try readRequests(members[name], action == .move ? .covers : .rows)
        }
        try readRequests(members["disassociateConfigurationRequests"], .rows)
        try readRequests(members["notAssociated"], .notAssociated)
    }

    /// Requests as the service takes them: a member that it does not know is an error.
    private mutating func readRequests(_ list: JSONReader?, _ part: InputTable.Part) throws(JSONError) {
        try readAssociations(list, knowing: ["scanConfigurationArn", "resource"], part)
    }

    /// Takes what did not succeed out of a run's results.
    private mutating func readResults(_ members: [String: JSONReader], _ line: Int) throws(JSONError) {
        var action = members["action"]
        let word = try action?.string()
        do throws(PlanInputProblem) {
            try ResultsAction.check(word, wanted: table.action, line: line)
        } catch {
            return table.refuse(error)
        }
        let known = ["scanConfigurationArn", "resource", "statusCode", "statusMessage", "reason", "change"]
        for name in ["failedAssociations", "unresolvedAssociations", "notSentAssociations"] {
            try readAssociations(members[name], knowing: known, .rows)
        }
        for name in ["successfulAssociations", "notAssociated", "alreadyAssociated"] {
            try readAssociations(members[name], knowing: known, nil)
        }
    }

    private mutating func readAssociations(
        _ list: JSONReader?, knowing known: [String], _ part: InputTable.Part?
    ) throws(JSONError) {
        var list = list
        try list?.array { json throws(JSONError) in
            var item = json
            try json.skip()
            do throws(JSONError) {
                try readAssociation(&item, known, part)
            } catch {
                table.note(error.line, column: Int32(clamping: error.column), error.words)
            }
        }
    }

    /// Reads an association into its part of the table; one that needs nothing has none, and counts. What a move associates first is looked
    /// up again, whatever became of it.
    private mutating func readAssociation(_ json: inout JSONReader, _ known: [String], _ part: InputTable.Part?) throws(JSONError) {
        let place = json.position
        var (arn, project, isCover): (InputTable.Cell?, InputTable.Cell?, Bool) = (nil, nil, false)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "scanConfigurationArn": arn = try InputTable.Cell(&json)
            case "resource": project = try InputTable.Cell(resource: &json)
            case "change" where known.contains("change"): isCover = try json.string() == AssociationChange.associate.rawValue
            default: if !known.contains(name.string) { throw json.unknownMember(name) }
            }
        }
        guard let arn else { throw json.missing("scanConfigurationArn", in: place) }
        guard let project else { throw json.missing("resource", in: place) }
        if let part = isCover ? .covers : part {
            table.add(project, arn, line: place.line, to: part)
        } else {
            table.leftOut += 1
        }
    }
}

extension InputJSON {
    /// Adds the row that an object is.
    private mutating func add(_ row: InputRowMembers, _ place: JSONPosition) {
        if row.isConfiguration {
            return table.refuse(
                PlanInputProblem(
                    line: place.line, position: place.column,
                    reason: "this lists scan configurations, and no projects: --configuration NAME alone selects all of one"))
        }
        if row.project == .blank {
            let reason = row.wrongKind ?? "this object names no project: its member projectId or projectName is missing"
            return table.note(place.line, column: place.byte, reason)
        }
        let configuration = row.configuration == .blank ? configuration : row.configuration
        table.add(
            InputTable.Cell(value: row.project, column: place.byte), InputTable.Cell(value: configuration, column: place.byte),
            row.allDetails, line: place.line)
    }
}

extension JSONPosition {
    /// The byte of the line.
    var byte: Int32 { Int32(clamping: column) }
}

extension JSONError {
    fileprivate var inputProblem: PlanInputProblem {
        PlanInputProblem(line: line, position: column > 0 ? column : nil, reason: words)
    }
}

extension LineValues {
    fileprivate init(_ place: JSONPosition, _ values: [InputValue]) { self.init(line: place.line, column: place.byte, values) }
}
