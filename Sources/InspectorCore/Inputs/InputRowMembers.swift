internal import JSON
import TextSafety

/// The members of an object that name a project and its configuration.
struct InputRowMembers {
    private var (arn, configurationName) = (InputValue.blank, InputValue.blank)
    private var (id, projectName, any) = (InputValue.blank, InputValue.blank, InputValue.blank)
    /// Whether it is one of the service's scan configurations.
    private(set) var isConfiguration = false
    /// What the first member is that would name a project or a configuration, and is no text.
    private(set) var wrongKind: String?
    /// What it says beside its project and configuration.
    var details = InputDetails()

    var project: InputValue { id != .blank ? id : projectName != .blank ? projectName : any.isArn ? .blank : any }
    var configuration: InputValue { arn != .blank ? arn : configurationName != .blank ? configurationName : any.isArn ? any : .blank }

    /// The details, with the names that stand beside an id or ARN.
    var allDetails: InputDetails {
        var details = details
        if case .project = project { details.projectName = projectName.text ?? any.text }
        if case .arn = configuration { details.configurationName = configurationName.text }
        return details
    }

    mutating func read(_ json: inout JSONReader, _ name: String) throws(JSONError) {
        if name == "ownerAccountId" { isConfiguration = true }
        if name == "resource", json.kind == .object { return id = try InputTable.Cell(resource: &json).value }
        guard let column = InputColumn(name) else { return }
        guard json.kind == .string else {
            if column.namesSomething { wrongKind = wrongKind ?? json.kind.map { "\(name.quoted) is \($0.words), and names nothing" } }
            return
        }
        let value = InputValue(try json.string())
        switch column {
        case .configurationArn: arn = value
        case .configurationName: configurationName = value
        case .projectId: id = value
        case .projectName: projectName = value
        case .any: if any == .blank || value.isCertain { any = value }
        case .account, .region: details.take(value, of: column)
        case .outcome, .statusCode, .statusMessage, .action, .change: break
        }
    }
}

extension InputValue {
    /// Whether it is the ARN of something that is no project.
    fileprivate var isArn: Bool { if case .arn = self { true } else { false } }

    /// Whether it is an id or ARN, and no name.
    fileprivate var isCertain: Bool {
        switch self {
        case .project, .arn: true
        case .blank, .text, .unreadable: false
        }
    }
}

extension InputTable.Cell {
    /// Reads a string, with its place.
    init(_ json: inout JSONReader) throws(JSONError) {
        let place = json.position
        self.init(value: InputValue(try json.string()), column: place.byte)
    }

    /// Reads the union that names a project; another member of it may stand for anything.
    init(resource json: inout JSONReader) throws(JSONError) {
        let place = json.position
        var project: InputTable.Cell?
        try json.object { json, name throws(JSONError) in
            guard case "projectId" = name else { throw json.unknownMember(name) }
            project = try InputTable.Cell(&json)
        }
        guard let project else { throw json.missing("projectId", in: place) }
        self = project
    }
}
