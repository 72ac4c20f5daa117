import InspectorCore
import JSON

/// `ListCodeSecurityScanConfigurationAssociations`.
enum ListAssociations {
    /// One page of a configuration's associations, as far behind the truth as the plan of faults has it.
    static func answer(_ call: ReceivedCall, in state: inout ServiceState) throws(ServiceFault) -> [UInt8] {
        let size = try RequestChecks.pageSize(call.request)
        let body = try RequestBody.read(RequestBody.OneConfiguration.self, from: call.request.body)
        let arn = try RequestChecks.arn(body.scanConfigurationArn)
        let index = try state.account.configuration(arn).index
        let (faults, seed) = (state.faults, state.options.seed)
        let request = try PageRequest(
            listing: arn, token: call.request.parameter("nextToken"), size: size, seed: seed, countsRows: faults.countsRows)
        state.pageIsRequested(request.place.page, of: index, number: call.number)
        let account = state.account
        let projects = account.listedProjects(of: index, lag: faults.listings.lag, at: state.now)
        let rows = RowSource(account: account, faults: faults.listings, seed: seed, arn: arn)
        let page = request.page(number: call.number, faults: faults.listings, seed: seed) { start in
            rows.row(in: projects, at: start, of: request.place)
        }
        if page.nextToken == nil { state.listingEnded(of: index, number: call.number) }
        return page.body("associations", capacity: 8_000) { writer, row in writer.row(row, identity: account.directory.identity) }
    }
}

/// Where the rows of a listing come from, and in which form each is shown.
private struct RowSource {
    let account: SimulatedAccount
    let faults: ListingFaults
    let seed: UInt64
    let arn: String

    func row(in projects: ProjectSet, at start: Int, of token: PageToken) -> Found<Row>? {
        let member = token.countsRows ? projects.member(at: start) : projects.first(from: start)
        guard let project = member else { return nil }
        let isFollowed = faults.addsUnknownMember(seed: seed, project: project)
        return Found(place: token.countsRows ? start : project, entry: row(of: project), companion: isFollowed ? .unknown(project) : nil)
    }

    private func row(of project: Int) -> Row {
        guard faults.hasRowForms else { return .project(project) }
        let (id, name) = (account.directory.identity.id(of: project), account.directory.name(of: project))
        switch faults.rowForm(seed: seed, arn: arn, projectId: id, name: name) {
        case .type: return .members(["__type": "CodeSecurityResource", "projectId": id])
        case .upperCase: return .members(["projectId": "project-" + id.dropFirst("project-".count).uppercased()])
        case .secondMember: return .members(["containerImageId": "image-\(project)", "projectId": id])
        case .arn: return .members(["projectId": account.integrationArn(account.directory.provider(of: project)) + "/" + id])
        case .noResource: return .empty
        case nil: return .project(project)
        }
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
}
