import FoundationEssentials
import InspectorCore

/// The request bodies as they come: everything optional, so that validation can say what is missing.
enum RequestBody {
    /// The body of the operations about one configuration.
    struct OneConfiguration: Decodable {
        let scanConfigurationArn: String?
    }

    /// The body of both batch operations.
    struct Batch: Decodable {
        let disassociateConfigurationRequests: [Item]?
        let associateConfigurationRequests: [Item]?
    }

    /// One item of a batch.
    struct Item: Decodable {
        let scanConfigurationArn: String?
        let resource: [String: UnionMember]?
    }

    /// The value of a union's member, as far as it matters here.
    enum UnionMember: Equatable, Decodable {
        case null
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else {
                self = (try? container.decode(String.self)).map { .text($0) } ?? .other
            }
        }
    }

    /// The body of `ListCoverage`; filters other than the resource type are tolerated and ignored.
    struct Coverage: Decodable {
        let filterCriteria: CoverageFilterCriteria?
        let maxResults: Int?
        let nextToken: String?
    }

    /// Reads a body; an empty one counts as an object without members.
    static func read<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws(ServiceFault) -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes.isEmpty ? Array("{}".utf8) : bytes))
        } catch DecodingError.typeMismatch(_, let context) {
            throw wrongType(context)
        } catch DecodingError.valueNotFound(_, let context) {
            throw wrongType(context)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw .missing(path(context.codingPath + [key]))
        } catch {
            throw .validation("The request body is not valid JSON.", reason: "CANNOT_PARSE")
        }
    }

    /// Reads a body that comes by the thousand: straight from its bytes, and like ``read(_:from:)`` when anything in it is unusual.
    static func scan<Body: ScannedBody>(_ type: Body.Type, from bytes: [UInt8]) throws(ServiceFault) -> Body {
        let body = JSONScan.value(of: bytes) { scan throws(JSONScan.Unusual) in try Body(&scan) }
        return if let body { body } else { try read(type, from: bytes) }
    }

    private static func wrongType(_ context: DecodingError.Context) -> ServiceFault {
        let path = path(context.codingPath)
        return .validation("The value at '\(path)' has an unexpected type.", reason: "CANNOT_PARSE", field: path)
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
        }
    }
}

extension RequestBody.OneConfiguration: ScannedBody {
    init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var arn: String?
        try scan.object(["scanConfigurationArn"]) { scan, _ throws(JSONScan.Unusual) in arn = try scan.string() }
        self.init(scanConfigurationArn: arn)
    }
}

extension RequestBody.Batch: ScannedBody {
    init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var lists: [[RequestBody.Item]?] = [nil, nil]
        try scan.object(["disassociateConfigurationRequests", "associateConfigurationRequests"]) { scan, place throws(JSONScan.Unusual) in
            var items: [RequestBody.Item] = []
            try scan.array { scan throws(JSONScan.Unusual) in items.append(try RequestBody.Item(&scan)) }
            lists[place] = items
        }
        self.init(disassociateConfigurationRequests: lists[0], associateConfigurationRequests: lists[1])
    }
}

extension RequestBody.Item: ScannedBody {
    init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var (arn, resource): (String?, [String: RequestBody.UnionMember]?) = (nil, nil)
        try scan.object(["scanConfigurationArn", "resource"]) { scan, place throws(JSONScan.Unusual) in
            if place == 0 {
                arn = try scan.string()
            } else {
                resource = ["projectId": .text(try scan.onlyMember("projectId"))]
            }
        }
        self.init(scanConfigurationArn: arn, resource: resource)
    }
}
