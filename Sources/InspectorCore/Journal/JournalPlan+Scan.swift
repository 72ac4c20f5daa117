internal import FoundationEssentials

extension JournalPlan {
    /// Reads the long list of configurations from its bytes, and leaves the few other members to `JSONDecoder`.
    init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var list: [Configuration]?
        var place = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let whole = try scan.bytes { scan throws(JSONScan.Unusual) in
            try scan.object(["configurations"]) { scan, _ throws(JSONScan.Unusual) in
                place = try scan.bytes { scan throws(JSONScan.Unusual) in
                    list = try scan.list { scan throws(JSONScan.Unusual) in try Configuration(&scan) }
                }
            }
        }
        guard let list, let start = whole.baseAddress, let hole = place.baseAddress else { throw JSONScan.Unusual() }
        let (before, after) = (whole[..<(hole - start)], whole[(hole - start + place.count)...])
        guard var plan = WireJSON.decode(JournalPlan.self, from: before + Array("[]".utf8) + after) else { throw JSONScan.Unusual() }
        plan.configurations = list
        self = plan
    }
}

extension JournalPlan.Configuration {
    fileprivate init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var read: (arn: String?, name: String?, projects: [JournalPlan.Project]?)
        try scan.object(["configurationName", "projects", "scanConfigurationArn"]) { scan, place throws(JSONScan.Unusual) in
            switch place {
            case 0: read.name = try scan.string()
            case 1: read.projects = try scan.list { scan throws(JSONScan.Unusual) in try JournalPlan.Project(&scan) }
            default: read.arn = try scan.string()
            }
        }
        guard let arn = read.arn, let projects = read.projects else { throw JSONScan.Unusual() }
        self.init(scanConfigurationArn: arn, configurationName: read.name, projects: projects)
    }
}

extension JournalPlan.Project {
    fileprivate init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var read: (resource: AssociationResource?, name: String?)
        try scan.object(["projectName", "resource"]) { scan, place throws(JSONScan.Unusual) in
            if place == 0 { read.name = try scan.string() } else { read.resource = try Self.resource(&scan) }
        }
        guard let resource = read.resource else { throw JSONScan.Unusual() }
        self.init(resource: resource, projectName: read.name)
    }

    /// A project; a resource of another kind is left to `JSONDecoder`.
    private static func resource(_ scan: inout JSONScan) throws(JSONScan.Unusual) -> AssociationResource {
        var ahead = scan
        if let id = try? ahead.onlyMember("projectId") {
            scan = ahead
            return .projectId(id)
        }
        let value = try scan.bytes { scan throws(JSONScan.Unusual) in try scan.skip() }
        guard let resource = WireJSON.decode(AssociationResource.self, from: Array(value)) else { throw JSONScan.Unusual() }
        return resource
    }
}
