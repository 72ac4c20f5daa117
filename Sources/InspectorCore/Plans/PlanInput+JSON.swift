extension PlanInput {
    /// The API's own shape, of any length; `account` and `region` are a `--dry-run` document's, or a run's.
    static func readJSON(_ text: String, _ problems: inout PlanInputProblems) -> PlanInput {
        var input = PlanInput(associations: [])
        do throws(PlanInputProblem) {
            let root = try JSONReader.read(text)
            let members = try root.members(called: "the document")
            input.account = try members["account"]?.text(called: "account")
            input.region = try members["region"]?.text(called: "region")
            if members["disassociateConfigurationRequests"] != nil {
                input.associations = try associations("disassociateConfigurationRequests", of: members, &problems)
                input.notAssociated = try associations("notAssociated", of: members, &problems)
            } else {
                try input.readResults(members, root.line, &problems)
            }
        } catch {
            problems.add(error.line, error.reason)
        }
        return input
    }

    /// Takes what did not succeed out of a run's results.
    private mutating func readResults(
        _ members: [String: PositionedJSON], _ line: Int, _ problems: inout PlanInputProblems
    ) throws(PlanInputProblem) {
        if members["associateConfigurationRequests"] != nil { throw ResultsAction.refusal(of: "a plan", line: line) }
        guard members["successfulAssociations"] != nil else {
            throw PlanInputProblem(line: line, reason: "the document has no disassociateConfigurationRequests")
        }
        try ResultsAction.check(try members["action"]?.text(called: "action"), line: line)
        for name in ["failedAssociations", "unresolvedAssociations", "notSentAssociations"] {
            associations += try Self.associations(name, of: members, besides: ["statusCode", "statusMessage", "reason"], &problems)
        }
        for name in ["successfulAssociations", "notAssociated"] { leftOut += try members[name]?.items(called: name).count ?? 0 }
    }

    private static func associations(
        _ name: String, of members: [String: PositionedJSON], besides others: Set<String> = [], _ problems: inout PlanInputProblems
    ) throws(PlanInputProblem) -> [Association] {
        try (members[name]?.items(called: name) ?? []).compactMap { association($0, besides: others, &problems) }
    }

    private static func association(
        _ item: PositionedJSON, besides others: Set<String>, _ problems: inout PlanInputProblems
    ) -> Association? {
        do throws(PlanInputProblem) {
            let members = try item.members(called: "a request", allowed: others.union(["scanConfigurationArn", "resource"]))
            let arn = try item.member("scanConfigurationArn", of: members)
            let resource = try item.member("resource", of: members)
            let union = try resource.members(called: "resource", allowed: ["projectId"])
            let project = try resource.member("projectId", of: union)
            let (arnText, projectText) = (try arn.text(called: "scanConfigurationArn"), try project.text(called: "projectId"))
            problems.checkArn(arnText, line: arn.line)
            problems.checkProject(projectText, line: project.line)
            return Association(scanConfigurationArn: arnText, resource: .projectId(projectText))
        } catch {
            problems.add(error.line, error.reason)
            return nil
        }
    }
}

extension PositionedJSON {
    /// The members by name; `null` counts as absent, a name given twice or one that is not `allowed` is a problem.
    fileprivate func members(
        called name: String, allowed: Set<String>? = nil
    ) throws(PlanInputProblem) -> [String: PositionedJSON] {
        guard case .object(let all) = value else { throw PlanInputProblem(line: line, reason: "\(name) is \(kind), not an object") }
        var members: [String: PositionedJSON] = [:]
        for (key, member) in all {
            if case .null = member.value { continue }
            if let allowed, !allowed.contains(key) {
                throw PlanInputProblem(line: member.line, reason: "\(name) has the unknown member \(key.quoted)")
            }
            guard members.updateValue(member, forKey: key) == nil else {
                throw PlanInputProblem(line: member.line, reason: "\(name) has \(key.quoted) twice")
            }
        }
        return members
    }

    fileprivate func member(_ name: String, of members: [String: PositionedJSON]) throws(PlanInputProblem) -> PositionedJSON {
        guard let member = members[name] else { throw PlanInputProblem(line: line, reason: "\(name) is missing") }
        return member
    }

    fileprivate func items(called name: String) throws(PlanInputProblem) -> [PositionedJSON] {
        guard case .array(let items) = value else { throw PlanInputProblem(line: line, reason: "\(name) is \(kind), not an array") }
        return items
    }

    fileprivate func text(called name: String) throws(PlanInputProblem) -> String {
        guard case .string(let text) = value else { throw PlanInputProblem(line: line, reason: "\(name) is \(kind), not a string") }
        return text
    }
}
