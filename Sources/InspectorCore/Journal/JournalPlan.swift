package import JSON

/// A plan in a journal's header: neighbouring targets of one configuration share its ARN and name, so that the plan of
/// 100,000 targets stays small. Positions count through all configurations in order; targets that are `alreadyDone` have none.
///
/// No call is made before it is on the disk: 100,000 targets take 25 ms.
struct JournalPlan: JSONReadable, JSONWritable {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", plan.account)
            json.member("action", plan.action.rawValue)
            if !plan.alreadyDone.isEmpty { Self.write("alreadyDone", plan.alreadyDone, to: &json) }
            json.member("approval", plan.approval)
            json.member("caller", plan.caller)
            Self.write("configurations", plan.targets, to: &json)
            json.member("group", plan.group)
            json.member("profile", plan.profile)
            json.member("region", plan.region)
            json.member("retries", plan.retries)
            json.member("undoes", plan.undoes)
            json.member("warnings", plan.warnings)
        }
    }

    private static func write(_ name: StaticString, _ targets: PlanTargets, to json: inout JSONWriter) {
        json.key(name)
        json.array { list in
            targets.forEachNamedStretch { group, places in
                list.object { configuration in
                    configuration.member("change", group.change?.rawValue)
                    configuration.member("configurationName", group.configurationName)
                    configuration.key("projects")
                    configuration.array { list in
                        for place in places {
                            let target = targets[place]
                            list.object { project in
                                project.member("projectName", target.projectName)
                                project.member("resource", target.association.resource)
                            }
                        }
                    }
                    configuration.member("scanConfigurationArn", group.scanConfigurationArn)
                }
            }
        }
    }

    init(_ json: inout JSONReader) throws(JSONError) {
        var (action, region): (RunAction?, String?)
        var (targets, warnings): (PlanTargets?, [PlanWarning]?)
        var plan = Plan(action: .disassociate, account: nil, region: "", caller: nil, targets: [], warnings: [])
        try json.object { json, name throws(JSONError) in
            switch name {
            case "account": plan.account = try json.string()
            case "action":
                let word = try json.string()
                action = RunAction(rawValue: word)
                if action == nil { throw json.unknownValue(word) }
            case "alreadyDone": plan.alreadyDone = try Self.targets(&json)
            case "approval": plan.approval = try PlanApproval(&json)
            case "caller": plan.caller = try json.string()
            case "configurations": targets = try Self.targets(&json)
            case "group": plan.group = try json.string()
            case "profile": plan.profile = try json.string()
            case "region": region = try json.string()
            case "retries": plan.retries = try json.string()
            case "undoes": plan.undoes = try json.string()
            case "warnings": warnings = try json.list(of: PlanWarning.self)
            default: break
            }
        }
        guard let action, let region, let targets, let warnings else { throw json.missing("action, region, configurations or warnings") }
        (plan.action, plan.region, plan.targets, plan.warnings) = (action, region, targets, warnings)
        self.plan = plan
    }

    private static func targets(_ json: inout JSONReader) throws(JSONError) -> PlanTargets {
        var all = PlanTargetsBuilder()
        try json.array { json throws(JSONError) in
            var (arn, configurationName): (String?, String?)
            var change: AssociationChange?
            var hasProjects = false
            all.beginGroup()
            try json.object { json, name throws(JSONError) in
                switch name {
                case "change":
                    let word = try json.string()
                    change = AssociationChange(rawValue: word)
                    if change == nil { throw json.unknownValue(word) }
                case "configurationName": configurationName = try json.string()
                case "projects":
                    hasProjects = true
                    try json.array { json throws(JSONError) in
                        let project = try project(&json)
                        all.add(project.resource, project.name)
                    }
                case "scanConfigurationArn": arn = try json.string()
                default: break
                }
            }
            guard let arn, hasProjects else { throw json.missing("scanConfigurationArn or projects") }
            all.endGroup(TargetGroup(arn, configurationName, change))
        }
        return all.targets
    }

    private static func project(_ json: inout JSONReader) throws(JSONError) -> (resource: AssociationResource, name: String?) {
        var (resource, projectName): (AssociationResource?, String?)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "projectName": projectName = try json.string()
            case "resource": resource = try AssociationResource(&json)
            default: break
            }
        }
        guard let resource else { throw json.missing("resource") }
        return (resource, projectName)
    }
}

