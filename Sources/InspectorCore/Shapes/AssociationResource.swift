package import AWSClient

/// The tagged union `CodeSecurityResource`: what a scan configuration is associated with.
///
/// Members that a later version of the service adds are kept as they came, shown, and never sent.
package enum AssociationResource: Hashable, Sendable {
    /// A code repository, `project-` followed by a UUID.
    case projectId(String)
    /// A union member this version does not know, with its JSON value.
    indirect case unknown(member: String, value: JSONValue)

    /// The project's id, when this is a project.
    package var projectId: String? {
        if case .projectId(let id) = self { id } else { nil }
    }

    /// Whether this names one project exactly. A row that does not (an id written otherwise, an ARN in its place, a second member, a kind
    /// this version does not know) may stand for any project, so that a listing with it proves nothing about those it does not show.
    package var isMatched: Bool { projectId.map(Identifiers.isProjectId) ?? false }

    /// A row that tells nothing of its resource.
    static let missing = Self.unknown(member: "", value: .object([:]))

    /// The project's id, or the unknown member with its value.
    package var words: String {
        switch self {
        case .projectId(let id): id
        case .missing: "no resource"
        case .unknown("", let value): value.words
        case .unknown(let member, let value): "\(member): \(value.words)"
        }
    }
}

extension AssociationResource: Codable {
    /// Decodes the one member that is set; `null` members count as absent.
    ///
    /// An empty object becomes an unknown resource with an empty member name.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyCodingKey.self)
        let members = try container.allKeys.filter { try !container.decodeNil(forKey: $0) }
            .sorted { $0.stringValue < $1.stringValue }
        if members.count == 1, members[0].stringValue == "projectId" {
            self = .projectId(try container.decode(String.self, forKey: members[0]))
        } else if members.count == 1 {
            self = .unknown(member: members[0].stringValue, value: try container.decode(JSONValue.self, forKey: members[0]))
        } else {
            let all = try members.map { ($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) }
            self = .unknown(member: "", value: .object(Dictionary(all) { first, _ in first }))
        }
    }

    /// Encodes the union with its single member.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyCodingKey.self)
        switch self {
        case .projectId(let id):
            try container.encode(id, forKey: AnyCodingKey("projectId"))
        case .unknown("", .object(let members)):
            for (name, value) in members { try container.encode(value, forKey: AnyCodingKey(name)) }
        case .unknown(let member, let value):
            try container.encode(value, forKey: AnyCodingKey(member))
        }
    }
}
