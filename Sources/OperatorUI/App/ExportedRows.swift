import InspectorCore
import JSON

/// Rows of a list as they were when the operator asked for a file.
package struct ExportedRows: Equatable, Sendable {
    /// The account, when it is known.
    let account: String?
    /// The region.
    let region: String?
    /// What is known about the account.
    let inventory: Inventory
    /// The associations.
    let rows: AssociationRows
    /// What failed.
    let failures: Failures
    /// The sessions that the rows are of, where they are several.
    let sessions: [ExportedSession]

    /// The rows as they are now.
    init(_ rows: AssociationRows, in session: Session) {
        sessions = session.exportedSessions
        (account, region) = (session.identity.account, session.identity.region)
        (inventory, self.rows, failures) = (session.account.inventory, rows, session.account.failures)
    }

    /// The rows as one document.
    var document: ExportDocument {
        ExportDocument(account: account, region: region, associations: rows.map(row))
    }

    /// The rows of each of several sessions, as commands write them.
    var documents: FleetDocument<ExportDocument> {
        FleetDocument(
            parts.map { session, rows in
                .document(
                    ExportDocument(account: session.account, region: session.region, profile: session.profile, associations: rows.map(row)))
            })
    }

    private var parts: [(ExportedSession, [AssociationID])] {
        var byOrigin: [OriginNumber: [AssociationID]] = [:]
        rows.forEach { byOrigin[inventory.entries[Int($0.configuration)].origin, default: []].append($0) }
        return byOrigin.sorted { $0.key < $1.key }.map { (sessions[Int($0)], $1) }
    }

    /// The rows as comma-separated values; `--from` reads them. Those of several sessions have columns more.
    var table: String {
        guard !sessions.isEmpty else { return document.table }
        let rows = document.associations
        let hasFacts = rows.contains { $0.facts != nil }
        let own = self.rows.map { sessions[Int(inventory.entries[Int($0.configuration)].origin)].cells }
        let cells = zip(rows, own).lazy.map { row, session in
            let room = hasFacts && row.facts == nil ? Array(repeating: "", count: CoverageMembers.columns.count) : []
            return row.cells + room + session
        }
        return CSVWriter.table(ExportDocument.columns(hasFacts: hasFacts) + ExportedSession.columns, cells)
    }

    private func row(_ id: AssociationID) -> ExportDocument.Row {
        let association = inventory.association(id)
        let outcome = failures[id]
        return ExportDocument.Row(
            scanConfigurationArn: association.scanConfigurationArn,
            configurationName: inventory.entries[Int(id.configuration)].configuration.name, resource: association.resource,
            projectName: inventory.projectName(of: id.resource), facts: CoverageMembers(inventory, id.resource),
            providerType: inventory.facts.text(.provider, of: id.resource),
            statusCode: outcome.map { $0.statusCode ?? $0.word },
            statusMessage: outcome?.detail)
    }
}

/// A list as a JSON document, with the API's member names where it has them.
struct ExportDocument: JSONWritable {
    /// The rows as comma-separated values; `--from` reads them.
    var table: String {
        CSVWriter.table(Self.columns(hasFacts: associations.contains { $0.facts != nil }), associations.lazy.map(\.cells))
    }

    /// The columns of rows, with what the coverage says of projects or without.
    static func columns(hasFacts: Bool) -> [TableColumn] {
        [.scanConfigurationArn, .projectId, .configurationName, .projectName, .providerType, .statusCode, .statusMessage]
            + (hasFacts ? CoverageMembers.columns : [])
    }

    /// One association.
    struct Row: JSONWritable {
        let scanConfigurationArn: String
        let configurationName: String?
        let resource: AssociationResource
        let projectName: String?
        let facts: CoverageMembers?
        let providerType: String?
        let statusCode: String?
        let statusMessage: String?

        /// The cells of its row.
        var cells: [String] {
            [
                scanConfigurationArn, resource.projectId ?? "", configurationName ?? "", projectName ?? "", providerType ?? "",
                statusCode ?? "", statusMessage ?? "",
            ] + (facts?.cells ?? [])
        }

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("configurationName", configurationName)
                if let facts {
                    facts.write(to: &json, writePlace)
                } else {
                    json.member("projectName", projectName)
                    writePlace(to: &json)
                }
                json.member("statusCode", statusCode)
                json.member("statusMessage", statusMessage)
            }
        }

        private func writePlace(to json: inout JSONWriter) {
            json.member("resource", resource)
            json.member("scanConfigurationArn", scanConfigurationArn)
        }
    }

    let account: String?
    let region: String?
    /// The profile of one of several sessions.
    var profile: String?
    let associations: [Row]

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.member("associations", associations)
            json.member("profile", profile)
            json.member("region", region)
        }
    }
}

extension ExportDocument {
    /// Targets, wherever they come from.
    init(_ targets: [PlanTarget]) {
        let rows = targets.map { target in
            Row(
                scanConfigurationArn: target.association.scanConfigurationArn, configurationName: target.configurationName,
                resource: target.association.resource, projectName: target.projectName, facts: nil, providerType: nil, statusCode: nil,
                statusMessage: nil)
        }
        self.init(account: nil, region: nil, associations: rows)
    }
}