/// A warning in a journal's header: an object whose one member has the warning's name and holds its values.
extension PlanWarning: JSONReadable, JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key(name)
            json.object { writeMembers(to: &$0) }
        }
    }

    private var name: StaticString {
        switch self {
        case .defaultConfiguration: "defaultConfiguration"
        case .organizationLevel: "organizationLevel"
        case .lastConfiguration: "lastConfiguration"
        case .hiddenByFilter: "hiddenByFilter"
        case .namesMissing: "namesMissing"
        case .listingIncomplete: "listingIncomplete"
        case .repeatedTargets: "repeatedTargets"
        case .unmatchedListings: "unmatchedListings"
        case .unmatchedLeftOut: "unmatchedLeftOut"
        case .unknownResources: "unknownResources"
        case .unknownConfiguration: "unknownConfiguration"
        case .unresolvedLeftOut: "unresolvedLeftOut"
        case .coversLeftOut: "coversLeftOut"
        case .alreadyDone: "alreadyDone"
        case .resultsLeftOut: "resultsLeftOut"
        case .accountUnknown: "accountUnknown"
        case .alreadyAssociated: "alreadyAssociated"
        case .stays: "stays"
        case .full: "full"
        case .noRoom: "noRoom"
        case .scansNothing: "scansNothing"
        case .associatesByItself: "associatesByItself"
        case .otherAccount: "otherAccount"
        }
    }

    private func writeMembers(to json: inout JSONWriter) {
        switch self {
        case .defaultConfiguration(let name, let targets), .organizationLevel(let name, let targets):
            json.member("name", name)
            json.member("targets", targets)
        case .lastConfiguration(let projects): json.member("projects", Array(projects))
        case .hiddenByFilter(let targets), .unresolvedLeftOut(let targets), .coversLeftOut(let targets), .alreadyAssociated(let targets):
            json.member("targets", targets)
        case .namesMissing, .listingIncomplete, .accountUnknown: break
        case .repeatedTargets(let count), .unknownResources(let count): json.member("count", count)
        case .unmatchedListings(let configurations): json.member("configurations", configurations)
        case .unmatchedLeftOut(let configuration, let resources, let count):
            json.member("configuration", configuration)
            json.member("count", count)
            json.member("resources", resources)
        case .unknownConfiguration(let arn, let targets):
            json.member("scanConfigurationArn", arn)
            json.member("targets", targets)
        case .alreadyDone(let action, let configuration, let targets, let all):
            json.member("_0", action.rawValue)
            json.member("configuration", configuration)
            json.member("of", all)
            json.member("targets", targets)
        case .resultsLeftOut(let rows, let taken):
            json.member("rows", rows)
            json.member("taken", taken)
        case .stays(let configuration, let targets), .full(let configuration, let targets), .scansNothing(let configuration, let targets):
            json.member("configuration", configuration)
            json.member("targets", targets)
        case .noRoom(let configuration, let targets, let room):
            json.member("configuration", configuration)
            json.member("room", room)
            json.member("targets", targets)
        case .associatesByItself(let configuration): json.member("configuration", configuration)
        case .otherAccount(let configuration, let owner):
            json.member("configuration", configuration)
            json.member("owner", owner)
        }
    }

    package init(_ json: inout JSONReader) throws(JSONError) {
        var warning: PlanWarning?
        try json.object { json, name throws(JSONError) in
            warning = PlanWarning(name, try WarningMembers(&json))
            if warning == nil { throw json.unknownValue(name.string) }
        }
        guard let warning else { throw json.missing("the warning") }
        self = warning
    }

    private init?(_ word: JSONName, _ members: WarningMembers) {
        let (count, targets) = (members.count, members.targets)
        let warning: PlanWarning? =
            switch word {
            case "defaultConfiguration": with(members.name, targets) { .defaultConfiguration(name: $0, targets: $1) }
            case "organizationLevel": with(members.name, targets) { .organizationLevel(name: $0, targets: $1) }
            case "lastConfiguration":
                members.projects.map { .lastConfiguration(projects: ProjectIDs($0.map(AssociationResource.projectId))) }
            case "hiddenByFilter": targets.map { .hiddenByFilter(targets: $0) }
            case "namesMissing": .namesMissing
            case "listingIncomplete": .listingIncomplete
            case "repeatedTargets": count.map { .repeatedTargets(count: $0) }
            case "unmatchedListings": members.configurations.map { .unmatchedListings(configurations: $0) }
            case "unmatchedLeftOut":
                with(members.configuration, count) { configuration, count in
                    members.resources.map { .unmatchedLeftOut(configuration: configuration, resources: $0, count: count) }
                }
            case "unknownResources": count.map { .unknownResources(count: $0) }
            case "unknownConfiguration":
                with(members.scanConfigurationArn, targets) { .unknownConfiguration(scanConfigurationArn: $0, targets: $1) }
            case "unresolvedLeftOut": targets.map { .unresolvedLeftOut(targets: $0) }
            case "coversLeftOut": targets.map { .coversLeftOut(targets: $0) }
            case "alreadyDone":
                with(members.action.flatMap(RunAction.init), members.of) { action, all in
                    targets.map { .alreadyDone(action, configuration: members.configuration, targets: $0, of: all) }
                }
            case "resultsLeftOut": with(members.rows, members.taken) { .resultsLeftOut(rows: $0, taken: $1) }
            case "accountUnknown": .accountUnknown
            case "alreadyAssociated": targets.map { .alreadyAssociated(targets: $0) }
            case "stays": with(members.configuration, targets) { .stays(configuration: $0, targets: $1) }
            case "full": with(members.configuration, targets) { .full(configuration: $0, targets: $1) }
            case "scansNothing": with(members.configuration, targets) { .scansNothing(configuration: $0, targets: $1) }
            case "noRoom":
                with(members.configuration, targets) { name, targets in
                    members.room.map { .noRoom(configuration: name, targets: targets, room: $0) }
                }
            case "associatesByItself": members.configuration.map { .associatesByItself(configuration: $0) }
            case "otherAccount": with(members.configuration, members.owner) { .otherAccount(configuration: $0, owner: $1) }
            default: nil
            }
        guard let warning else { return nil }
        self = warning
    }
}

