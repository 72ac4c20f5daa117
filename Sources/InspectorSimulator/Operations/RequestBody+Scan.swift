import InspectorCore

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
