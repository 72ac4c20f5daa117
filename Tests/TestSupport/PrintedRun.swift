import Foundation
package import InspectorCore

/// What the program printed about a run with `--output json`, read by Foundation.
package struct PrintedRun: Decodable {
    package let runId: String
    package let journal: String?
    package let remarks: [String]
    package let failedAssociations: [Item]
    package let unresolvedAssociations: [Item]
    package let notSentAssociations: [Item]
    private let successful: [Item]
    private let unassociated: [Item]?
    private let associated: [Item]?

    private enum CodingKeys: String, CodingKey {
        case runId, journal, remarks, failedAssociations, unresolvedAssociations, notSentAssociations
        case successful = "successfulAssociations"
        case unassociated = "notAssociated"
        case associated = "alreadyAssociated"
    }

    package init(_ output: String) throws {
        self = try JSONDecoder().decode(PrintedRun.self, from: Data(output.utf8))
    }

    package var successes: [Item] { successful }
    package var successfulAssociations: [Association] { successful.map(\.association) }
    package var notAssociated: [Association]? { unassociated?.map(\.association) }
    package var alreadyAssociated: [Association]? { associated?.map(\.association) }

    /// An association with what stands beside it.
    package struct Item: Decodable {
        package let scanConfigurationArn: String
        private let union: [String: String]
        private let code: String?
        package let statusMessage: String?
        package let reason: String?
        package let change: String?

        private enum CodingKeys: String, CodingKey {
            case scanConfigurationArn, statusMessage, reason, change
            case union = "resource"
            case code = "statusCode"
        }

        package var resource: AssociationResource { .projectId(union["projectId"] ?? "") }
        package var association: Association { Association(scanConfigurationArn: scanConfigurationArn, resource: resource) }
        package var statusCode: AssociationStatusCode? { code.map(AssociationStatusCode.init(rawValue:)) }
    }
}
