internal import JSON

extension PlanInput {
    /// The API's own shape, of any length; `account` and `region` are a `--dry-run` document's, or a run's.
    static func readJSON(_ bytes: [UInt8], _ problems: inout PlanInputProblems) -> PlanInput {
        var input = PlanInput(associations: [])
        do throws(JSONError) {
            try JSONReader.read(bytes, tolerating: []) { json throws(JSONError) in
                var document = json
                // All of it has to be JSON before anything is looked for in it.
                try json.skip()
                try input.read(&document, &problems)
            }
        } catch {
            problems.add(error.line, error.words)
        }
        return input
    }

    private mutating func read(_ json: inout JSONReader, _ problems: inout PlanInputProblems) throws(JSONError) {
        let line = json.line
        var members: [String: JSONReader] = [:]
        try json.object { json, name throws(JSONError) in
            switch name {
            case "account": account = try json.string()
            case "region": region = try json.string()
            default: members[name.string] = json
            }
        }
        if let requests = members["disassociateConfigurationRequests"] {
            associations = try Self.associations(requests, &problems)
            notAssociated = try Self.associations(members["notAssociated"], &problems)
        } else {
            try readResults(members, line, &problems)
        }
    }

    /// Takes what did not succeed out of a run's results.
    private mutating func readResults(
        _ members: [String: JSONReader], _ line: Int, _ problems: inout PlanInputProblems
    ) throws(JSONError) {
        var action = members["action"]
        let word = try action?.string()
        do throws(PlanInputProblem) {
            if members["associateConfigurationRequests"] != nil { throw ResultsAction.refusal(of: "a plan", line: line) }
            guard members["successfulAssociations"] != nil else {
                throw PlanInputProblem(line: line, reason: "the document has no disassociateConfigurationRequests")
            }
            try ResultsAction.check(word, line: line)
        } catch {
            return problems.add(error.line, error.reason)
        }
        for name in ["failedAssociations", "unresolvedAssociations", "notSentAssociations"] {
            associations += try Self.associations(members[name], areResults: true, &problems)
        }
        for name in ["successfulAssociations", "notAssociated"] {
            var list = members[name]
            try list?.array { json throws(JSONError) in
                try json.skip()
                leftOut += 1
            }
        }
    }

    private static func associations(
        _ list: JSONReader?, areResults: Bool = false, _ problems: inout PlanInputProblems
    ) throws(JSONError) -> [Association] {
        var (list, all): (JSONReader?, [Association]) = (list, [])
        try list?.array { json throws(JSONError) in
            var item = json
            try json.skip()
            do throws(JSONError) {
                all.append(try association(&item, isResult: areResults, &problems))
            } catch {
                problems.add(error.line, error.words)
            }
        }
        return all
    }

    private static func association(
        _ json: inout JSONReader, isResult: Bool, _ problems: inout PlanInputProblems
    ) throws(JSONError) -> Association {
        let line = json.line
        var (arn, project): ((text: String, line: Int)?, (text: String, line: Int)?)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "scanConfigurationArn": arn = try json.positionedString()
            case "resource": project = try projectId(&json)
            case "statusCode", "statusMessage", "reason": if !isResult { throw json.unknownMember(name) }
            default: throw json.unknownMember(name)
            }
        }
        guard let arn else { throw json.missing("scanConfigurationArn", line: line) }
        guard let project else { throw json.missing("resource", line: line) }
        problems.checkArn(arn.text, line: arn.line)
        problems.checkProject(project.text, line: project.line)
        return Association(scanConfigurationArn: arn.text, resource: .projectId(project.text))
    }

    private static func projectId(_ json: inout JSONReader) throws(JSONError) -> (text: String, line: Int) {
        let line = json.line
        var project: (text: String, line: Int)?
        try json.object { json, name throws(JSONError) in
            guard case "projectId" = name else { throw json.unknownMember(name) }
            project = try json.positionedString()
        }
        guard let project else { throw json.missing("projectId", line: line) }
        return project
    }
}

extension JSONReader {
    fileprivate mutating func positionedString() throws(JSONError) -> (text: String, line: Int) {
        let line = line
        return (try string(), line)
    }
}
