extension PlanInput {
    private static let listName = "disassociateConfigurationRequests"

    /// The API's own shape, of any length; `account` and `region` are a `--dry-run` document's.
    static func readJSON(_ text: String, _ problems: inout PlanInputProblems) -> PlanInput {
        var input = PlanInput(associations: [])
        do throws(PlanInputProblem) {
            let root = try JSONReader.read(text)
            let members = try root.members(called: "the document")
            guard let list = members[listName] else {
                throw PlanInputProblem(line: root.line, reason: "the document has no \(listName)")
            }
            input.account = try members["account"]?.text(called: "account")
            input.region = try members["region"]?.text(called: "region")
            for item in try list.items(called: listName) {
                if let association = association(item, &problems) { input.associations.append(association) }
            }
        } catch {
            problems.add(error.line, error.reason)
        }
        return input
    }

    private static func association(_ item: PositionedJSON, _ problems: inout PlanInputProblems) -> Association? {
        do throws(PlanInputProblem) {
            let members = try item.members(called: "a request", allowed: ["scanConfigurationArn", "resource"])
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
