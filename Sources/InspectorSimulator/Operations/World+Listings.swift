import InspectorCore

extension World {
    /// `ListCodeSecurityScanConfigurations`.
    func listConfigurations(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(request)
        let page = try PageRequest(
            listing: "configurations", token: request.parameter("nextToken"), size: size, seed: options.seed)
        let found = self.page(page, number: number) { place in
            place < account.configurations.count ? Found(place: place, entry: account.configurations[place].summary) : nil
        }
        return Self.body("configurations", found, capacity: 48_000) { writer, summary in writer.summary(summary) }
    }

    /// `ListCodeSecurityScanConfigurationAssociations`.
    mutating func listAssociations(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(request)
        let body = try RequestBody.scan(RequestBody.OneConfiguration.self, from: request.body)
        let arn = try RequestChecks.arn(body.scanConfigurationArn)
        guard let place = account.places[arn] else { throw .notFound("The scan configuration \(arn) does not exist.") }
        let page = try PageRequest(
            listing: arn, token: request.parameter("nextToken"), size: size, seed: options.seed, countsRows: faults.countsRows)
        pageIsAskedFor(page.place.page, of: place, number: number)
        let projects = account.listedProjects(of: place, lag: faults.lag, at: now)
        let found = self.page(page, number: number) { start in row(in: projects, at: start, of: page) }
        if found.nextToken == nil { listingEnded(of: place, number: number) }
        return Self.body("associations", found, capacity: 8_000) { writer, row in writer.row(row, identity: account.directory.identity) }
    }

    private func row(in projects: ProjectSet, at start: Int, of page: PageRequest) -> Found<Row>? {
        let member = page.place.countsRows ? projects.member(at: start) : projects.first(from: start)
        guard let project = member else { return nil }
        let isFollowed = faults.addsUnknownMember(seed: options.seed, project: project)
        return Found(
            place: page.place.countsRows ? start : project, entry: row(of: project, arn: page.listing),
            companion: isFollowed ? .unknown(project) : nil)
    }

    private func row(of project: Int, arn: String) -> Row {
        guard faults.hasRowForms else { return .project(project) }
        let (id, name) = (account.directory.identity.id(of: project), account.directory.name(of: project))
        switch faults.rowForm(seed: options.seed, arn: arn, projectId: id, name: name) {
        case .type: return .members(["__type": "CodeSecurityResource", "projectId": id])
        case .upperCase: return .members(["projectId": "project-" + id.dropFirst("project-".count).uppercased()])
        case .secondMember: return .members(["containerImageId": "image-\(project)", "projectId": id])
        case .arn: return .members(["projectId": integrationArn(account.directory.provider(of: project)) + "/" + id])
        case .noResource: return .empty
        case nil: return .project(project)
        }
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
    /// A resource with these members.
    case members([String: String])
    /// No resource.
    case empty
}

extension JSONWriter {
    fileprivate mutating func row(_ row: Row, identity: ProjectIdentity) {
        object { object in
            switch row {
            case .project(let number):
                object.key("resource")
                object.object { resource in
                    resource.key("projectId")
                    resource.plainString { identity.append(number, to: &$0) }
                }
            case .unknown(let number):
                object.key("resource")
                object.object { $0.member("containerImageId", "image-\(number)") }
            case .members(let members):
                object.key("resource")
                object.object(members)
            case .empty: break
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
