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

extension ServiceFault {
    /// A member that must be there is not.
    static func missing(_ field: String) -> Self {
        .constraint("null", field: field, "Member must not be null")
    }

    /// A value breaks a constraint of the service model, worded as AWS words it.
    static func constraint(_ value: String, field: String, _ constraint: String) -> Self {
        .validation(
            "1 validation error detected: Value '\(value)' at '\(field)' failed to satisfy constraint: \(constraint)", field: field)
    }
}
