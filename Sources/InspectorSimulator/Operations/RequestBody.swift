import JSON

/// The request bodies as they come: everything optional, so that validation can say what is missing.
enum RequestBody {
    /// The body of the operations about one configuration.
    struct OneConfiguration: JSONReadable {
        private(set) var scanConfigurationArn: String?

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, name throws(JSONError) in
                if case "scanConfigurationArn" = name { scanConfigurationArn = try json.string() }
            }
        }
    }

    /// The body of both batch operations.
    struct Batch: JSONReadable {
        private(set) var disassociateConfigurationRequests: [Item]?
        private(set) var associateConfigurationRequests: [Item]?

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, name throws(JSONError) in
                switch name {
                case "disassociateConfigurationRequests": disassociateConfigurationRequests = try json.list(of: Item.self)
                case "associateConfigurationRequests": associateConfigurationRequests = try json.list(of: Item.self)
                default: break
                }
            }
        }
    }

    /// One item of a batch.
    struct Item: JSONReadable {
        private(set) var scanConfigurationArn: String?
        /// The union as it came, members that are null among its members.
        private(set) var resource: [String: JSONValue]?

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, name throws(JSONError) in
                switch name {
                case "scanConfigurationArn": scanConfigurationArn = try json.string()
                case "resource":
                    guard json.kind == .object else { throw json.wrongKind(.object) }
                    if case .object(let members) = try JSONValue(&json) { resource = members }
                default: break
                }
            }
        }
    }

    /// The body of `ListCoverage`; filters other than the resource type are tolerated and ignored.
    struct Coverage: JSONReadable {
        private(set) var resourceTypes: [StringFilter]?
        private(set) var maxResults: Int?
        private(set) var nextToken: String?

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, name throws(JSONError) in
                switch name {
                case "filterCriteria":
                    try json.object { json, name throws(JSONError) in
                        if case "resourceType" = name { resourceTypes = try json.list(of: StringFilter.self) }
                    }
                case "maxResults": maxResults = try json.integer()
                case "nextToken": nextToken = try json.string()
                default: break
                }
            }
        }
    }

    /// A comparison with one string: `EQUALS` or `NOT_EQUALS`.
    struct StringFilter: JSONReadable {
        let comparison: String
        let value: String

        init(_ json: inout JSONReader) throws(JSONError) {
            var (comparison, value): (String?, String?)
            try json.object { json, name throws(JSONError) in
                switch name {
                case "comparison": comparison = try json.string()
                case "value": value = try json.string()
                default: break
                }
            }
            guard let comparison else { throw json.missing("comparison") }
            guard let value else { throw json.missing("value") }
            (self.comparison, self.value) = (comparison, value)
        }
    }

    /// Reads a body; an empty one counts as an object without members.
    static func read<Body: JSONReadable>(_ type: Body.Type, from bytes: [UInt8]) throws(ServiceFault) -> Body {
        do throws(JSONError) {
            return try Body(json: bytes.isEmpty ? Array("{}".utf8) : bytes, tolerating: [.loneSurrogates, .repeatedNames])
        } catch {
            throw fault(error.problem)
        }
    }

    private static func fault(_ problem: JSONError.Problem) -> ServiceFault {
        if case .missingMember(let name) = problem { return .missing(name) }
        guard case .wrongKind(_, _, let member) = problem else {
            return .validation("The request body is not valid JSON.", reason: "CANNOT_PARSE")
        }
        let name = member ?? ""
        return .validation("The value at '\(name)' has an unexpected type.", reason: "CANNOT_PARSE", field: name)
    }
}
