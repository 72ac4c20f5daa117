package import JSON

/// One project × scan configuration: an item of both batch operations' request lists.
package struct Association: Hashable, Sendable {
    /// The scan configuration's ARN, which names account and region.
    package var scanConfigurationArn: String
    /// What the configuration is associated with.
    package var resource: AssociationResource

    /// An association of `resource` with the configuration `scanConfigurationArn`.
    package init(scanConfigurationArn: String, resource: AssociationResource) {
        self.scanConfigurationArn = scanConfigurationArn
        self.resource = resource
    }

    /// Hashes the resource and the end of the ARN, in which ARNs differ: they are 130 bytes, and a run of a million hashes each six times.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(resource)
        hasher.combine(scanConfigurationArn.suffix(8))
    }
}

extension Association: JSONWritable {
    /// Writes the association as the API has it.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("resource", resource)
            json.member("scanConfigurationArn", scanConfigurationArn)
        }
    }
}

/// The tagged union `CodeSecurityResource`: what a scan configuration is associated with.
///
/// Members that a later version of the service adds are kept as they came, shown, and never sent.
package enum AssociationResource: Hashable, Sendable {
    /// A code repository, its id written as the service writes ids: 16 bytes, for a million of them are kept.
    case project(PackedProject)
    /// A code repository whose id is written otherwise; ``projectId(_:)`` decides.
    case otherProjectId(String)
    /// A union member this version does not know, with its JSON value; an empty name stands for several members, or none.
    indirect case unknown(member: String, value: JSONValue)

    /// A code repository: `project-` followed by a UUID, or whatever else stands in its place.
    package static func projectId(_ id: String) -> Self { PackedProject(id).map(Self.project) ?? .otherProjectId(id) }

    /// The project's id, when this is a project.
    package var projectId: String? {
        switch self {
        case .project(let project): project.id
        case .otherProjectId(let id): id
        case .unknown: nil
        }
    }

    /// Whether this names one project exactly. A row that does not (an id written otherwise, an ARN in its place, a second member, a kind
    /// this version does not know) may stand for any project, so that a listing with it proves nothing about those it does not show.
    package var isMatched: Bool { if case .project = self { true } else { false } }

    /// A row without a resource.
    static let missing = Self.unknown(member: "", value: .object([:]))

    /// The project's id, or the unknown member with its value.
    package var words: String {
        switch self {
        case .project(let project): project.id
        case .otherProjectId(let id): id
        case .missing: "no resource"
        case .unknown("", let value): value.words
        case .unknown(let member, let value): "\(member): \(value.words)"
        }
    }
}

extension AssociationResource: JSONReadable, JSONWritable {
    /// Reads the one member that is set.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var project: String?
        var others: [String: JSONValue] = [:]
        var mismatch: JSONError?
        try json.object { json, name throws(JSONError) in
            guard case "projectId" = name else { return others[name.string] = try JSONValue(&json) }
            if json.kind == .string { return project = try json.string() }
            mismatch = json.wrongKind(.string)
            others["projectId"] = try JSONValue(&json)
        }
        if let project, others.isEmpty {
            self = .projectId(project)
        } else if project == nil, others.count == 1, let (member, value) = others.first {
            if let mismatch { throw mismatch }
            self = .unknown(member: member, value: value)
        } else {
            if let project { others["projectId"] = .string(project) }
            self = .unknown(member: "", value: .object(others))
        }
    }

    /// Writes the union with its single member, or as it came.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .project(let project):
            json.object { json in
                json.key("projectId")
                json.plainString { project.append(to: &$0) }
            }
        case .otherProjectId(let id): json.object { $0.member("projectId", id) }
        case .unknown("", let value): value.write(to: &json)
        case .unknown(let member, let value): JSONValue.object([member: value]).write(to: &json)
        }
    }
}
