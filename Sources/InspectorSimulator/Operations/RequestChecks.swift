import InspectorCore
import JSON

/// The constraints of the service model on values of a request.
enum RequestChecks {
    /// A configuration's ARN.
    static func arn(_ text: String?, field: String = "scanConfigurationArn") throws(ServiceFault) -> String {
        guard let text else { throw .missing(field) }
        guard Identifiers.isScanConfigurationArn(text) else {
            throw .constraint(text, field: field, "Member must satisfy the regular expression pattern of ScanConfigurationArn")
        }
        return text
    }

    /// A resource: a union with exactly one member, which is a project's id.
    static func projectId(_ union: [String: JSONValue]?, field: String) throws(ServiceFault) -> String {
        guard let union else { throw .missing(field) }
        let members = union.filter { $0.value != .null }
        guard members.count == 1 else {
            throw .constraint("\(members.keys.sorted())", field: field, "Member must have exactly one member of the union set")
        }
        guard case .string(let text)? = members["projectId"] else {
            throw .constraint("\(members.keys.sorted())", field: field, "Member must be a known member of the union, with a string")
        }
        guard Identifiers.isProjectId(text) else {
            throw .constraint(text, field: field + ".projectId", "Member must satisfy the regular expression pattern of ProjectId")
        }
        return text
    }

    /// The items of a batch: 1 to 25, each valid.
    static func items(_ items: [RequestBody.Item]?, field: String) throws(ServiceFault) -> [Association] {
        guard let items else { throw .missing(field) }
        guard !items.isEmpty else {
            throw .constraint("[]", field: field, "Member must have length greater than or equal to 1")
        }
        guard items.count <= ServiceLimits.batchSize else {
            throw .constraint(
                "\(items.count) items", field: field, "Member must have length less than or equal to \(ServiceLimits.batchSize)")
        }
        var associations: [Association] = []
        for (index, item) in items.enumerated() {
            let place = "\(field)[\(index)]"
            if item.scanConfigurationArn == nil || item.scanConfigurationArn != associations.last?.scanConfigurationArn {
                _ = try arn(item.scanConfigurationArn, field: place + ".scanConfigurationArn")
            }
            let project = try projectId(item.resource, field: place + ".resource")
            associations.append(Association(scanConfigurationArn: item.scanConfigurationArn ?? "", resource: .projectId(project)))
        }
        return associations
    }

    /// `maxResults` of a body or, as text, of the query; nil means the default of 50.
    static func pageSize(_ size: Int?, atMost limit: Int) throws(ServiceFault) -> Int {
        guard let size else { return 50 }
        guard size >= 1 else { throw .constraint("\(size)", field: "maxResults", "Member must have value greater than or equal to 1") }
        guard size <= limit else {
            throw .constraint("\(size)", field: "maxResults", "Member must have value less than or equal to \(limit)")
        }
        return size
    }

    /// `maxResults` of the query.
    static func pageSize(_ request: ReceivedRequest) throws(ServiceFault) -> Int {
        guard let text = request.parameter("maxResults") else { return try pageSize(nil, atMost: ServiceLimits.pageSize) }
        guard let size = Int(text) else {
            throw .validation("The value '\(text)' of 'maxResults' is not an integer.", reason: "CANNOT_PARSE", field: "maxResults")
        }
        return try pageSize(size, atMost: ServiceLimits.pageSize)
    }
}
