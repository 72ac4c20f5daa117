import InspectorCore

extension World {
    /// `ListCodeSecurityScanConfigurations`.
    func listConfigurations(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(request)
        let page = try PageRequest(
            listing: "configurations", token: request.parameter("nextToken"), size: size, seed: options.seed)
        let found = self.page(page, number: number) { place in
            place < configurations.count ? Found(place: place, entry: configurations[place].summary) : nil
        }
        return Self.body("configurations", found, capacity: 48_000) { writer, summary in writer.summary(summary) }
    }

    /// `ListCodeSecurityScanConfigurationAssociations`.
    func listAssociations(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(request)
        let body = try RequestBody.scan(RequestBody.OneConfiguration.self, from: request.body)
        let arn = try RequestChecks.arn(body.scanConfigurationArn)
        guard let place = places[arn] else { throw .notFound("The scan configuration \(arn) does not exist.") }
        let page = try PageRequest(listing: arn, token: request.parameter("nextToken"), size: size, seed: options.seed)
        let projects = configurations[place].projects
        let found = self.page(page, number: number) { start -> Found<Row>? in
            guard let project = projects.first(from: start) else { return nil }
            let unknown = faults.addsUnknownMember(seed: options.seed, project: project)
            return Found(place: project, entry: .project(project), companion: unknown ? .unknown(project) : nil)
        }
        return Self.body("associations", found, capacity: 8_000) { writer, row in writer.row(row, identity: directory.identity) }
    }

    /// Writes the members that all listings have.
    static func body<Entry>(
        _ name: StaticString, _ page: Page<Entry>, capacity: Int, write: (inout JSONWriter, Entry) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        writer.object { object in
            object.key(name)
            object.array { list in
                for entry in page.entries { write(&list, entry) }
            }
            object.member("nextToken", page.nextToken)
        }
        return writer.bytes
    }
}

/// One row of a listing of associations.
enum Row: Equatable, Sendable {
    /// A project.
    case project(Int)
    /// A resource of a kind that clients of today do not know.
    case unknown(Int)
}

extension JSONWriter {
    fileprivate mutating func row(_ row: Row, identity: ProjectIdentity) {
        object { row_ in
            row_.key("resource")
            row_.object { resource in
                switch row {
                case .project(let number):
                    resource.key("projectId")
                    resource.plainString { identity.append(number, to: &$0) }
                case .unknown(let number):
                    resource.member("containerImageId", "image-\(number)")
                }
            }
        }
    }

    fileprivate mutating func summary(_ summary: ScanConfiguration) {
        object { object in
            object.member("scanConfigurationArn", summary.scanConfigurationArn)
            object.member("name", summary.name)
            object.member("ownerAccountId", summary.ownerAccountId)
            object.member("periodicScanFrequency", summary.periodicScanFrequency)
            object.member("frequencyExpression", summary.frequencyExpression)
            object.member("continuousIntegrationScanSupportedEvents", summary.continuousIntegrationScanSupportedEvents)
            object.member("ruleSetCategories", summary.ruleSetCategories)
            object.settings(summary)
        }
    }

    /// The members that the listing and `GetCodeSecurityScanConfiguration` share.
    mutating func settings(_ summary: ScanConfiguration) {
        if let scope = summary.scopeSettings?.projectSelectionScope {
            key("scopeSettings")
            object { $0.member("projectSelectionScope", scope) }
        }
        if let tags = summary.tags {
            key("tags")
            object(tags)
        }
    }
}