/// The value made of two, when both are there.
private func with<First, Second>(_ first: First?, _ second: Second?, _ make: (First, Second) -> PlanWarning?) -> PlanWarning? {
    guard let first, let second else { return nil }
    return make(first, second)
}

/// The values that warnings have in a journal.
private struct WarningMembers: JSONReadable {
    private(set) var action: String?
    private(set) var configuration: String?
    private(set) var configurations: [String]?
    private(set) var count: Int?
    private(set) var name: String?
    private(set) var owner: String?
    private(set) var of: Int?
    private(set) var projects: [String]?
    private(set) var resources: [String]?
    private(set) var room: Int?
    private(set) var rows: Int?
    private(set) var scanConfigurationArn: String?
    private(set) var taken: Int?
    private(set) var targets: Int?

    init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, key throws(JSONError) in
            switch key {
            case "_0": action = try json.string()
            case "configuration": configuration = try json.string()
            case "configurations": configurations = try json.strings()
            case "count": count = try json.integer()
            case "name": name = try json.string()
            case "owner": owner = try json.string()
            case "of": of = try json.integer()
            case "projects": projects = try json.strings()
            case "resources": resources = try json.strings()
            case "room": room = try json.integer()
            case "rows": rows = try json.integer()
            case "scanConfigurationArn": scanConfigurationArn = try json.string()
            case "taken": taken = try json.integer()
            case "targets": targets = try json.integer()
            default: break
            }
        }
    }
}
